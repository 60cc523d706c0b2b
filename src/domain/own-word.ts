import type { Decision, Draft } from './decision.ts';
import type { Instant } from './identifiers.ts';
import { type Incident, isOver } from './incident.ts';
import { sendSummary } from './send-summary.ts';
import { isSerious } from './severity.ts';

const minute = 60_000;
/** How long *I will tell them myself* holds while it is serious, or not known to be milder. */
export const ownWordTime = 30 * minute;
/** When the engineer is reminded that it runs out. */
export const ownWordReminder = 25 * minute;

export type OwnWordTimes = { readonly soon: Instant; readonly due: Instant; readonly reminded: boolean };

/** When the facts go to the manager; null while nothing runs out. */
export function ownWordTimes(incident: Incident): OwnWordTimes | null {
  const { summary } = incident;
  if (summary === null || summary.ownWord === null || summary.state !== 'written') return null;
  if (isOver(incident)) return null;
  const { since, reminded } = summary.ownWord;
  return { soon: since + ownWordReminder, due: since + ownWordTime, reminded };
}

/** Sets the timers of a time that has just begun to run. */
export function setOwnWordTimers(draft: Draft): void {
  const times = ownWordTimes(draft.incident());
  if (times === null) return;
  if (!times.reminded) draft.wake('own_word_soon', times.soon, { kind: 'own_word_soon' });
  draft.wake('own_word_due', times.due, { kind: 'own_word_due' });
}

/**
 * After a change of severity. When it has become serious since the engineer chose to tell their manager themselves, the
 * time begins now, and they hear so before anything goes out.
 */
export function ownWordAfterSeverity(draft: Draft, before: Incident): void {
  const { version, severity } = draft.incident();
  if (!isSerious(severity.level) || ownWordTimes(before) !== null || ownWordTimes(draft.incident()) === null)
    return;
  setOwnWordTimers(draft);
  draft.send(`own_word_begins:${version}`, { to: 'engineer' }, { kind: 'own_word_begins' });
}

/** Five minutes are left: said once. */
export function ownWordSoon(draft: Draft): Decision {
  const { now } = draft.context;
  const times = ownWordTimes(draft.incident());
  if (times === null || times.reminded || now < times.soon || now >= times.due) return draft.decided();
  draft.emit({ type: 'own_word_reminded' });
  const { version } = draft.incident();
  draft.send(`own_word_soon:${version}`, { to: 'engineer' }, { kind: 'own_word_soon' });
  return draft.decided();
}

/** The time has run out: the facts go to the manager, as was said beforehand, and the engineer hears that they went. */
export function ownWordDue(draft: Draft): Decision {
  const times = ownWordTimes(draft.incident());
  if (times === null || draft.context.now < times.due) return draft.decided();
  draft.emit({ type: 'own_word_ran_out' });
  sendSummary(draft);
  const { version } = draft.incident();
  draft.send(`own_word_ran_out:${version}`, { to: 'engineer' }, { kind: 'own_word_ran_out' });
  return draft.decided();
}

/** *I have told them*: then Oops sends nothing. Also where it could not be delivered. */
export function managerToldByEngineer(draft: Draft): Decision {
  const state = draft.incident().summary?.state;
  if (state === 'written' || state === 'refused') draft.emit({ type: 'manager_told' });
  return draft.decided();
}
