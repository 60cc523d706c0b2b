import type { Draft } from './decision.ts';
import type { Incident } from './incident.ts';

/** Where personal data, customer data, money or safety may be involved: yes, or not known while it is serious. */
export function concernsDuty({ impact, severity }: Incident): boolean {
  const { level } = severity;
  if (impact.sensitive === 'unknown') return level === 'SEV1' || level === 'SEV2';
  return impact.sensitive === 'yes';
}

/** The bare facts go to the person whom the workspace named for it, once. Nobody decides here what is to be reported. */
export function tellDuty(draft: Draft): void {
  const { duty, engineer } = draft.incident();
  const person = draft.context.policy.dutyContact;
  if (duty !== null || person === null || person === engineer || !concernsDuty(draft.incident())) return;
  draft.emit({ type: 'duty_told', person });
  draft.send('duty', { to: 'person', user: person }, { kind: 'duty', person });
}

/** Who was told that it began hears that it has ended. */
export function tellDutyTheEnd(draft: Draft): void {
  const { duty, version } = draft.incident();
  if (duty === null) return;
  draft.send(`duty_closing:${version}`, { to: 'person', user: duty }, { kind: 'duty_closing', person: duty });
}
