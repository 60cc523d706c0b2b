import type { Decision, Draft } from './decision.ts';
import type { Instant, UserId, WordsId } from './identifiers.ts';
import type { Incident } from './incident.ts';

/** Milliseconds. What two people cry out in one channel within this time is taken for the same thing. */
export const burstWithin = 10 * 60_000;

/** Whether somebody else's message, in the channel where this one began, is to be added to it. */
export function isFirstOfBurst(incident: Incident, author: UserId, now: Instant): boolean {
  const { origin, place, engineer, openedAt } = incident;
  if (origin.kind !== 'panic_message' || place.kind !== 'thread') return false;
  return engineer !== author && now - openedAt <= burstWithin;
}

/** Somebody else has written about the same. It is kept beside what the engineer wrote, and the card counts it. */
export function noticeOther(draft: Draft, person: UserId, words: WordsId): Decision {
  draft.emit({ type: 'other_noticed', person, words });
  return draft.decided();
}

/** How many other people wrote about it. */
export function otherVoices({ others, engineer }: Incident): number {
  return new Set(others.map(({ person }) => person).filter((person) => person !== engineer)).size;
}
