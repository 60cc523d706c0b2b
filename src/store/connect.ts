import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { Logger } from 'pino';
import { checkDatabaseUrl, connectionError } from './connection-error.ts';
import { DatabaseError } from './database-error.ts';
import { embeddedConnection, startEmbeddedServer } from './embedded/embedded-server.ts';
import { folderUnusable, lockFolder } from './embedded/folder-lock.ts';
import { makeDatabaseFolder, templateFolder } from './embedded/template.ts';
import { migrate } from './migrate.ts';
import { type OnProgress, withProgress } from './progress.ts';

export type ConnectOptions = {
  readonly log: Logger;
  readonly onProgress?: OnProgress;
  readonly idleInTransactionMs: number;
  readonly statementTimeoutMs: number;
  readonly lockTimeoutMs: number;
  /** The embedded database ended by itself, for good. */
  readonly onBroken?: (error: DatabaseError) => void;
};

/** A database that can be reached and is not yet known to be migrated. */
export type Reached = {
  readonly kind: 'embedded' | 'server';
  readonly connection: pg.PoolConfig;
  /** Waits until a connection can be made. Throws a DatabaseError. */
  readonly ready: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const application = 'oops';
const connectWithinMs = 5000;
const oldestServer = 130_000;

/** Prepares to use a server. Nothing is sent before `ready`. */
export function reachServer(url: string, options: ConnectOptions): Reached {
  checkDatabaseUrl(url);
  const connection: pg.PoolConfig = {
    connectionString: url,
    application_name: application,
    connectionTimeoutMillis: connectWithinMs,
    keepAlive: true,
    // For a server that says nothing any more. One that works ends the statement earlier by itself.
    query_timeout: options.statementTimeoutMs + connectWithinMs,
    // As a statement: poolers in front of a server refuse these as parameters of the connection.
    onConnect: (client) =>
      client.query(
        `set statement_timeout = ${options.statementTimeoutMs};
         set lock_timeout = ${options.lockTimeoutMs};
         set idle_in_transaction_session_timeout = ${options.idleInTransactionMs}`,
      ),
  };
  return { kind: 'server', connection, ready: () => checkServer(connection), close: async () => undefined };
}

async function checkServer(connection: pg.PoolConfig): Promise<void> {
  const client = new pg.Client(connection);
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "select current_setting('server_version_num') as version",
    );
    if (Number(rows[0]?.version) < oldestServer) {
      throw new DatabaseError('too_old', 'The database server of DATABASE_URL is older than PostgreSQL 13.');
    }
  } catch (error) {
    throw connectionError(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Locks the folder and starts the embedded database in it; a new folder is made a database of first. Gives it back as
 * soon as the lock is held: the database goes on starting, see `ready`.
 */
export async function startEmbedded(dataDir: string, options: ConnectOptions): Promise<Reached> {
  const { log, onProgress } = options;
  const lock = await lockFolder(dataDir);
  try {
    const folder = path.join(dataDir, 'postgres');
    if (!existsSync(folder)) await makeFolder(dataDir, folder, onProgress);
    const server = startEmbeddedServer({
      folder,
      idleInTransactionMs: options.idleInTransactionMs,
      onBroken(error, { final }) {
        log.error({ err: error, final }, 'the embedded database ended by itself');
        if (final) options.onBroken?.(broken(dataDir, error));
      },
    });
    return {
      kind: 'embedded',
      connection: embeddedConnection(server),
      async ready() {
        try {
          await withProgress('Opening the database …', onProgress, () => server.ready());
        } catch (error) {
          throw broken(dataDir, error);
        }
      },
      async close() {
        await server.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw folderUnusable(dataDir, error);
  }
}

const broken = (dataDir: string, cause: unknown): DatabaseError =>
  new DatabaseError(
    'folder_unreadable',
    `The database in ${dataDir} cannot be opened; it is damaged, or was made by another version of Oops.`,
    cause,
  );

async function makeFolder(
  dataDir: string,
  folder: string,
  onProgress: OnProgress | undefined,
): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  await withProgress('Making a new database; only the first start does this …', onProgress, () =>
    makeDatabaseFolder({
      folder,
      template: templateFolder(),
      prepare: async (connection) => {
        await migrate({ connection });
      },
    }),
  );
}
