/** The sandbox's time: real time (or a host's clock) plus what a test has added, with timers that follow both. */
import type { SandboxClock } from './surface.ts';

/** Node fires at once what should wait longer. https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

interface Timer {
  readonly due: number;
  readonly order: number;
  readonly run: () => void;
  handle: NodeJS.Timeout | null;
}

/** Lets everything that is ready to run do so, between two steps of a moved clock. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}

export class MovableClock implements SandboxClock {
  readonly #base: { now(): number };
  readonly #timers = new Set<Timer>();
  #offset: number;
  #order = 0;
  #onMove: () => void = () => {};

  /** @param offset milliseconds added by an earlier run; @param base the clock to follow, `Date` by default. */
  constructor(offset = 0, base: { now(): number } = Date) {
    this.#base = base;
    this.#offset = offset;
  }

  now(): number {
    return this.#base.now() + this.#offset;
  }

  /** How far it was moved by hand, in milliseconds. */
  get offset(): number {
    return this.#offset;
  }

  /** Calls back whenever it was moved by hand. */
  onMove(listener: () => void): void {
    this.#onMove = listener;
  }

  /**
   * Runs `run` once `ms` have passed, in real time or because the clock was moved, whichever is first.
   * @returns how to cancel it.
   */
  after(ms: number, run: () => void): () => void {
    const timer: Timer = { due: this.now() + ms, order: this.#order++, run, handle: null };
    this.#timers.add(timer);
    this.#arm(timer);
    return () => this.#drop(timer);
  }

  /** Waits in real time for what is left; longer than Node can wait, in several turns. */
  #arm(timer: Timer): void {
    if (timer.handle) clearTimeout(timer.handle);
    const left = Math.max(0, timer.due - this.now());
    const wake = () => (left > LONGEST_WAIT_MS ? this.#arm(timer) : this.#fire(timer));
    timer.handle = setTimeout(wake, Math.min(left, LONGEST_WAIT_MS));
    timer.handle.unref();
  }

  /** Fires what the host's clock has made due, when that clock was moved from outside. */
  check(): void {
    for (let next = this.#nextDue(this.now()); next; next = this.#nextDue(this.now())) this.#fire(next);
  }

  async advance(ms: number): Promise<void> {
    // What is about to set a timer does so first, so that it counts from before the move.
    await settle();
    await this.set(this.now() + ms);
  }

  async set(target: number): Promise<void> {
    for (let next = this.#nextDue(target); next; next = this.#nextDue(target)) {
      this.#offset += Math.max(0, next.due - this.now());
      this.#fire(next);
      await settle();
    }
    this.#offset += Math.max(0, target - this.now());
    // What has come nearer is waited for anew; a host's clock may stand still, and its timers are left alone.
    if (this.#base === Date) for (const timer of this.#timers) this.#arm(timer);
    this.#onMove();
    await settle();
  }

  /** Cancels every timer. */
  stop(): void {
    for (const timer of this.#timers) this.#drop(timer);
  }

  #nextDue(until: number): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.#timers) {
      if (timer.due > until) continue;
      if (!next || timer.due < next.due || (timer.due === next.due && timer.order < next.order)) next = timer;
    }
    return next;
  }

  #fire(timer: Timer): void {
    this.#drop(timer);
    timer.run();
  }

  #drop(timer: Timer): void {
    if (timer.handle) clearTimeout(timer.handle);
    this.#timers.delete(timer);
  }
}
