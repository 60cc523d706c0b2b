import type { Decision, Draft } from './decision.ts';
import { tellDutyTheEnd } from './duty.ts';
import { isOver } from './incident.ts';
import { hasSummary, readersOf } from './manager-news.ts';
import { closeRoom } from './room.ts';

/** *It's over*: everybody who was told hears how it ended. */
export function resolve(draft: Draft): Decision {
  if (isOver(draft.incident())) return draft.decided();
  draft.emit({ type: 'incident_resolved' });
  draft.send(`closing:${draft.incident().version}`, { to: 'place' }, { kind: 'closing' });
  sayWhatBecomesOfTheSummary(draft);
  closeRoom(draft);
  standDown(draft);
  tellManagerTheEnd(draft);
  tellDutyTheEnd(draft);
  return draft.decided();
}

/** What is between the engineer and the manager is said to the engineer alone; in their own messages it stands in the end itself. */
function sayWhatBecomesOfTheSummary(draft: Draft): void {
  const { place, summary, version } = draft.incident();
  const waits = summary?.state === 'written' && summary.timing.kind !== 'myself';
  if (waits && place.kind !== 'dm')
    draft.send(`closing_summary_waits:${version}`, { to: 'engineer' }, { kind: 'closing' });
}

/** *It turned out fine*: the card becomes one line, and whoever was asked is stood down with thanks. */
export function dismiss(draft: Draft): Decision {
  if (isOver(draft.incident())) return draft.decided();
  draft.emit({ type: 'incident_dismissed' });
  closeRoom(draft);
  standDown(draft);
  tellManagerTheEnd(draft);
  tellDutyTheEnd(draft);
  return draft.decided();
}

function standDown(draft: Draft): void {
  const { asks, helpers, version } = draft.incident();
  for (const person of helpers) {
    const message = { kind: 'closing_helper', person } as const;
    draft.send(`closing_helper:${person}:${version}`, { to: 'person', user: person }, message);
  }
  for (const ask of asks) {
    if (ask.state !== 'asked' && ask.state !== 'later' && ask.state !== 'unanswered') continue;
    // What has not been sent is not sent any more; who has been written to is told that they can leave it.
    if (ask.reached === null) continue;
    const message = { kind: 'stood_down', ask: ask.id } as const;
    draft.send(`stood_down:${ask.id}`, { to: 'person', user: ask.person }, message);
  }
}

/** A manager who was told that it began hears that it has ended. */
export function tellManagerTheEnd(draft: Draft): void {
  const { summary, version } = draft.incident();
  if (!hasSummary(summary)) return;
  for (const user of readersOf(draft.incident())) {
    draft.send(`closing_summary:${version}:${user}`, { to: 'person', user }, { kind: 'closing_summary' });
  }
}
