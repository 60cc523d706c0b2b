/** Trouble on demand: what a test asked to go wrong, and how often it still shall. */
import type { Fault } from './protocol.ts';

type CallFault = Extract<
  Fault,
  { fault: 'rate_limit' | 'http_error' | 'slack_error' | 'slow' | 'lost_answer' }
>;
type EventFault = Extract<Fault, { fault: 'event' }>;

/** Equal but for how often they shall still happen. Both came through the same schema, which orders their fields. */
function isLike(a: Fault, b: Fault): boolean {
  return JSON.stringify({ ...a, times: 0 }) === JSON.stringify({ ...b, times: 0 });
}

export class Faults {
  #active: Fault[] = [];

  add(fault: Fault): void {
    this.#active.push({ ...fault });
  }

  /** @param like only those that are equal to it but for their count; all when left out */
  clear(like?: Fault): void {
    this.#active = like ? this.#active.filter((each) => !isLike(each, like)) : [];
  }

  list(): Fault[] {
    return this.#active.map((fault) => ({ ...fault }));
  }

  /** Takes the oldest fault for this call of `method`, and counts it. Each call meets at most one. */
  takeForCall(method: string): CallFault | undefined {
    const found = this.#active.find(
      (fault): fault is CallFault =>
        (fault.fault === 'rate_limit' ||
          fault.fault === 'http_error' ||
          fault.fault === 'slack_error' ||
          fault.fault === 'slow' ||
          fault.fault === 'lost_answer') &&
        (fault.method === method || fault.method === '*'),
    );
    if (found) this.#count(found);
    return found;
  }

  /** Takes the oldest fault for an event of this type, and counts it. */
  takeForEvent(eventType: string): EventFault | undefined {
    const found = this.#active.find(
      (fault): fault is EventFault =>
        fault.fault === 'event' && (fault.eventType === undefined || fault.eventType === eventType),
    );
    if (found) this.#count(found);
    return found;
  }

  isMissing(method: string): boolean {
    return this.#active.some((fault) => fault.fault === 'missing_method' && fault.method === method);
  }

  removedScopes(): Set<string> {
    return new Set(this.#active.flatMap((fault) => (fault.fault === 'remove_scope' ? [fault.scope] : [])));
  }

  #count(fault: CallFault | EventFault): void {
    fault.times -= 1;
    if (fault.times <= 0) this.#active = this.#active.filter((each) => each !== fault);
  }
}
