import type { JobsPool } from './migrate-jobs.ts';

/**
 * Removes the rows of queues that hold no job. There is one for every conversation that ever was, and looking for a job
 * goes through all of them.
 *
 * A job that is being added to an idle queue must not lose it, since without its queue it would never be found: the lock
 * waits for every transaction that has touched a queue, and has the later ones wait.
 */
export async function removeIdleQueues(pool: JobsPool): Promise<void> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('begin');
    await client.query('lock table graphile_worker._private_job_queues in exclusive mode');
    await client.query(
      `delete from graphile_worker._private_job_queues queue
       where locked_at is null
       and not exists (select from graphile_worker._private_jobs job where job.job_queue_id = queue.id)`,
    );
    await client.query('commit');
    broken = false;
  } finally {
    client.release(broken);
  }
}
