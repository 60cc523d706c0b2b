import type { Decision, Draft } from './decision.ts';
import { wantHelp } from './help.ts';
import type { UserId, WordsId } from './identifiers.ts';
import type { GivenPart } from './incident.ts';
import type { Screen } from './phases.ts';

/**
 * *I can't do this part*: whoever else is here is asked to do this screen. With nobody here a person is asked to come,
 * and whoever comes hears of it. Pressed again while it is waited for, it changes nothing.
 */
export function givePart(draft: Draft, screen: Screen, words: WordsId | null): Decision {
  const { helpers, engineer, givenParts } = draft.incident();
  const by = draft.context.actor?.user ?? null;
  const others = helpers.filter((person) => person !== by);
  const before = givenParts.find((part) => part.screen === screen);
  const isNew = before === undefined || before.by !== by;
  if (isNew || words !== null) {
    draft.emit({ type: 'part_given', screen, words: words ?? before?.words ?? null });
  }
  if (isNew) {
    for (const person of others) sendPart(draft, screen, person, by ?? engineer);
  }
  return others.length === 0 ? wantHelp(draft, by !== engineer) : draft.decided();
}

/** To who has just come: what nobody could do so far. */
export function sendParts(draft: Draft, person: UserId): void {
  const { givenParts, engineer } = draft.incident();
  for (const { screen, by } of givenParts) {
    if (by !== person) sendPart(draft, screen, person, by ?? engineer);
  }
}

function sendPart(draft: Draft, screen: GivenPart['screen'], person: UserId, from: UserId): void {
  const { version } = draft.incident();
  const message = { kind: 'part', screen, person, from } as const;
  draft.send(`part:${screen}:${person}:${version}`, { to: 'person', user: person }, message);
}

/** A helper's version of what the manager is to read. It stays the engineer's to send. */
export function draftSummary(draft: Draft, words: WordsId): Decision {
  const by = draft.context.actor?.user;
  draft.emit({ type: 'summary_drafted', words });
  if (by !== undefined) {
    const { version } = draft.incident();
    draft.send(`summary_drafted:${version}`, { to: 'engineer' }, { kind: 'summary_drafted', by });
  }
  return draft.decided();
}
