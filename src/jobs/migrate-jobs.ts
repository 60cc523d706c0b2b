import { type RunnerOptions, runMigrations } from 'graphile-worker';
import { silentLogger } from './graphile-logger.ts';

/** What the job runner reaches the database with: a pool of `pg`. */
export type JobsPool = NonNullable<RunnerOptions['pgPool']>;

/** Any number, as long as nobody else takes it: processes that start together wait for each other on it. */
const advisoryLock = 662_741_891;

/**
 * Brings the job runner's own tables to its version. Has to come before the first transaction that adds a job. Several
 * processes may call it at once; the pool needs two free connections.
 */
export async function migrateJobs(pgPool: JobsPool): Promise<void> {
  const client = await pgPool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock]);
    try {
      await runMigrations({ pgPool, logger: silentLogger() });
    } finally {
      await client.query('select pg_advisory_unlock($1)', [advisoryLock]);
    }
  } finally {
    client.release();
  }
}
