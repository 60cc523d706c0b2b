import type { JobsPool } from './migrate-jobs.ts';

/*
 * What became of a job is noted here, before its task is over for graphile-worker, whose own note then finds nothing to
 * do. It would make its note afterwards and not wait for it: the next job of a queue would then be looked for while the
 * queue is still locked, and be found a poll later. It would also let the pauses between tries grow to six hours.
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

/** The job failed: it is tried again from `runAt` on. */
export async function postponeJob(
  pool: JobsPool,
  { id, lockedBy }: LockedJob,
  { runAt, code }: { readonly runAt: Date; readonly code: string },
): Promise<void> {
  await pool.query(
    `with failed as (
       update graphile_worker._private_jobs
       set locked_by = null, locked_at = null, last_error = $3, run_at = to_timestamp($4::float8 / 1000),
           attempts = least(attempts, ${mostCounted})
       where id = $1::bigint and locked_by = $2 returning job_queue_id)
     update graphile_worker._private_job_queues queue set locked_by = null, locked_at = null
     from failed where queue.id = failed.job_queue_id and queue.locked_by = $2`,
    [id, lockedBy, code, runAt.getTime()],
  );
}

const longestPauseMs = 600_000;

/** How long to wait after this many tries: 1 s, 2 s, 4 s … and never more than ten minutes. */
export const pauseAfter = (attempt: number): number =>
  Math.min(1000 * 2 ** Math.min(attempt - 1, 20), longestPauseMs);
