import type { Decision, Draft } from './decision.ts';
import { dueWakes } from './due.ts';
import { wantHelp } from './help.ts';
import { isOver } from './incident.ts';
import { tellManagerNews } from './manager-news.ts';
import { gather } from './room.ts';

/**
 * It is not over after all. Who was with the engineer hears it, and so does a manager who was told; who had merely been
 * asked hears nothing, unless nobody is there and they are asked anew. Timers go on.
 */
export function reopen(draft: Draft): Decision {
  if (!isOver(draft.incident())) return draft.decided();
  draft.emit({ type: 'incident_reopened' });
  const { version, helpers } = draft.incident();
  draft.send(
    `reopened:${version}`,
    { to: 'place' },
    { kind: 'reopened', by: draft.context.actor?.user ?? '' },
  );
  for (const person of helpers) {
    if (person === draft.context.actor?.user) continue;
    const message = { kind: 'reopened_helper', person } as const;
    draft.send(`reopened_helper:${version}:${person}`, { to: 'person', user: person }, message);
  }
  tellManagerNews(draft, 'reopened');
  gather(draft, null);
  wantHelp(draft, false);
  for (const { key, at, wake } of dueWakes(draft.incident())) draft.wake(key, at, wake);
  return draft.decided();
}
