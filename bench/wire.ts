import type { TrafficEntry } from '../src/sandbox/protocol.ts';
import type { Sandbox } from '../src/sandbox/surface.ts';

export type Fits = (entry: TrafficEntry) => boolean;

/** What passes between the sandbox and its app, with the moment it passed, on a monotonic clock. */
export type Wire = {
  /**
   * Resolves with the moment of the first entry from now on that fits, milliseconds. The sandbox notes an envelope as it
   * sends it, and a call when it has done what the call asks for and is about to answer. Rejects after half a minute.
   */
  readonly next: (what: string, fits: Fits) => Promise<number>;
  /** Resolves when nothing has passed for so long: whatever follows from the last thing is over. Milliseconds. */
  readonly quiet: (ms: number) => Promise<void>;
};

const patienceMs = 30_000;

type Listener = (entry: TrafficEntry, at: number) => void;

export function wireOf(sandbox: Sandbox): Wire {
  const listeners = new Set<Listener>();
  let last = sandbox.traffic().at(-1)?.n ?? 0;
  // Called in the same turn of the event loop as the change: no polling, and nothing to round up to.
  sandbox.onChange(() => {
    const at = performance.now();
    for (const entry of sandbox.traffic(last)) {
      last = entry.n;
      for (const listener of [...listeners]) listener(entry, at);
    }
  });

  return {
    next: (what, fits) =>
      new Promise((resolve, reject) => {
        const stop = (): void => {
          clearTimeout(timer);
          listeners.delete(listen);
        };
        const listen: Listener = (entry, at) => {
          if (!fits(entry)) return;
          stop();
          resolve(at);
        };
        const timer = setTimeout(() => {
          stop();
          const calls = sandbox.traffic().flatMap((each) => (each.kind === 'call' ? [each] : []));
          const last = calls.slice(-3).map(({ method, answer }) => `${method} ${answer.error ?? 'ok'}`);
          reject(
            new Error(
              `Nothing came of it within ${patienceMs} ms: ${what}. The last calls: ${last.join(', ')}.`,
            ),
          );
        }, patienceMs);
        listeners.add(listen);
      }),
    quiet: (ms) =>
      new Promise((resolve) => {
        const done = (): void => {
          listeners.delete(again);
          resolve();
        };
        const again: Listener = () => void timer.refresh();
        const timer = setTimeout(done, ms);
        listeners.add(again);
      }),
  };
}
