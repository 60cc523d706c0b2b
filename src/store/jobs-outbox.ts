import type { Prisma } from './generated/client.ts';

/** A job to be added. Its payload holds ids only. */
export type OutboxJob = {
  readonly task: string;
  readonly payload: Prisma.InputJsonObject;
  /** Always given, and from the one clock: the database's own time is not asked. */
  readonly runAt: Date;
  /** A later job with the same key takes the place of an earlier one that has not begun. */
  readonly key?: string;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
  /** What happens to an earlier job of the same key; `replace` when left out. */
  readonly keyMode?: 'replace' | 'preserve_run_at' | 'unsafe_dedupe';
};

/**
 * A job is tried for weeks: what it carries must not be lost. The runner keeps the count of tries low while it fails by
 * itself, so this is reached only by a job that ends its process again and again.
 */
const maxAttempts = 1000;

/**
 * Adds jobs within the transaction: they exist if and only if it commits. To be called last in it, once; the jobs are
 * sorted by key, since two transactions that add two keys in opposite orders would wait for each other for ever.
 */
export async function addJobs(tx: Prisma.TransactionClient, jobs: readonly OutboxJob[]): Promise<void> {
  const sorted = [...jobs].sort((a, b) => compare(a.key ?? '', b.key ?? ''));
  for (const { task, payload, runAt, key, queue, keyMode } of sorted) {
    await tx.$executeRaw`
      select 1 from graphile_worker.add_job(
        identifier => ${task}::text,
        payload => ${JSON.stringify(payload)}::json,
        queue_name => ${queue ?? null}::text,
        run_at => ${runAt.toISOString()}::timestamptz,
        max_attempts => ${maxAttempts}::integer,
        job_key => ${key ?? null}::text,
        job_key_mode => ${keyMode ?? 'replace'}::text
      )`;
  }
}

/** By code unit, which is the same for every process whatever its language. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
