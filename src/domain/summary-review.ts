import type { IncidentCommand } from './commands.ts';
import type { Decision, Draft } from './decision.ts';
import { rejected } from './decision.ts';
import type { UserId } from './identifiers.ts';
import { sendSummary } from './send-summary.ts';

type ReviewSummary = Extract<IncidentCommand, { type: 'review_summary' }>;

/** Everybody who is with the engineer may read it first; the first yes is enough. */
export function sendSummaryReviews(draft: Draft): void {
  for (const person of draft.incident().helpers) sendSummaryReview(draft, person);
}

/** Asks one helper to read the summary that waits for a reader; not the manager, who reads it anyway. */
export function sendSummaryReview(draft: Draft, person: UserId): void {
  const { summary, manager } = draft.incident();
  if (summary?.state !== 'written' || summary.timing.kind !== 'after_helper' || summary.words === null)
    return;
  if (person === manager) return;
  const { words } = summary;
  const key = `summary_review:${words}:${person}`;
  draft.send(key, { to: 'person', user: person }, { kind: 'summary_review', words, person });
}

/** *Looks good, send it* or *I would change it*, for exactly the words that were read. */
export function reviewSummary(draft: Draft, { read, answer }: ReviewSummary): Decision {
  const { summary, status } = draft.incident();
  const by = draft.context.actor?.user;
  if (summary === null || summary.words !== read) return rejected('summary_changed');
  if (summary.state !== 'written' || by === undefined || status === 'dismissed') return draft.decided();
  if (answer.kind === 'approve') {
    draft.emit({ type: 'summary_approved' });
    sendSummary(draft);
    const { version } = draft.incident();
    draft.send(`summary_approved:${version}`, { to: 'engineer' }, { kind: 'summary_approved', by });
    return draft.decided();
  }
  const { words } = answer;
  draft.emit({ type: 'summary_remarked', words });
  const { version } = draft.incident();
  draft.send(`summary_remarked:${version}`, { to: 'engineer' }, { kind: 'summary_remarked', by, words });
  return draft.decided();
}
