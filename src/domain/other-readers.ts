import type { Delivery } from './commands.ts';
import type { Decision, Draft } from './decision.ts';
import { rejected } from './decision.ts';
import type { UserId } from './identifiers.ts';
import { hasSummary } from './manager-news.ts';
import { sendSummary } from './send-summary.ts';

/**
 * The manager cannot be reached, or may read it late: somebody else is told as well. In the place of one whom Slack
 * refused, they are the manager from here on.
 */
export function tellOther(draft: Draft, person: UserId): Decision {
  const { engineer, manager, summary, alsoTold } = draft.incident();
  if (person === engineer) return rejected('manager_is_engineer');
  if (summary?.state === 'refused') {
    if (person !== manager) draft.emit({ type: 'manager_named', manager: person });
    sendSummary(draft);
    return draft.decided();
  }
  if (!hasSummary(summary) || person === manager || alsoTold.includes(person)) return draft.decided();
  draft.emit({ type: 'other_told', person });
  const { version } = draft.incident();
  draft.send(`summary_other:${version}`, { to: 'person', user: person }, { kind: 'summary_other', person });
  return draft.decided();
}

/** What became of it: the engineer hears when it did not arrive. */
export function otherDelivery(draft: Draft, person: UserId, delivery: Delivery): Decision {
  if (delivery.outcome === 'delivered' || !draft.incident().alsoTold.includes(person)) return draft.decided();
  const { reason } = delivery;
  draft.emit({ type: 'other_refused', person, reason });
  const { version } = draft.incident();
  draft.send(`other_refused:${version}`, { to: 'engineer' }, { kind: 'other_refused', person, reason });
  return draft.decided();
}
