import type { YesNoUnknown } from './identifiers.ts';

/** `unknown` is serious: it wakes people like SEV2 and waits as briefly as SEV1. */
export type Severity = 'SEV1' | 'SEV2' | 'SEV3' | 'SEV4' | 'unknown';

export const impactKinds = [
  'unavailable',
  'data_lost',
  'data_wrong',
  'exposed',
  'wrong_recipients',
  'slow',
  /** Nothing of the kind: it is small. */
  'none',
  'unknown',
] as const;
export type ImpactKind = (typeof impactKinds)[number];

export const noticedByValues = ['customers', 'colleagues', 'nobody', 'unknown'] as const;
export type NoticedBy = (typeof noticedByValues)[number];

/** What is known about the impact; null means not asked yet, which counts as unknown. */
export type ImpactFacts = {
  readonly kinds: readonly ImpactKind[];
  readonly noticedBy: NoticedBy | null;
  /** Can it get worse by itself, for example because new data is being written? */
  readonly spreading: YesNoUnknown | null;
  /** Could personal data, customer data, money or safety be involved? */
  readonly sensitive: YesNoUnknown | null;
};

export type SeverityReason =
  | 'sensitive_exposed'
  | 'exposed'
  | 'wrong_recipients'
  | 'data_lost'
  | 'data_lost_customers'
  | 'data_wrong'
  | 'unavailable_customers'
  | 'unavailable'
  | 'slow_customers'
  | 'slow'
  | 'sensitive'
  | 'spreading'
  | 'nobody_notices'
  | 'not_known_yet'
  | 'chosen_by_person';

export type SeverityAssessment = { readonly level: Severity; readonly reason: SeverityReason };

type Rule = {
  readonly level: Exclude<Severity, 'unknown'>;
  readonly reason: SeverityReason;
  readonly when: (f: ImpactFacts) => boolean;
};

const has = (kind: ImpactKind) => (f: ImpactFacts) => f.kinds.includes(kind);
const leaked = (f: ImpactFacts) => has('exposed')(f) || has('wrong_recipients')(f);

/** Read from the top: the first rule that holds gives the level and the reason that people see. */
const rules: readonly Rule[] = [
  { level: 'SEV1', reason: 'sensitive_exposed', when: (f) => leaked(f) && f.sensitive === 'yes' },
  {
    level: 'SEV1',
    reason: 'data_lost_customers',
    when: (f) => has('data_lost')(f) && (f.noticedBy === 'customers' || f.sensitive === 'yes'),
  },
  {
    level: 'SEV1',
    reason: 'unavailable_customers',
    when: (f) => has('unavailable')(f) && f.noticedBy === 'customers',
  },
  { level: 'SEV2', reason: 'exposed', when: has('exposed') },
  { level: 'SEV2', reason: 'wrong_recipients', when: has('wrong_recipients') },
  { level: 'SEV2', reason: 'data_lost', when: has('data_lost') },
  { level: 'SEV2', reason: 'data_wrong', when: has('data_wrong') },
  { level: 'SEV2', reason: 'sensitive', when: (f) => f.sensitive === 'yes' },
  { level: 'SEV2', reason: 'spreading', when: (f) => f.spreading === 'yes' },
  { level: 'SEV2', reason: 'slow_customers', when: (f) => has('slow')(f) && f.noticedBy === 'customers' },
  { level: 'SEV3', reason: 'unavailable', when: has('unavailable') },
  { level: 'SEV3', reason: 'slow', when: has('slow') },
];

/**
 * The severity that the facts so far suggest, with the one reason that is shown beside it.
 * "I don't know" never lowers it: facts that point to SEV1 or SEV2 stand whatever else is unknown,
 * and anything milder stays `unknown` until every question has an answer.
 */
export function assessSeverity(facts: ImpactFacts): SeverityAssessment {
  const rule = rules.find((candidate) => candidate.when(facts));
  if (rule && (rule.level === 'SEV1' || rule.level === 'SEV2')) return rule;
  const somethingUnknown =
    facts.kinds.length === 0 ||
    facts.kinds.includes('unknown') ||
    // Nothing is wrong, and customers notice it: somebody has to look again.
    (facts.kinds.every((kind) => kind === 'none') && facts.noticedBy === 'customers') ||
    facts.noticedBy === null ||
    facts.noticedBy === 'unknown' ||
    facts.spreading === null ||
    facts.spreading === 'unknown' ||
    facts.sensitive === null ||
    facts.sensitive === 'unknown';
  if (somethingUnknown) return { level: 'unknown', reason: 'not_known_yet' };
  if (facts.noticedBy === 'nobody' && !facts.kinds.includes('unavailable')) {
    return { level: 'SEV4', reason: 'nobody_notices' };
  }
  return rule ?? { level: 'SEV4', reason: 'nobody_notices' };
}

/** Whether the manager should hear of it now rather than tomorrow. */
export function isSerious(level: Severity): boolean {
  return level === 'SEV1' || level === 'SEV2' || level === 'unknown';
}
