import { EventEmitter } from 'node:events';
import { parseCronItems, type Runner, run, type TaskList, type WorkerPool } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Clock } from '../app/ports.ts';
import { type Beats, startBeats } from './beats.ts';
import { graphileLogger } from './graphile-logger.ts';
import { type JobsPool, migrateJobs } from './migrate-jobs.ts';
import { keepTimeBy } from './node-time.ts';
import { removeIdleQueues } from './queue-upkeep.ts';
import type { Task } from './task.ts';
import { type JobEvent, makeTaskList } from './task-list.ts';
import { callWorkers, releaseAllLocks, releaseLocksOf } from './worker-locks.ts';

export type WorkerOptions = {
  /** For this worker alone: its queries are made to live by `clock`. Needs `concurrency` + 2 connections. */
  readonly pgPool: JobsPool;
  readonly embedded: boolean;
  /** By the names of jobs. A job of another name is left for a process that knows it. */
  readonly tasks: Readonly<Record<string, Task>>;
  /** Jobs that come again and again, on whichever process is there: `pattern` as in crontab, in UTC. */
  readonly cron?: readonly { readonly task: string; readonly pattern: string }[];
  readonly clock: Clock;
  readonly log: Logger;
  readonly concurrency?: number;
  readonly onJob?: (event: JobEvent) => void;
  /** How often due jobs are looked for that nobody announced. Milliseconds. */
  readonly pollMs?: number;
  readonly beatMs?: number;
  /** How long another worker has to be silent before it counts as dead. Milliseconds. */
  readonly silentMs?: number;
};

export type JobWorker = {
  /** Looks for due jobs now: after a test has moved the clock. */
  readonly look: () => Promise<void>;
  /**
   * Takes no more jobs and waits for those that run, at most so long; says whether they finished. Afterwards nothing is
   * locked by this worker: a job that did not finish is run again by the next one.
   */
  readonly stop: (graceMs: number) => Promise<{ readonly finished: boolean }>;
};

const restartAfterMs = 1000;
const upkeepEveryMs = 3_600_000;

/**
 * Works on jobs until it is stopped. At least once: whatever was committed with a job is done, whoever dies; a job that
 * fails is tried again for ever, after 1 s, 2 s, 4 s … and at last every ten minutes.
 */
export async function startWorker(options: WorkerOptions): Promise<JobWorker> {
  const { pgPool, embedded, log, clock } = options;
  await migrateJobs(pgPool);
  if (embedded) await releaseAllLocks(pgPool);
  keepTimeBy(clock, pgPool);

  const abort = new AbortController();
  const beats = embedded
    ? undefined
    : startBeats({ pgPool, log, everyMs: options.beatMs ?? 5000, silentMs: options.silentMs ?? 30_000 });
  let stopping = false;
  const taskList = makeTaskList(options, {
    signal: abort.signal,
    onQueueFree: () => {
      if (!stopping) current.pool.nudge(1);
    },
  });
  let restart: NodeJS.Timeout | undefined;
  const upkeep = setInterval(() => {
    removeIdleQueues(pgPool).catch((error: unknown) =>
      log.warn({ err: error }, 'idle queues were not removed'),
    );
  }, upkeepEveryMs);
  upkeep.unref();
  let current = await startRunner(options, taskList, beats).catch(async (error: unknown) => {
    clearInterval(upkeep);
    await beats?.end().catch(() => undefined);
    throw error;
  });
  watch(current);

  /** The runner gives up when it cannot note what became of a job, as in an outage. Then a new one takes its place. */
  function watch({ runner, pool }: Running): void {
    runner.promise.then(
      () => again(pool.id),
      (error: unknown) => again(pool.id, error),
    );
  }

  function again(worker: string, error?: unknown): void {
    if (stopping) return;
    log.error({ err: error }, 'the job runner ended by itself; starting it again');
    const attempt = async (): Promise<void> => {
      try {
        await releaseLocksOf(pgPool, [worker]);
        current = await startRunner(options, taskList, beats);
        watch(current);
        if (stopping) await current.runner.stop();
      } catch (failure) {
        if (!stopping) again(worker, failure);
      }
    };
    restart = setTimeout(() => void attempt(), restartAfterMs);
  }

  return {
    look: () => callWorkers(pgPool),
    async stop(graceMs) {
      stopping = true;
      clearTimeout(restart);
      clearInterval(upkeep);
      const finished = await within(
        graceMs,
        current.runner.stop().catch(() => undefined),
      );
      if (!finished) abort.abort();
      try {
        await releaseLocksOf(pgPool, [current.pool.id]);
        await beats?.end();
      } catch (error) {
        log.warn({ err: error }, 'the jobs of this worker stay locked until others find it silent');
      }
      return { finished };
    },
  };
}

/** The pool's id is the name under which its jobs are locked. */
type Running = { readonly runner: Runner; readonly pool: WorkerPool };

async function startRunner(
  options: WorkerOptions,
  taskList: TaskList,
  beats: Beats | undefined,
): Promise<Running> {
  const events = new EventEmitter();
  // Wrapped: a pool can be awaited, which waits for its end.
  const created = new Promise<{ readonly workerPool: WorkerPool }>((resolve) => {
    events.once('pool:create', ({ workerPool }) => resolve({ workerPool }));
  });
  const runner = await run({
    pgPool: options.pgPool,
    // Each looks for work when something is to be done; on the one backend of an embedded database they stand in line.
    concurrency: options.concurrency ?? (options.embedded ? 3 : 5),
    pollInterval: options.pollMs ?? 1000,
    noHandleSignals: true,
    useNodeTime: true,
    noPreparedStatements: options.embedded,
    logger: graphileLogger(options.log),
    events,
    taskList,
    parsedCronItems: parseCronItems(
      (options.cron ?? []).map(({ task, pattern }) => ({
        task,
        match: pattern,
        options: { backfillPeriod: 0 },
      })),
    ),
    preset: {
      // With these, what became of a job is noted with retries, and `stop` waits for it.
      worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 },
      plugins: beats ? [beatFirst(beats)] : [],
    },
  });
  const { workerPool } = await created;
  return { runner, pool: workerPool };
}

/** A worker takes no job before its first beat: without one it would pass for dead. */
function beatFirst(beats: Beats): GraphileConfig.Plugin {
  return {
    name: 'OopsBeats',
    version: '1.0.0',
    worker: {
      hooks: { startWorker: (_context, { worker }) => beats.begin(worker.workerPool.id) },
    },
  };
}

async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const done = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return done;
}
