import type { IncidentCommand, Seen } from './commands.ts';
import type { Decision, Draft } from './decision.ts';
import { rejected } from './decision.ts';
import { tellDuty } from './duty.ts';
import { wantHelp } from './help.ts';
import { type AnsweredScreen, type Incident, impactFacts } from './incident.ts';
import { newsAfterSeverity } from './manager-news.ts';
import { ownWordAfterSeverity } from './own-word.ts';
import { askOwners } from './owners.ts';
import { choosePlace } from './place.ts';
import type { Severity } from './severity.ts';
import { assessSeverity } from './severity.ts';

type Tell<T extends IncidentCommand['type']> = Extract<IncidentCommand, { type: T }>;

/** Somebody else has answered this screen since it was drawn: their answer stands, and this one is not kept. */
function isStale(draft: Draft, screen: AnsweredScreen, seen: Seen | undefined): boolean {
  const last = draft.incident().answered[screen];
  if (seen === undefined) return false;
  return last !== undefined && last.version > seen && last.by !== draft.context.actor?.user;
}

/** What happened, and whether it goes on. Saying it is asking for help. */
export function tellHappened(draft: Draft, { words, stillHappening, seen }: Tell<'tell_happened'>): Decision {
  if (isStale(draft, 'reassurance', seen)) return rejected('answered_meanwhile');
  if (!draft.incident().helpWanted) wantHelp(draft, false);
  if (words !== 'unchanged' && words !== draft.incident().happened)
    draft.emit({ type: 'happened_told', words });
  draft.emit({ type: 'still_happening_told', answer: stillHappening });
  return draft.decided();
}

/** What is affected, and how. */
export function tellImpact(
  draft: Draft,
  { affected, kinds, services = [], where, seen }: Tell<'tell_impact'>,
): Decision {
  if (isStale(draft, 'impact', seen)) return rejected('answered_meanwhile');
  draft.emit({ type: 'impact_told', affected, kinds, services });
  if (kinds.length === 1 && kinds[0] === 'none' && !reachWasAnswered(draft))
    draft.emit({ type: 'small_told' });
  // Who reads it is the engineer's own choice.
  if (where !== undefined && draft.context.actor?.user === draft.incident().engineer)
    choosePlace(draft, where);
  reassess(draft);
  tellOthers(draft);
  return draft.decided();
}

/** What was said of the reach by itself stands beside *it is small*, and is not overwritten by it. */
function reachWasAnswered(draft: Draft): boolean {
  return draft.incident().impact.noticedBy !== null;
}

/** Who notices, whether it spreads, and whether somebody with a duty has to know. */
export function tellReach(draft: Draft, command: Tell<'tell_reach'>): Decision {
  const { noticedBy, spreading, sensitive, seen } = command;
  if (isStale(draft, 'reach', seen)) return rejected('answered_meanwhile');
  draft.emit({ type: 'reach_told', noticedBy, spreading, sensitive });
  reassess(draft);
  tellOthers(draft);
  return draft.decided();
}

/** A person knows better than the rule. *I don't know* leaves it to the rule again, so that it lowers nothing. */
export function setSeverity(draft: Draft, level: Severity): Decision {
  if (level === 'unknown') applyRule(draft);
  else if (draft.incident().severity.level !== level) {
    changeSeverity(draft, { level, reason: 'chosen_by_person' });
  }
  tellOthers(draft);
  return draft.decided();
}

/** What is known now may concern the owner of a service, or the duty contact. */
function tellOthers(draft: Draft): void {
  if (draft.incident().impactTold) askOwners(draft);
  tellDuty(draft);
}

/** The rule speaks again after new answers; a person's own choice stands. */
function reassess(draft: Draft): void {
  if (draft.incident().severity.reason !== 'chosen_by_person') applyRule(draft);
}

function applyRule(draft: Draft): void {
  const { severity } = draft.incident();
  const { level, reason } = assessSeverity(impactFacts(draft.incident()));
  if (level !== severity.level || reason !== severity.reason) {
    changeSeverity(draft, { level, reason });
  }
}

function changeSeverity(draft: Draft, { level, reason }: Incident['severity']): void {
  const before = draft.incident();
  draft.emit({ type: 'severity_set', level, reason });
  ownWordAfterSeverity(draft, before);
  newsAfterSeverity(draft, before);
}
