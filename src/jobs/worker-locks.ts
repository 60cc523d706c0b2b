import type { JobsPool } from './migrate-jobs.ts';

/*
 * A job that runs is locked by its worker, and so is the queue it is in. A worker that dies leaves both locked, for four
 * hours as graphile-worker has it. Here they are let go as soon as it is sure that the worker is gone. All times are
 * the database's own, so that the clocks of the processes do not matter.
 */

const holders = `
  select locked_by from graphile_worker._private_jobs where locked_by is not null
  union
  select locked_by from graphile_worker._private_job_queues where locked_by is not null`;

/** On an embedded database, whose one process is this one, every lock found at the start is of a dead worker. */
export async function releaseAllLocks(pool: JobsPool): Promise<void> {
  await pool.query(`select graphile_worker.force_unlock_workers(array(${holders}))`);
}

/** Lets go of whatever these workers hold. */
export async function releaseLocksOf(pool: JobsPool, workers: readonly string[]): Promise<void> {
  await pool.query('select graphile_worker.force_unlock_workers($1::text[])', [workers]);
}

/** Says that this worker lives. */
export async function beat(pool: JobsPool, worker: string): Promise<void> {
  await pool.query(
    'insert into "WorkerBeat" (worker, at) values ($1, now()) on conflict (worker) do update set at = now()',
    [worker],
  );
}

/** Says that this worker has ended as it should. */
export async function endBeats(pool: JobsPool, worker: string): Promise<void> {
  await pool.query('delete from "WorkerBeat" where worker = $1', [worker]);
}

/** Lets go of what is held by workers that were silent for so long, and gives their number. */
export async function releaseSilent(pool: JobsPool, silentMs: number): Promise<number> {
  const { rows } = await pool.query(
    `select array(
       select locked_by from (${holders}) held
       where not exists (
         select from "WorkerBeat" b
         where b.worker = held.locked_by and b.at > now() - $1::float8 * interval '1 millisecond')) as silent`,
    [silentMs],
  );
  const silent: string[] = rows[0]?.silent ?? [];
  if (silent.length > 0) await releaseLocksOf(pool, silent);
  await pool.query(`delete from "WorkerBeat" where at < now() - $1::float8 * interval '1 millisecond'`, [
    Math.max(3_600_000, 10 * silentMs),
  ]);
  return silent.length;
}

/** Has every idle worker look for jobs now, in whatever process. */
export async function callWorkers(pool: JobsPool): Promise<void> {
  await pool.query(`select pg_notify('jobs:insert', '{"count":100}')`);
}
