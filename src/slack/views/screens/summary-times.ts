import type { Instant } from '../../../domain/identifiers.ts';
import { comingHalfHours, nextMorning } from '../../../domain/working-day.ts';
import type { Choice } from '../../blocks.ts';
import { clockTime, dayFrom } from '../../words/dates.ts';
import type { Words } from '../../words/words.ts';

/** The two clocks: the manager's and the engineer's; null where Slack did not say. */
export type Zones = { readonly theirs: string | null; readonly yours: string | null };

/** The half hours of the coming day, each on both clocks; the value is the time. `chosen` is among them in any case. */
export function timeChoices(
  now: Instant,
  zones: Zones,
  chosen: Instant | null,
  words: Words,
): readonly Choice[] {
  const slots = comingHalfHours(now, zones.theirs ?? zones.yours ?? 'UTC');
  const all = chosen === null || chosen <= now || slots.includes(chosen) ? slots : [chosen, ...slots];
  return all.map((at) => ({ value: String(at), text: onBothClocks(now, at, zones, words) }));
}

/** When their next working day begins; null when nobody knows where they are. */
export function morningOf(now: Instant, { theirs }: Zones): Instant | null {
  return theirs === null ? null : nextMorning(now, theirs);
}

/** "Tomorrow 07:30 for them · 13:30 for you": the day is theirs, since that is when they read it. */
export function onBothClocks(now: Instant, at: Instant, { theirs, yours }: Zones, words: Words): string {
  const { clock, clocks, clockYours, today, tomorrow } = words.screens.escalation;
  const zone = theirs ?? yours ?? 'UTC';
  const { days, weekday } = dayFrom(now, at, zone);
  const day = days === 0 ? today : days === 1 ? tomorrow : weekday;
  const there = clockTime(at, zone);
  if (theirs === null) return clockYours(day, there);
  const here = yours === null ? there : clockTime(at, yours);
  return here === there ? clock(day, there) : clocks(day, there, here);
}
