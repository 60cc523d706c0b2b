import type { Wake } from './effects.ts';
import { idleAt } from './first-screen.ts';
import type { Instant } from './identifiers.ts';
import { type Incident, isOver, lateAsks, waitingAsks } from './incident.ts';
import { silenceBeforeAsking } from './ladder.ts';
import { newsDueAt } from './manager-news.ts';
import { ownWordTimes } from './own-word.ts';
import { roomDueAt } from './room.ts';
import { asksAfterSilence } from './silence.ts';

/** A timer that still matters. `key`: as where it was set, so that setting it again is one timer. */
export type Due = { readonly key: string; readonly at: Instant; readonly wake: Wake };

/** The timers that an incident waits for, in no order; empty when nothing will happen by itself. */
export function dueWakes(incident: Incident): readonly Due[] {
  const idle = idleAt(incident);
  return [
    ...dueAsks(incident),
    ...dueLate(incident),
    ...dueSilence(incident),
    ...dueSummary(incident),
    ...dueOwnWord(incident),
    ...dueNews(incident),
    ...(idle === null ? [] : [{ key: 'idle', at: idle, wake: { kind: 'idle_due' } } as const]),
    ...dueRoom(incident),
  ];
}

/** When the first of them runs out; null when there is none. */
export function nextDue(incident: Incident): Instant | null {
  const times = dueWakes(incident).map(({ at }) => at);
  return times.length === 0 ? null : Math.min(...times);
}

function dueAsks(incident: Incident): readonly Due[] {
  if (isOver(incident)) return [];
  return waitingAsks(incident).map(({ id, answerBy }) => ({
    ...{ key: `ask:${id}`, at: answerBy, wake: { kind: 'ask_due', ask: id } },
  }));
}

/** While somebody is there, nobody else has to hurry. */
function dueLate(incident: Incident): readonly Due[] {
  if (isOver(incident) || incident.helpers.length > 0) return [];
  return lateAsks(incident).flatMap(({ id, comesAt }) =>
    comesAt === null ? [] : [{ key: `late:${id}`, at: comesAt, wake: { kind: 'late_due', ask: id } }],
  );
}

function dueSilence(incident: Incident): readonly Due[] {
  if (isOver(incident) || incident.helpWanted || !asksAfterSilence(incident)) return [];
  const { openedAt } = incident;
  return [{ key: 'silence', at: openedAt + silenceBeforeAsking, wake: { kind: 'silence_due' } }];
}

/** A summary for the morning goes out also when it is over by then, unless it turned out fine. */
function dueSummary({ summary, status }: Incident): readonly Due[] {
  if (summary?.state !== 'written' || summary.timing.kind !== 'at' || status === 'dismissed') return [];
  return [{ key: 'summary', at: summary.timing.at, wake: { kind: 'summary_due' } }];
}

/** *I will tell them myself*: a reminder, and then the facts. */
function dueOwnWord(incident: Incident): readonly Due[] {
  const times = ownWordTimes(incident);
  if (times === null) return [];
  const due: Due = { key: 'own_word_due', at: times.due, wake: { kind: 'own_word_due' } };
  if (times.reminded) return [due];
  return [{ key: 'own_word_soon', at: times.soon, wake: { kind: 'own_word_soon' } }, due];
}

/** What changed since the manager was told. */
function dueNews(incident: Incident): readonly Due[] {
  const at = newsDueAt(incident);
  return at === null ? [] : [{ key: 'manager_news', at, wake: { kind: 'news_due' } }];
}

/** The room goes some time after the end. */
function dueRoom(incident: Incident): readonly Due[] {
  const at = roomDueAt(incident);
  return at === null ? [] : [{ key: 'room', at, wake: { kind: 'room_due' } }];
}
