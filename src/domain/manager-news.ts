import type { Decision, Draft } from './decision.ts';
import type { ManagerNews } from './effects.ts';
import type { Instant, UserId } from './identifiers.ts';
import { type Incident, isOver, type SummaryState } from './incident.ts';

/** Several changes in a row are one piece of news: this long after the first, what is true then is told. */
export const newsPause = 60_000;

/** Oops wrote to them: not where the engineer told them in their own way. */
export function hasSummary(summary: SummaryState | null): summary is SummaryState {
  return summary?.state === 'sending' || summary?.state === 'delivered' || summary?.state === 'seen';
}

/** Everybody to whom the summary went: the manager first. */
export function readersOf({ manager, alsoTold }: Incident): readonly UserId[] {
  return manager === null ? [] : [...new Set([manager, ...alsoTold])];
}

/** When a manager hears of a change that they do not know of; null when they know everything. */
export function newsDueAt({ summary, ...incident }: Incident): Instant | null {
  if (!hasSummary(summary) || summary.changedAt === null) return null;
  return incident.status === 'open' || incident.status === 'mitigated' ? summary.changedAt + newsPause : null;
}

/** After a change of severity: sets the time when it is told. */
export function newsAfterSeverity(draft: Draft, before: Incident): void {
  const at = newsDueAt(draft.incident());
  if (at !== null && newsDueAt(before) === null) draft.wake('manager_news', at, { kind: 'news_due' });
}

/** What changed last is told, if it is still something that they do not know. */
export function newsDue(draft: Draft): Decision {
  const at = newsDueAt(draft.incident());
  if (at !== null && at <= draft.context.now) tellManagerNews(draft, 'severity');
  return draft.decided();
}

/** One message to a manager who was told that it began. */
export function tellManagerNews(draft: Draft, news: ManagerNews): void {
  const { manager, summary } = draft.incident();
  if (manager === null || !hasSummary(summary) || isOver(draft.incident())) return;
  draft.emit({ type: 'manager_updated', level: draft.incident().severity.level });
  const { version } = draft.incident();
  for (const user of readersOf(draft.incident())) {
    const message = { kind: 'manager_update', news } as const;
    draft.send(`manager_update:${version}:${user}`, { to: 'person', user }, message);
  }
}
