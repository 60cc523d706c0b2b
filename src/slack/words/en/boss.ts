import type { Status } from '../../../domain/incident.ts';
import type { ImpactKind, Severity } from '../../../domain/severity.ts';
import { screens } from './screens.ts';

/** What may be passed on: counts and enums, no name and no word that somebody typed. */
export type BossFacts = {
  readonly name: string;
  readonly status: Status;
  /** In plain text, with its zone. */
  readonly firstKnown: string;
  readonly kinds: readonly ImpactKind[];
  readonly level: Severity;
  readonly helpers: number;
  readonly steps: { readonly done: number; readonly all: number };
};

const states: Record<Status, string> = {
  open: 'being worked on',
  mitigated: 'under control, and still being worked on',
  resolved: 'over',
  reviewed: 'over and reviewed',
  dismissed: 'over; it turned out fine',
};

const meanings: Record<Severity, string> = {
  SEV1: 'SEV1. That is the highest of four levels: many people or sensitive data may be affected.',
  SEV2: 'SEV2. That is the second of four levels: serious, and limited so far.',
  SEV3: 'SEV3. That is the third of four levels: limited to the company.',
  SEV4: 'SEV4. That is the lowest of four levels: hardly anybody notices.',
  unknown: 'not known yet. Until it is, we treat it as serious.',
};

const isOver = (status: Status): boolean => status !== 'open' && status !== 'mitigated';

function whatIsDone({ status, helpers, steps }: BossFacts): string {
  if (isOver(status)) return 'Nothing more has to be done now. What to learn from it comes later.';
  const people =
    helpers === 0
      ? 'Help has been asked for.'
      : helpers === 1
        ? 'A second person is helping.'
        : `${helpers} more people are helping.`;
  return steps.all === 0
    ? `${people} A plan is being made.`
    : `${people} There is a plan: ${steps.done} of ${steps.all} steps are done.`;
}

/** *Copy for my boss*: plain text that a manager can pass on. */
export const boss = {
  button: 'Copy for my boss',
  title: 'Copy for my boss',
  label: 'Ready to be copied',
  hint: 'Nobody is named in it. Changing it here changes nothing elsewhere.',
  done: 'Done',
  text: (facts: BossFacts) =>
    [
      `${facts.name} is ${states[facts.status]}.`,
      `First known: ${facts.firstKnown}.`,
      `What kind: ${facts.kinds.length === 0 ? 'not known yet' : facts.kinds.map(screens.impact.kindShort).join(', ')}.`,
      `Severity: ${meanings[facts.level]}`,
      `What is being done: ${whatIsDone(facts)}`,
      isOver(facts.status)
        ? 'Next update: none is planned.'
        : 'Next update: when the severity or the status changes, and when it is over.',
    ].join('\n'),
};
