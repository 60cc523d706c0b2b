/** The one mutable thing of the sandbox: state, clock, app facts, and who wants to know of changes. */
import type { MovableClock } from '../clock.ts';
import type { Faults } from '../faults.ts';
import type { AppFacts } from '../manifest.ts';
import type { Person } from '../protocol.ts';
import type { TrafficLog } from '../traffic.ts';
import type { Json, WorldState } from './state.ts';

/** Where events for the app go; set once by whoever delivers them. */
export type EventSink = (event: Json, about: { shared: boolean }) => void;

export class World {
  state: WorldState;
  readonly clock: MovableClock;
  readonly app: AppFacts;
  readonly faults: Faults;
  readonly traffic: TrafficLog;
  /** How many times longer than Slack it waits for an app. */
  readonly patience: number;
  baseUrl = '';
  sink: EventSink = () => {};
  #save: () => Promise<void>;
  readonly #listeners = new Set<(change: { people: readonly string[] }) => void>();

  constructor(parts: {
    state: WorldState;
    clock: MovableClock;
    app: AppFacts;
    faults: Faults;
    traffic: TrafficLog;
    patience?: number;
  }) {
    this.state = parts.state;
    this.clock = parts.clock;
    this.app = parts.app;
    this.faults = parts.faults;
    this.traffic = parts.traffic;
    this.patience = parts.patience ?? 1;
    this.#save = () => Promise.resolve();
  }

  now(): number {
    return this.clock.now();
  }

  /** Says where to save; without it, saving does nothing. */
  saveWith(save: () => Promise<void>): void {
    this.#save = save;
  }

  /** Resolves when what is known now would survive a kill. */
  saved(): Promise<void> {
    return this.#save();
  }

  /** Tells that something changed, and for whom (`*` is everyone). */
  changed(people: readonly string[]): void {
    this.state.version += 1;
    const change = { version: this.state.version, people: [...people] };
    for (const listener of [...this.#listeners]) listener(change);
  }

  onChange(listener: (change: { people: readonly string[] }) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A new id such as `C0SB00000A`, never given before in this workspace. */
  newId(prefix: string): string {
    this.state.counter += 1;
    return `${prefix}0SB${this.state.counter.toString(36).toUpperCase().padStart(6, '0')}`;
  }

  /**
   * A message timestamp, `seconds.microseconds`: unique and later than every earlier one, whatever the clock does.
   * https://docs.slack.dev/messaging/retrieving-messages
   */
  newTs(): string {
    const micros = Math.max(Math.round(this.now() * 1000), this.state.lastTs + 1);
    this.state.lastTs = micros;
    return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`;
  }

  /** The token's scopes: those of the manifest, less those taken away as a fault. */
  scopes(): string[] {
    return this.app.scopes.filter((scope) => !this.faults.removedScopes().has(scope));
  }

  person(id: string): Person | undefined {
    return this.state.people[id];
  }

  isBotUser(id: string): boolean {
    return id === this.state.bot.userId;
  }
}
