import type { Logger } from 'pino';
import type { JobsPool } from './migrate-jobs.ts';
import { beat, callWorkers, endBeats, releaseSilent } from './worker-locks.ts';

export type BeatOptions = {
  readonly pgPool: JobsPool;
  readonly log: Logger;
  readonly everyMs: number;
  readonly silentMs: number;
};

export type Beats = {
  /** The first beat of a worker: has to be through before it takes a job. Ends the beats of the one before. */
  readonly begin: (worker: string) => Promise<void>;
  readonly end: () => Promise<void>;
};

/**
 * Says every few seconds that this worker lives, and lets go of what silent ones hold. Who could not beat itself knows
 * nothing of others: after an outage of the database everybody seems silent, so it judges nobody until they had time to
 * beat again.
 */
export function startBeats({ pgPool, log, everyMs, silentMs }: BeatOptions): Beats {
  let worker: string | undefined;
  let judgeFrom = 0;
  let running: Promise<void> | undefined;

  const round = async (): Promise<void> => {
    try {
      if (worker) await beat(pgPool, worker);
      if (performance.now() < judgeFrom) return;
      const silent = await releaseSilent(pgPool, silentMs);
      if (silent === 0) return;
      log.warn({ workers: silent }, 'took over the jobs of workers that fell silent');
      await callWorkers(pgPool);
    } catch (error) {
      judgeFrom = performance.now() + silentMs;
      log.warn({ err: error }, 'could not say that this worker lives');
    }
  };

  const timer = setInterval(() => {
    running ??= round().finally(() => {
      running = undefined;
    });
  }, everyMs);
  timer.unref();

  return {
    async begin(next) {
      const before = worker;
      worker = next;
      await beat(pgPool, next);
      if (before && before !== next) await endBeats(pgPool, before);
    },
    async end() {
      clearInterval(timer);
      await running;
      if (worker) await endBeats(pgPool, worker);
    },
  };
}
