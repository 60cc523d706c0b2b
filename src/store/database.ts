import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Logger } from 'pino';
import { type ConnectOptions, type Reached, reachServer, startEmbedded } from './connect.ts';
import { connectionError } from './connection-error.ts';
import { DatabaseError } from './database-error.ts';
import { PrismaClient } from './generated/client.ts';
import { migrate } from './migrate.ts';
import { type OnProgress, withProgress } from './progress.ts';

export type OpenDatabaseOptions = {
  /** A PostgreSQL server. Without it the database is embedded, in `dataDir`. */
  readonly url?: string | undefined;
  readonly dataDir: string;
  readonly log: Logger;
  /** Called with a sentence when something takes longer than a second. */
  readonly onProgress?: OnProgress;
  /** Most connections of each of the two pools. */
  readonly poolSize?: number;
  /** A transaction in which nothing happens for this long is rolled back. Milliseconds. */
  readonly idleInTransactionMs?: number;
  /** A statement that runs for this long is ended; only by a server. Milliseconds. */
  readonly statementTimeoutMs?: number;
  /** A statement that waits this long for what another transaction holds is ended; only by a server. Milliseconds. */
  readonly lockTimeoutMs?: number;
  /** The embedded database ended by itself and will not come back: the process should end too. */
  readonly onBroken?: (error: DatabaseError) => void;
};

export type Database = {
  readonly kind: 'embedded' | 'server';
  readonly prisma: PrismaClient;
  /** Plain connections beside Prisma's, for the job runner. */
  readonly pgPool: pg.Pool;
  /**
   * Upkeep that an embedded database does not do by itself: writes everything to its place, so that the next start has
   * little to recover, and with `vacuum` makes room again. Nothing on a server. To be called every few minutes.
   */
  readonly checkpoint: (options?: { readonly vacuum?: boolean }) => Promise<void>;
  /** Lets go of every connection; closes an embedded database cleanly and unlocks its folder. */
  readonly close: () => Promise<void>;
};

/** How long a transaction may wait for its turn, and how long it may take. Milliseconds. */
const transactionOptions = { maxWait: 2000, timeout: 5000 };
const releaseWithinMs = 2000;

/**
 * Opens the database, brings it to this version, and warms Prisma up meanwhile (it compiles on its first query).
 * Throws a DatabaseError; whatever was opened is closed again then.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const { url, log, onProgress, poolSize = 10 } = options;
  const settings: ConnectOptions = {
    log,
    ...(onProgress ? { onProgress } : {}),
    ...(options.onBroken ? { onBroken: options.onBroken } : {}),
    idleInTransactionMs: options.idleInTransactionMs ?? 5000,
    statementTimeoutMs: options.statementTimeoutMs ?? 15_000,
    lockTimeoutMs: options.lockTimeoutMs ?? 1500,
  };
  const reached = url
    ? reachServer(url, settings)
    : await startEmbedded(path.resolve(options.dataDir), settings);
  const prismaPool = makePool(reached.connection, poolSize, log);
  const pgPool = makePool(reached.connection, poolSize, log);
  const prisma = new PrismaClient({
    adapter: new PrismaPg(prismaPool),
    errorFormat: 'minimal',
    transactionOptions,
  });
  const close = async (): Promise<void> => {
    await prisma.$disconnect();
    await endAll([prismaPool, pgPool]);
    await reached.close();
  };
  try {
    await Promise.all([prisma.$connect(), prepare(reached, onProgress)]);
    await warmUp(prisma);
  } catch (error) {
    await close();
    throw reached.kind === 'server' ? connectionError(error) : folderError(error);
  }
  return {
    kind: reached.kind,
    prisma,
    pgPool,
    async checkpoint({ vacuum = false } = {}) {
      if (reached.kind === 'server') return;
      if (vacuum) await pgPool.query('VACUUM (ANALYZE)');
      await pgPool.query('CHECKPOINT');
    },
    close,
  };
}

const folderError = (error: unknown): DatabaseError =>
  error instanceof DatabaseError
    ? error
    : new DatabaseError('failed', 'The embedded database could not be opened.', error);

async function prepare(reached: Reached, onProgress: OnProgress | undefined): Promise<void> {
  await reached.ready();
  await withProgress('Bringing the database to this version …', onProgress, () =>
    migrate({ connection: reached.connection }),
  );
}

/** The first query of a process compiles the query compiler; the first transaction has its share too. */
async function warmUp(prisma: PrismaClient): Promise<void> {
  await prisma.$transaction((tx) => tx.workspace.findFirst({ select: { team: true } }));
}

function makePool(connection: pg.PoolConfig, max: number, log: Logger): pg.Pool {
  const pool = new pg.Pool({ ...connection, max });
  // A lost connection is told to whoever uses it next, and replaced. Without listeners it would end the process.
  const lost = (error: Error): void => log.debug({ err: error }, 'a database connection was lost');
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return pool;
}

/** A connection that somebody does not give back must not keep the process from ending. */
async function endAll(pools: readonly pg.Pool[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, releaseWithinMs);
  });
  await Promise.race([Promise.all(pools.map((pool) => pool.end())), late]);
  clearTimeout(timer);
}
