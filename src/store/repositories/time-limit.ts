/** A time after which somebody who waits is answered, whatever the database is still doing. */
export type TimeLimit = {
  /** Rejects with `error()` when the time is up before `settle` was called. */
  readonly passed: Promise<never>;
  /** The work is done: from here on its outcome is waited for. Throws when the time was up before. */
  settle(): void;
  /** To be called at the end, whatever it was. */
  clear(): void;
};

export function timeLimit(ms: number, error: () => Error): TimeLimit {
  let isUp = false;
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      isUp = true;
      reject(error());
    }, ms);
  });
  return {
    passed,
    settle() {
      if (isUp) throw error();
      clearTimeout(timer);
    },
    clear: () => clearTimeout(timer),
  };
}
