import type { Decision, Draft } from './decision.ts';
import type { Effect } from './effects.ts';
import type { Instant } from './identifiers.ts';
import type { Incident } from './incident.ts';
import { isOver } from './incident.ts';

/** How long an open first screen may stay without a word before Oops writes, milliseconds. */
export const idleFor = 60_000;

/**
 * The first screen was opened and nothing was asked or answered on it yet: nobody has seen more than a window, so there is
 * no card.
 */
export function isBareFirstScreen(incident: Incident): boolean {
  const { version, origin, helpWanted } = incident;
  const byHand = origin.kind === 'command' || origin.kind === 'global_shortcut';
  return version === 1 && byHand && !helpWanted && !isOver(incident);
}

/** When Oops writes by itself; null when something has happened since. */
export function idleAt(incident: Incident): Instant | null {
  return isBareFirstScreen(incident) ? incident.openedAt + idleFor : null;
}

/** The card comes with the first thing that is asked or answered, before anything else that is said about it. */
export function withCardFirst(before: Incident, decision: Decision): Decision {
  if (decision.kind === 'rejected' || decision.events.length === 0) return decision;
  if (!isBareFirstScreen(before)) return decision;
  const card: Effect = {
    kind: 'send',
    key: 'card',
    destination: { to: 'place' },
    message: { kind: 'card' },
  };
  return { ...decision, effects: [card, ...decision.effects] };
}

/** Closed, or left alone for a minute: Oops says that it is here, with the same two buttons as always. */
export function leaveFirstScreen(draft: Draft, why: 'closed' | 'idle'): Decision {
  if (isBareFirstScreen(draft.incident())) draft.emit({ type: 'first_screen_left', why });
  return draft.decided();
}
