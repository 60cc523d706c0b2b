import pg from 'pg';
import { codeOf, DatabaseError } from './database-error.ts';
import { type Migration, readMigrations } from './migrations-folder.ts';
import { openSchemaEngine } from './schema-engine.ts';

export type MigrateOptions = {
  readonly connection: pg.PoolConfig;
  /** Those of `prisma/migrations`, unless a test brings others. */
  readonly migrations?: readonly Migration[];
  /** Called once when there is something to apply. */
  readonly onStart?: () => void;
};

/** Any number, as long as nobody else takes it: processes that migrate one database wait for each other on it. */
const advisoryLock = 662_741_890;

/**
 * Brings the database to the migrations of this version, and gives the names of those it applied.
 *
 * When all are there, that is one query. Otherwise one process at a time applies what is missing. Each file is one
 * transaction (BEGIN … COMMIT), so a process killed in the middle leaves nothing behind but a note that it had begun;
 * the next one takes that note back and applies the file again.
 *
 * Throws a DatabaseError: `migration_failed`, which names the migration, or `not_empty` for a database that is in use by
 * something else.
 */
export async function migrate(options: MigrateOptions): Promise<readonly string[]> {
  const migrations = options.migrations ?? readMigrations();
  const client = new pg.Client(options.connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    if ((await missing(client, migrations)).length === 0) return [];
    options.onStart?.();
    await client.query('select pg_advisory_lock($1)', [advisoryLock]);
    try {
      if ((await missing(client, migrations)).length === 0) return [];
      return await applyAll(client, options.connection, migrations);
    } finally {
      await client.query('select pg_advisory_unlock($1)', [advisoryLock]);
    }
  } finally {
    await client.end();
  }
}

async function applyAll(
  client: pg.Client,
  connection: pg.PoolConfig,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const engine = await openSchemaEngine(connection);
  try {
    // Nobody else is migrating now, so what was begun and not finished was killed.
    for (const name of await unfinished(client)) await engine.markRolledBack(name);
    return await engine.apply(migrations);
  } catch (error) {
    throw await failed(client, error);
  } finally {
    await engine.close();
  }
}

/** The engine quotes the server, and a server's sentence may hold values: it stays in the cause. */
async function failed(client: pg.Client, cause: unknown): Promise<DatabaseError> {
  if (codeOf(cause) === 'P3005') {
    return new DatabaseError(
      'not_empty',
      'The database holds tables of something else: give Oops a database of its own.',
      cause,
    );
  }
  const name = (await unfinished(client).catch(() => [])).at(-1);
  return new DatabaseError(
    'migration_failed',
    name
      ? `The database could not be brought to this version: the migration ${name} failed, and nothing of it was kept.`
      : 'The database could not be brought to this version.',
    cause,
  );
}

type Row = {
  readonly migration_name: string;
  readonly finished_at: Date | null;
  readonly rolled_back_at: Date | null;
};

/** The migrations that are not applied yet. One that was applied and edited since is not looked at twice. */
async function missing(client: pg.Client, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  const rows = await history(client);
  const applied = new Set(rows.filter((row) => row.finished_at).map((row) => row.migration_name));
  return migrations.filter(({ name }) => !applied.has(name));
}

async function unfinished(client: pg.Client): Promise<readonly string[]> {
  const rows = await history(client);
  return rows.filter((row) => !row.finished_at && !row.rolled_back_at).map((row) => row.migration_name);
}

async function history(client: pg.Client): Promise<readonly Row[]> {
  try {
    const { rows } = await client.query<Row>(
      'select migration_name, finished_at, rolled_back_at from _prisma_migrations order by started_at',
    );
    return rows;
  } catch (error) {
    if (codeOf(error) === '42P01') return [];
    throw error;
  }
}
