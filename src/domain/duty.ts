import type { Decision, Draft } from './decision.ts';
import type { Incident } from './incident.ts';

/** Where personal data, customer data, money or safety may be involved: yes, or not known while it is serious. */
export function concernsDuty({ impact, severity }: Incident): boolean {
  const { level } = severity;
  if (impact.sensitive === 'unknown') return level === 'SEV1' || level === 'SEV2';
  return impact.sensitive === 'yes';
}

/** The bare facts go to the person whom the workspace named for it, once. Nobody decides here what is to be reported. */
export function tellDuty(draft: Draft): void {
  const { duty, dutyRefused: refused, engineer } = draft.incident();
  const person = draft.context.policy.dutyContact;
  if (duty !== null || person === null || person === engineer || !concernsDuty(draft.incident())) return;
  if (person === refused) return;
  draft.emit({ type: 'duty_told', person });
  const key = refused === null ? 'duty' : `duty:${draft.incident().version}`;
  draft.send(key, { to: 'person', user: person }, { kind: 'duty', person });
}

/** Slack did not take it: the engineer hears it, since nobody else will tell them. */
export function dutyRefused(draft: Draft, reason: string): Decision {
  const { duty: person } = draft.incident();
  if (person === null) return draft.decided();
  draft.emit({ type: 'duty_refused', reason });
  const { version } = draft.incident();
  draft.send(`duty_refused:${version}`, { to: 'engineer' }, { kind: 'duty_refused', person });
  return draft.decided();
}

/** Who was told that it began hears that it has ended. */
export function tellDutyTheEnd(draft: Draft): void {
  const { duty, version } = draft.incident();
  if (duty === null) return;
  draft.send(`duty_closing:${version}`, { to: 'person', user: duty }, { kind: 'duty_closing', person: duty });
}
