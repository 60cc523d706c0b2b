/**
 * Keeps several sockets to Slack open at once, and replaces each before it goes: Slack recycles every connection every few
 * hours, and gives each envelope to one of the open ones, so a process with two is never deaf.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { classifySlackError, describeFailure, type SlackFailure } from './errors.ts';
import { type ConnectionEvents, NoHello, type SocketConnection } from './socket-connection.ts';
import { SlackStartError } from './start-error.ts';

export type SocketPoolSettings = {
  readonly open: (events: ConnectionEvents, signal: AbortSignal) => Promise<SocketConnection>;
  readonly events: ConnectionEvents;
  readonly log: Logger;
  /** How many sockets to hold. Slack allows ten to an app, those of other processes and of replacements included. */
  readonly count?: number;
  /** Between the first connection and the opening of the next, so that Slack does not recycle them together. */
  readonly staggerMs?: number;
  /** How long `start` tries to reach Slack before it gives up. */
  readonly startWithinMs?: number;
  /** How long a socket stays open when its replacement is there, for answers that are still under way. */
  readonly lingerMs?: number;
  /** Waits; rejects when aborted. For tests. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** 0 to 1, for the spread of attempts after an outage. For tests. */
  readonly random?: () => number;
};

const firstBackoffMs = 500;
const longestBackoffMs = 30_000;
/** A socket that ends sooner, twice in a row, is not replaced at once: whoever hangs up like that is in trouble. */
const briefMs = 5000;
/** A token refused while running may be put right by a person; until then there is no hurry. */
const refusedBackoffMs = 60_000;

export class SocketPool {
  readonly #settings: SocketPoolSettings;
  readonly #wait: NonNullable<SocketPoolSettings['wait']>;
  readonly #open = new Set<SocketConnection>();
  readonly #ended = new AbortController();
  #loops: Promise<void>[] = [];

  constructor(settings: SocketPoolSettings) {
    this.#settings = settings;
    this.#wait = settings.wait ?? ((ms, signal) => sleep(ms, undefined, { signal }));
  }

  /** Resolves with the first greeting. Rejects with a {@link SlackStartError} when Slack refuses, or cannot be reached in time. */
  async start(): Promise<void> {
    const { count = 2, staggerMs = 5000, startWithinMs = 30_000 } = this.#settings;
    let lastFailure: SlackFailure = { kind: 'temporary', reason: 'no answer in time' };
    let timer: NodeJS.Timeout | undefined;
    const first = new Promise<void>((resolve, reject) => {
      const giveUp = (failure: SlackFailure) => reject(new SlackStartError('SLACK_APP_TOKEN', failure));
      timer = setTimeout(() => giveUp(lastFailure), startWithinMs);
      const onFailure = (failure: SlackFailure) => {
        lastFailure = failure;
        if (failure.kind === 'refused' || failure.kind === 'broken') giveUp(failure);
      };
      this.#loops = [this.#keepOpen(0, resolve, onFailure)];
    });
    try {
      await first;
    } catch (error) {
      await this.stop();
      throw error;
    } finally {
      clearTimeout(timer);
    }
    for (let slot = 1; slot < count; slot += 1) this.#loops.push(this.#keepOpen(slot * staggerMs));
  }

  /** How many sockets Slack has greeted and not ended. */
  openSockets(): number {
    return [...this.#open].filter((connection) => connection.isOpen()).length;
  }

  /**
   * Acknowledges over the socket that the envelope came by or, when that has gone, over another one: an envelope is the
   * app's, not the socket's. Rejects when there is none; then Slack delivers an event again.
   */
  async acknowledge(envelopeId: string, payload: unknown, from: SocketConnection): Promise<void> {
    const other = [...this.#open].find((connection) => connection.isOpen());
    await (from.isOpen() ? from : (other ?? from)).acknowledge(envelopeId, payload);
  }

  /** Closes every socket and opens no more. */
  async stop(): Promise<void> {
    this.#ended.abort();
    await Promise.all([...this.#open].map((connection) => connection.close()));
    await Promise.all(this.#loops);
  }

  /** One slot: always one live socket, and for a moment also the one it replaces. Ends, without throwing, when stopped. */
  async #keepOpen(
    delayMs: number,
    onOpen: () => void = () => {},
    onFailure: (failure: SlackFailure) => void = () => {},
  ): Promise<void> {
    let current: SocketConnection | undefined;
    let failures = 0;
    if (!(await this.#pause(delayMs))) return;
    while (!this.#ended.signal.aborted) {
      try {
        const next = await this.#settings.open(this.#settings.events, this.#ended.signal);
        this.#open.add(next);
        void next.closed.then(() => this.#open.delete(next));
        if (this.#ended.signal.aborted) return next.close();
        if (current !== undefined) this.#retire(current);
        current = next;
        onOpen();
        this.#settings.log.info({ sockets: this.openSockets() }, 'slack socket opened');
      } catch (error) {
        if (this.#ended.signal.aborted) break;
        const failure = failureOf(error);
        onFailure(failure);
        this.#logFailure(failure);
        failures += 1;
        if (!(await this.#pause(this.#backoff(failure, failures)))) break;
        continue;
      }
      const openedAt = performance.now();
      const why = await current.ending;
      if (this.#ended.signal.aborted) break;
      this.#settings.log.info({ why }, 'slack socket is being replaced');
      failures = performance.now() - openedAt < briefMs ? failures + 1 : 0;
      if (failures > 1 && !(await this.#pause(this.#backoff({ kind: 'temporary', reason: why }, failures))))
        break;
    }
  }

  #retire(connection: SocketConnection): void {
    const timer = setTimeout(() => void connection.close(), this.#settings.lingerMs ?? 10_000);
    void connection.closed.then(() => clearTimeout(timer));
  }

  #backoff(failure: SlackFailure, failures: number): number {
    if (failure.kind === 'rate_limited') return failure.retryAfterMs;
    if (failure.kind === 'refused' || failure.kind === 'broken') return refusedBackoffMs;
    const longest = Math.min(longestBackoffMs, firstBackoffMs * 2 ** (failures - 1));
    return longest * (0.5 + (this.#settings.random ?? Math.random)() / 2);
  }

  /** False when the pool was stopped meanwhile. */
  async #pause(ms: number): Promise<boolean> {
    try {
      if (ms > 0) await this.#wait(ms, this.#ended.signal);
    } catch {
      return false;
    }
    return !this.#ended.signal.aborted;
  }

  #logFailure(failure: SlackFailure): void {
    const line = { failure: describeFailure(failure), sockets: this.openSockets() };
    if (failure.kind === 'refused' || failure.kind === 'broken') {
      this.#settings.log.error(line, 'slack refuses to open a socket');
    } else {
      this.#settings.log.warn(line, 'slack socket could not be opened; trying again');
    }
  }
}

function failureOf(error: unknown): SlackFailure {
  return error instanceof NoHello ? { kind: 'temporary', reason: error.code } : classifySlackError(error);
}
