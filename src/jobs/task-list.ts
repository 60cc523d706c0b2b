import type { TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Clock } from '../app/ports.ts';
import { finishJob, pauseAfter, postponeJob } from './job-outcome.ts';
import type { JobsPool } from './migrate-jobs.ts';
import { errorCode, type Task } from './task.ts';

/** What became of a job, told when it is noted in the database. For metrics and for tests. */
export type JobEvent = {
  readonly task: string;
  /** Of this try: a job that is tried again has a new one. */
  readonly id: string;
  readonly attempt: number;
  readonly outcome: 'done' | 'failed';
  /** Of the error, when it failed. */
  readonly code?: string;
  readonly durationMs: number;
};

export type TaskListOptions = {
  readonly tasks: Readonly<Record<string, Task>>;
  readonly pgPool: JobsPool;
  readonly clock: Clock;
  readonly log: Logger;
  readonly onJob?: (event: JobEvent) => void;
};

/** A job that failed this often has been failing for minutes: somebody should look. */
const worryingTries = 8;

/** The tasks as graphile-worker runs them: each notes what became of its job before it is over. */
export function makeTaskList(
  { tasks, pgPool, clock, log, onJob }: TaskListOptions,
  runner: { readonly signal: AbortSignal; readonly onQueueFree: () => void },
): TaskList {
  const list: TaskList = {};
  for (const [name, task] of Object.entries(tasks)) {
    list[name] = async (payload, { job }) => {
      const locked = { id: String(job.id), lockedBy: job.locked_by ?? '' };
      const attempt = job.attempts;
      const started = performance.now();
      const tell = (outcome: JobEvent['outcome'], code?: string): void => {
        const durationMs = Math.round(performance.now() - started);
        const event = { task: name, id: locked.id, attempt, outcome, durationMs };
        onJob?.(code === undefined ? event : { ...event, code });
        if (job.job_queue_id !== null) runner.onQueueFree();
      };
      try {
        await task.run(payload, { id: locked.id, task: name, attempt, signal: runner.signal });
      } catch (error) {
        const code = errorCode(error);
        // WARN while it may heal by itself; ERROR when it has been failing for minutes.
        const level = attempt < worryingTries ? 'warn' : 'error';
        log[level]({ task: name, job: locked.id, attempt, code }, 'a job failed');
        const runAt = new Date(clock.now() + pauseAfter(attempt));
        if (!(await noted(log, () => postponeJob(pgPool, locked, { runAt, code })))) {
          // The runner keeps this in the job's row: an error's own message could quote a person.
          throw new Error(code);
        }
        tell('failed', code);
        return;
      }
      await noted(log, () => finishJob(pgPool, locked));
      tell('done');
    };
  }
  return list;
}

/** False when it cannot be noted now: then the runner does it, which tries again for minutes. */
async function noted(log: Logger, note: () => Promise<void>): Promise<boolean> {
  try {
    await note();
    return true;
  } catch (error) {
    log.warn({ code: errorCode(error) }, 'what became of a job could not be noted at once');
    return false;
  }
}
