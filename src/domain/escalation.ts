import type { Delivery, IncidentCommand } from './commands.ts';
import type { Decision, Draft } from './decision.ts';
import { rejected } from './decision.ts';
import { isOver } from './incident.ts';
import { setOwnWordTimers } from './own-word.ts';
import { sendSummary } from './send-summary.ts';
import { isSerious } from './severity.ts';
import { sendSummaryReviews } from './summary-review.ts';

type WriteSummary = Extract<IncidentCommand, { type: 'write_summary' }>;

/** The engineer's own words to their manager, and when they go. Once they are on their way they stay as they are. */
export function writeSummary(draft: Draft, { manager, words, timing }: WriteSummary): Decision {
  const incident = draft.incident();
  const state = incident.summary?.state ?? 'written';
  if (manager === incident.engineer) return rejected('manager_is_engineer');
  if (state !== 'written' && state !== 'refused' && state !== 'told') return rejected('already_told_manager');
  if (timing.kind === 'at' && timing.at <= draft.context.now) return rejected('time_is_past');
  if (incident.manager !== manager) draft.emit({ type: 'manager_named', manager });
  if (draft.context.circle.manager === null) {
    draft.also({ kind: 'remember_manager', engineer: incident.engineer, person: manager });
  }
  draft.emit({ type: 'summary_written', words, timing });
  if (timing.kind === 'now') sendSummary(draft);
  if (timing.kind === 'at') draft.wake('summary', timing.at, { kind: 'summary_due' });
  if (timing.kind === 'myself') setOwnWordTimers(draft);
  if (timing.kind === 'after_helper') sendSummaryReviews(draft);
  return draft.decided();
}

/**
 * The chosen time has come. A summary that was changed since waits for its new time. One for the morning goes out also
 * when it is over by then, with how it ended; when it turned out fine there is nothing to tell.
 */
export function summaryDue(draft: Draft): Decision {
  const { summary } = draft.incident();
  const due =
    summary?.state === 'written' && summary.timing.kind === 'at' && summary.timing.at <= draft.context.now;
  if (due) sendSummary(draft);
  return draft.decided();
}

/** The engineer does not wait any longer: for its time, for a reader, or for themselves. */
export function sendSummaryNow(draft: Draft): Decision {
  const summary = draft.incident().summary;
  if (summary?.state === 'written' && summary.timing.kind !== 'myself') sendSummary(draft);
  return draft.decided();
}

/** What became of the summary: the engineer hears of it when it could not be delivered. */
export function summaryDelivery(draft: Draft, delivery: Delivery): Decision {
  if (draft.incident().summary?.state !== 'sending') return draft.decided();
  if (delivery.outcome === 'delivered') {
    draft.emit({ type: 'summary_delivered', paused: delivery.paused });
    const { severity, version } = draft.incident();
    if (delivery.paused && isSerious(severity.level) && !isOver(draft.incident()))
      draft.send(`summary_paused:${version}`, { to: 'engineer' }, { kind: 'summary_paused' });
    return draft.decided();
  }
  const { reason } = delivery;
  draft.emit({ type: 'summary_refused', reason });
  const { version } = draft.incident();
  draft.send(`summary_refused:${version}`, { to: 'engineer' }, { kind: 'summary_refused', reason });
  return draft.decided();
}

/** The manager pressed *Seen*. */
export function markSummarySeen(draft: Draft): Decision {
  const { summary, manager } = draft.incident();
  const state = summary?.state;
  if (draft.context.actor?.user !== manager) return draft.decided();
  if (state === 'sending' || state === 'delivered') {
    draft.emit({ type: 'summary_seen' });
    draft.send('summary_seen', { to: 'engineer' }, { kind: 'summary_seen' });
  }
  return draft.decided();
}
