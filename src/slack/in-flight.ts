/** Work that has begun and must not be cut off. */
export class InFlight {
  readonly #running = new Set<Promise<unknown>>();

  /** Counts `work` until it ends, and hands it on. */
  track<Result>(work: Promise<Result>): Promise<Result> {
    const forget = () => void this.#running.delete(settled);
    const settled: Promise<void> = work.then(forget, forget);
    this.#running.add(settled);
    return work;
  }

  get count(): number {
    return this.#running.size;
  }

  /** Resolves when nothing runs any more, or after `graceMs`; tells how much is still running then. */
  async idle(graceMs: number): Promise<number> {
    let timer: NodeJS.Timeout | undefined;
    let isOver = false;
    const over = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        isOver = true;
        resolve();
      }, graceMs);
    });
    while (this.#running.size > 0 && !isOver) await Promise.race([Promise.all(this.#running), over]);
    clearTimeout(timer);
    return this.#running.size;
  }
}
