import type { Draft } from './decision.ts';
import { tellManagerTheEnd } from './ending.ts';
import { isOver } from './incident.ts';

/** Hands the summary over, with how it ended when it is over by then; when it turned out fine there is nothing to tell. */
export function sendSummary(draft: Draft): void {
  const { manager, summary, status } = draft.incident();
  if (manager === null || summary === null || status === 'dismissed') return;
  draft.emit({ type: 'summary_asked_for' });
  const { version } = draft.incident();
  draft.send(`summary:${version}`, { to: 'person', user: manager }, { kind: 'summary' });
  if (isOver(draft.incident())) tellManagerTheEnd(draft);
}
