import { AsyncLocalStorage } from 'node:async_hooks';

/** The work was not done in time. It may still finish, unless it heeds its signal. */
export class TooSlow extends Error {
  readonly code = 'too_slow';

  constructor(ms: number) {
    super(`not done within ${ms} ms`);
    this.name = 'TooSlow';
  }
}

/** The deadline that the present work runs under; found by whatever it calls, as the correlation id is. */
const present = new AsyncLocalStorage<{ readonly signal: AbortSignal; readonly leftMs: () => number }>();

/**
 * How long the present work may still take until whoever waits is told that nothing was saved, milliseconds, at least 1;
 * infinite where nobody waits. Throws {@link TooSlow} when they were told already: then nothing may be saved any more.
 */
export function timeLeftMs(): number {
  const deadline = present.getStore();
  deadline?.signal.throwIfAborted();
  return Math.max(1, deadline?.leftMs() ?? Number.POSITIVE_INFINITY);
}

export type Timed<Result> = {
  /** The result, or {@link TooSlow} when the deadline came first. */
  readonly result: Promise<Result>;
  /** Resolves, never rejects, when the work itself has ended, in time or not. */
  readonly ended: Promise<void>;
};

/**
 * Does `work` with a deadline of `ms`. At the deadline its signal is aborted, so that it can stop before it commits, and
 * `result` rejects; unless `isAnswered` says that nobody waits any more: then the work may take its time.
 */
export function withDeadline<Result>(
  ms: number,
  work: (signal: AbortSignal) => Promise<Result>,
  isAnswered: () => boolean = () => false,
): Timed<Result> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      if (isAnswered()) return;
      const tooSlow = new TooSlow(ms);
      controller.abort(tooSlow);
      reject(tooSlow);
    }, ms);
  });
  const { signal } = controller;
  const endsAt = performance.now() + ms;
  const leftMs = () => (isAnswered() ? Number.POSITIVE_INFINITY : Math.ceil(endsAt - performance.now()));
  const working = present.run({ signal, leftMs }, async () => work(signal));
  const ended = working.then(
    () => clearTimeout(timer),
    () => clearTimeout(timer),
  );
  return { result: Promise.race([working, late]), ended };
}
