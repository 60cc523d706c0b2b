import type { Context } from './commands.ts';
import type { Destination, Effect, MessageBody, Wake } from './effects.ts';
import type { EventBody, IncidentEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Instant } from './identifiers.ts';
import type { Incident } from './incident.ts';

/** Why a command was not carried out. Each has its own plain sentence in the words. */
export type RejectionCode =
  | 'not_allowed'
  | 'incident_over'
  | 'no_such_ask'
  | 'no_such_step'
  | 'own_step'
  | 'step_changed'
  | 'step_waits'
  | 'step_not_movable'
  | 'helper_is_engineer'
  | 'helper_is_manager'
  | 'hand_off_to_oneself'
  | 'hand_off_not_here'
  | 'no_such_owner'
  | 'somebody_is_there'
  | 'answered_meanwhile'
  | 'manager_is_engineer'
  | 'time_is_past'
  | 'already_told_manager'
  | 'summary_changed'
  | 'no_such_question'
  | 'already_answered'
  | 'not_relayed';

export type Rejection = { readonly kind: 'rejected'; readonly code: RejectionCode };

export type Decided = {
  readonly kind: 'decided';
  readonly incident: Incident;
  readonly events: readonly IncidentEvent[];
  readonly effects: readonly Effect[];
};

export type Decision = Decided | Rejection;

export const rejected = (code: RejectionCode): Rejection => ({ kind: 'rejected', code });

/**
 * A decision being written: events are folded in as they are added, so that later parts of the same
 * decision see what the earlier ones changed. It lives only inside one call of `decide`.
 */
export type Draft = {
  incident(): Incident;
  readonly context: Context;
  emit(body: EventBody): void;
  send(key: string, destination: Destination, message: MessageBody): void;
  wake(key: string, at: Instant, wake: Wake): void;
  also(effect: Effect): void;
  decided(): Decided;
};

/** Begins a decision on an incident as it is. */
export function draftOn(incident: Incident, context: Context): Draft {
  return draft(incident, context);
}

/** Begins a decision that opens an incident: the first event makes it. */
export function draftOf(opened: Incident, first: IncidentEvent, context: Context): Draft {
  return draft(opened, context, [first]);
}

function draft(start: Incident, context: Context, soFar: readonly IncidentEvent[] = []): Draft {
  let incident = start;
  const events = [...soFar];
  const effects: Effect[] = [];
  return {
    incident: () => incident,
    context,
    emit(body) {
      const event: IncidentEvent = {
        seq: incident.version + 1,
        at: context.now,
        actor: context.actor?.user ?? null,
        correlation: context.correlation,
        body,
      };
      events.push(event);
      incident = evolve(incident, event);
    },
    send: (key, destination, message) => effects.push({ kind: 'send', key, destination, message }),
    wake: (key, at, wake) => effects.push({ kind: 'wake', key, at, wake }),
    also: (effect) => effects.push(effect),
    decided: () => ({
      kind: 'decided',
      incident,
      events,
      effects: events.length > 0 ? [...effects, { kind: 'refresh' }] : effects,
    }),
  };
}
