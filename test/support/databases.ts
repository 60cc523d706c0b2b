import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import pg from 'pg';
import { pino } from 'pino';
import { type Database, type OpenDatabaseOptions, openDatabase } from '../../src/store/database.ts';
import { scratchFolder } from './scratch-folder.ts';
import { startPostgres } from './start-postgres.mjs';

/** A database for one test file: empty, and nobody else's. */
export type TestDatabase = {
  readonly kind: 'embedded' | 'server';
  /** Of a server; what goes into DATABASE_URL. */
  readonly url: string | undefined;
  /** Of an embedded database; what goes into DATA_DIR. */
  readonly dataDir: string;
  /** Opens it as the product does. `drop` closes what the test left open. */
  readonly open: (options?: Partial<OpenDatabaseOptions>) => Promise<Database>;
  /** Removes it. To be called in `afterAll`. */
  readonly drop: () => Promise<void>;
};

const silent = pino({ level: 'silent' });

/** An embedded database in a folder of its own. */
export async function embedded(): Promise<TestDatabase> {
  const dataDir = scratchFolder('test-databases');
  const opened = tracker();
  return {
    kind: 'embedded',
    url: undefined,
    dataDir,
    open: (options) => opened.keep(openDatabase({ dataDir, log: silent, ...options })),
    async drop() {
      await opened.closeAll();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A database of its own on a real PostgreSQL server: the run's one, or one for this file if the run has none. */
export async function server(): Promise<TestDatabase> {
  const shared = process.env.OOPS_TEST_POSTGRES;
  const own = shared === undefined ? await startPostgres() : undefined;
  const address = shared ?? own?.url ?? '';
  const name = `oops_${randomBytes(6).toString('hex')}`;
  await ask(address, `create database ${name}`);
  const url = Object.assign(new URL(address), { pathname: `/${name}` }).href;
  const opened = tracker();
  return {
    kind: 'server',
    url,
    dataDir: '',
    open: (options) => opened.keep(openDatabase({ url, dataDir: '', log: silent, ...options })),
    async drop() {
      await opened.closeAll();
      if (own) await own.stop();
      else await ask(address, `drop database if exists ${name} with (force)`);
    },
  };
}

async function ask(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function tracker() {
  const opened = new Set<Database>();
  return {
    async keep(opening: Promise<Database>): Promise<Database> {
      const database = await opening;
      opened.add(database);
      const close = async (): Promise<void> => {
        if (opened.delete(database)) await database.close();
      };
      return { ...database, close };
    },
    async closeAll(): Promise<void> {
      await Promise.all([...opened].map((database) => database.close()));
      opened.clear();
    },
  };
}
