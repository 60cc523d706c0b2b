import type { Reading } from '../../app/ports.ts';
import { plainTime } from '../words/dates.ts';
import type { Words } from '../words/words.ts';

/**
 * A first version of the summary in plain sentences, from the answers; never from what was written in fright. `helpers`
 * are names as plain text.
 */
export function firstSummary(
  { incident, viewer, words: texts }: Reading,
  helpers: readonly string[],
  words: Words,
): string {
  const { impact, severity, openedAt } = incident;
  return words.summary.draft({
    kinds: impact.kinds.filter((kind) => kind !== 'unknown'),
    affected: impact.affected === null ? null : (texts.get(impact.affected) ?? null),
    stillHappening: incident.stillHappening,
    noticedBy: impact.noticedBy,
    level: severity.level,
    since: plainTime(openedAt, viewer.zone ?? 'UTC'),
    helpers,
  });
}
