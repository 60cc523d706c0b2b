import type { JobsPool } from './migrate-jobs.ts';

/*
 * What became of a job is noted here, before its task is over for graphile-worker. That would make its own note
 * afterwards and not wait for it: the next job of a queue would be looked for while the queue is still locked, and found
 * a poll later. It would also let the pauses between tries grow to six hours.
 *
 * Its note still comes, some time later, and removes the job by its id. By then no job may have that id: one that is
 * done is gone, and one that failed goes on under a new id.
 */

/** A job that is being worked on, and the name under which it is locked. */
export type LockedJob = { readonly id: string; readonly lockedBy: string };

/** The job is done: it goes, and its queue is free. */
export async function finishJob(pool: JobsPool, { id, lockedBy }: LockedJob): Promise<void> {
  await pool.query(
    `with done as (
       delete from graphile_worker._private_jobs where id = $1::bigint and locked_by = $2 returning job_queue_id)
     update graphile_worker._private_job_queues queue set locked_by = null, locked_at = null
     from done where queue.id = done.job_queue_id and queue.locked_by = $2`,
    [id, lockedBy],
  );
}

/** Past this many, tries are not counted any more: a job that reached its greatest number would never be tried again. */
const mostCounted = 500;

/** The job failed: it is tried again from `runAt` on, as a new row. */
export async function postponeJob(
  pool: JobsPool,
  { id, lockedBy }: LockedJob,
  { runAt, code }: { readonly runAt: Date; readonly code: string },
): Promise<void> {
  await pool.query(
    `with failed as (
       delete from graphile_worker._private_jobs where id = $1::bigint and locked_by = $2 returning *),
     again as (
       insert into graphile_worker._private_jobs
         (job_queue_id, task_id, payload, priority, run_at, attempts, max_attempts, last_error, created_at, key, revision,
          flags)
       select job_queue_id, task_id, payload, priority, to_timestamp($4::float8 / 1000), least(attempts, ${mostCounted}),
         max_attempts, $3, created_at, key, revision, flags
       from failed)
     update graphile_worker._private_job_queues queue set locked_by = null, locked_at = null
     from failed where queue.id = failed.job_queue_id and queue.locked_by = $2`,
    [id, lockedBy, code, runAt.getTime()],
  );
}

const longestPauseMs = 600_000;

/** How long to wait after this many tries: 1 s, 2 s, 4 s … and never more than ten minutes. */
export const pauseAfter = (attempt: number): number =>
  Math.min(1000 * 2 ** Math.min(attempt - 1, 20), longestPauseMs);
