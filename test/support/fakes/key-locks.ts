/** Locks by name, each held by one at a time, in the order they were asked for; like rows locked `FOR UPDATE`. */
export type KeyLocks = {
  /** Waits until the lock is free. Asking again for what one holds is the caller's mistake, and waits for ever. */
  take(key: string): Promise<() => void>;
};

export function keyLocks(): KeyLocks {
  const tails = new Map<string, Promise<void>>();
  return {
    async take(key) {
      const before = tails.get(key) ?? Promise.resolve();
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      tails.set(
        key,
        before.then(() => held),
      );
      await before;
      return release;
    },
  };
}
