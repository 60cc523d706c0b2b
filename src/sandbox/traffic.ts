/** What went over the wire between the app and the pretend Slack, for tests and for the curious. Kept in memory. */
import type { TrafficEntry } from './protocol.ts';

type WithoutPlace<T> = T extends unknown ? Omit<T, 'n' | 'at'> : never;
/** An entry before it has its number and time. */
export type NewTrafficEntry = WithoutPlace<TrafficEntry>;

const KEPT = 5000;

export class TrafficLog {
  readonly #now: () => number;
  #entries: TrafficEntry[] = [];
  #last = 0;
  #onEntry: () => void = () => {};

  constructor(now: () => number) {
    this.#now = now;
  }

  get last(): number {
    return this.#last;
  }

  onEntry(listener: () => void): void {
    this.#onEntry = listener;
  }

  add(entry: NewTrafficEntry): void {
    this.#last += 1;
    this.#entries.push({ ...entry, n: this.#last, at: this.#now() });
    if (this.#entries.length > KEPT * 1.2) this.#entries = this.#entries.slice(-KEPT);
    this.#onEntry();
  }

  /** Entries after number `since`, oldest first; at least the last 5000 are kept. */
  since(since = 0): TrafficEntry[] {
    // Numbered without gaps: what is after a number is found without looking through the rest.
    const first = this.#entries[0]?.n ?? 0;
    return this.#entries.slice(Math.max(0, since - first + 1));
  }
}
