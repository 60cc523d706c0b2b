import type { IncidentCommand } from './commands.ts';
import type { Decision, Draft } from './decision.ts';
import { impactFacts } from './incident.ts';
import type { Severity } from './severity.ts';
import { assessSeverity } from './severity.ts';

type Tell<T extends IncidentCommand['type']> = Extract<IncidentCommand, { type: T }>;

/** What is affected, and how. */
export function tellImpact(draft: Draft, { affected, kinds }: Tell<'tell_impact'>): Decision {
  draft.emit({ type: 'impact_told', affected, kinds });
  reassess(draft);
  return draft.decided();
}

/** Who notices, whether it spreads, and whether somebody with a duty has to know. */
export function tellReach(draft: Draft, command: Tell<'tell_reach'>): Decision {
  const { noticedBy, spreading, sensitive } = command;
  draft.emit({ type: 'reach_told', noticedBy, spreading, sensitive });
  reassess(draft);
  return draft.decided();
}

/** A person knows better than the rule. *I don't know* leaves it to the rule again, so that it lowers nothing. */
export function setSeverity(draft: Draft, level: Severity): Decision {
  if (level === 'unknown') applyRule(draft);
  else if (draft.incident().severity.level !== level) {
    draft.emit({ type: 'severity_set', level, reason: 'chosen_by_person' });
  }
  return draft.decided();
}

/** The rule speaks again after new answers; a person's own choice stands. */
function reassess(draft: Draft): void {
  if (draft.incident().severity.reason !== 'chosen_by_person') applyRule(draft);
}

function applyRule(draft: Draft): void {
  const { severity } = draft.incident();
  const { level, reason } = assessSeverity(impactFacts(draft.incident()));
  if (level !== severity.level || reason !== severity.reason) {
    draft.emit({ type: 'severity_set', level, reason });
  }
}
