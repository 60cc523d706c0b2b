/** Waiting without sleeping: a condition is asked again after each change. */

/**
 * Resolves with the first truthy answer of `condition`.
 * Rejects after `timeoutMs` of real time (10 s by default), or at once when the condition throws.
 */
export function waitUntil<T>(
  condition: () => T,
  how: { what: string; timeoutMs?: number; onChange: (listener: () => void) => () => void },
): Promise<Exclude<T, false | null | undefined>> {
  return new Promise((resolve, reject) => {
    let stop: () => void = () => {};
    const timeoutMs = how.timeoutMs ?? 10_000;
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`waited ${timeoutMs} ms in vain for: ${how.what}`));
    }, timeoutMs);
    const ask = () => {
      try {
        const answer = condition();
        if (!answer) return;
        clearTimeout(timer);
        stop();
        resolve(answer as Exclude<T, false | null | undefined>);
      } catch (error) {
        clearTimeout(timer);
        stop();
        reject(error);
      }
    };
    stop = how.onChange(ask);
    ask();
  });
}
