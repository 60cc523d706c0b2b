import type { NewJob, Transaction } from './ports.ts';

/**
 * Several pieces of work in one transaction, each of which may add jobs: they are added at its end, all at once, since two
 * transactions that add the same keys in opposite orders would wait for each other for ever.
 */
export async function jobsLast<T>(tx: Transaction, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const jobs: NewJob[] = [];
  const collecting: Transaction = {
    ...tx,
    async addJobs(more) {
      jobs.push(...more);
    },
  };
  const result = await work(collecting);
  if (jobs.length > 0) await tx.addJobs(jobs);
  return result;
}
