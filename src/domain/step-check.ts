import type { Draft } from './decision.ts';
import type { UserId } from './identifiers.ts';
import type { Step } from './incident.ts';

/** Asks one person to read a step that waits, as it is now. The same step in the same words is asked about once. */
export function sendStepCheck(draft: Draft, { id: step, words }: Step, person: UserId): void {
  const key = `step_check:${step}:${words}:${person}`;
  draft.send(key, { to: 'person', user: person }, { kind: 'step_check', step, words, person });
}
