/**
 * Events, delivered at least once: an event without an acknowledgement in 3 s is sent again at once, after a minute
 * and after five, with the same `event_id`. https://docs.slack.dev/apis/events-api#retries
 */
import { randomUUID } from 'node:crypto';
import { wrapEvent } from '../world/events.ts';
import type { Json, PendingEvent } from '../world/state.ts';
import type { World } from '../world/world.ts';
import type { Delivery } from './delivery.ts';

export const ACK_DEADLINE_MS = 3000;
const RETRY_AFTER_MS = [0, 60_000, 300_000];
/** How long an event waits for an app that holds no connection. */
const PATIENCE_MS = 600_000;
const REMEMBERED = 50;

export class EventQueue {
  readonly #world: World;
  readonly #delivery: Delivery;
  /** Waiting for a connection, in order. */
  #parked: PendingEvent[];

  /** Events that an earlier run did not get acknowledged wait for the app to connect. */
  constructor(world: World, delivery: Delivery) {
    this.#world = world;
    this.#delivery = delivery;
    this.#parked = [...world.state.pendingEvents];
    delivery.onAvailable(() => this.#unpark());
    world.sink = (event, about) => this.#accept(event, about.shared);
  }

  /** Forgets everything, for a workspace that begins anew. */
  reset(): void {
    this.#parked = [];
  }

  /**
   * Sends an event once more, as after a lost acknowledgement.
   * @returns its event id, or undefined when there is no such event
   */
  redeliver(which: { eventId?: string; eventType?: string }): string | undefined {
    const known = [...this.#world.state.recentEvents].reverse();
    const found = known.find(
      (each) =>
        (which.eventId === undefined || each.eventId === which.eventId) &&
        (which.eventType === undefined || innerType(each.body) === which.eventType),
    );
    if (!found) return undefined;
    const again = { ...found, attempts: Math.max(1, found.attempts), firstAt: this.#world.now() };
    this.#world.state.pendingEvents.push(again);
    this.#send(again);
    return found.eventId;
  }

  #accept(event: Json, shared: boolean): void {
    const world = this.#world;
    const eventId = world.newId('Ev');
    const pending: PendingEvent = {
      eventId,
      body: wrapEvent(world, structuredClone(event), eventId, shared),
      firstAt: world.now(),
      attempts: 0,
    };
    const state = world.state;
    state.recentEvents = [...state.recentEvents, pending].slice(-REMEMBERED);
    const fault = world.faults.takeForEvent(innerType(pending.body));
    if (fault?.what === 'drop') return;
    state.pendingEvents.push(pending);
    const copy = fault?.what === 'duplicate' ? { ...pending } : null;
    if (copy) state.pendingEvents.push(copy);
    const send = () => {
      if (fault?.what === 'delay') world.clock.after(fault.ms, () => this.#send(pending));
      else this.#send(pending);
      if (copy) this.#send(copy);
    };
    // What caused the event must survive a kill before the app hears of it. When it cannot be saved, whoever caused it
    // is told so, and the event waits for a restart.
    world.saved().then(send, () => {});
  }

  #send(pending: PendingEvent): void {
    if (!this.#world.state.pendingEvents.includes(pending)) return;
    const id = randomUUID();
    const timeout = this.#delivery.timeoutReason;
    let over = false;
    let cancel: () => void = () => {};
    const fail = (reason: string, retry: boolean) => {
      if (over) return;
      over = true;
      cancel();
      pending.reason = reason;
      if (retry) this.#retry(pending);
      else this.#drop(pending);
    };
    const sent = this.#delivery.send(
      {
        id,
        type: 'events_api',
        payload: pending.body,
        acceptsResponse: false,
        retry: pending.attempts > 0 ? { attempt: pending.attempts, reason: pending.reason ?? timeout } : null,
      },
      {
        acknowledged: () => {
          over = true;
          cancel();
          this.#drop(pending);
          return null;
        },
        lost: ({ reason, retry }) => {
          this.#delivery.giveUp(id);
          fail(reason, retry);
        },
      },
    );
    if (!sent) {
      this.#parked.push(pending);
      return;
    }
    pending.attempts += 1;
    cancel = this.#world.clock.after(ACK_DEADLINE_MS * this.#world.patience, () => {
      this.#delivery.giveUp(id);
      fail(timeout, true);
    });
  }

  #retry(pending: PendingEvent): void {
    const wait = RETRY_AFTER_MS[pending.attempts - 1];
    if (wait === undefined) this.#drop(pending);
    else this.#world.clock.after(wait, () => this.#send(pending));
  }

  #unpark(): void {
    const parked = this.#parked;
    this.#parked = [];
    for (const pending of parked) {
      if (this.#world.now() - pending.firstAt > PATIENCE_MS) this.#drop(pending);
      else this.#send(pending);
    }
  }

  #drop(pending: PendingEvent): void {
    const state = this.#world.state;
    state.pendingEvents = state.pendingEvents.filter((each) => each !== pending);
    // Not saved in time, it would come once more after a kill: at least once, as promised.
    this.#world.saved().catch(() => {});
  }
}

function innerType(body: Json): string {
  const event = body.event;
  return typeof event === 'object' && event !== null && 'type' in event ? String(event.type) : '';
}
