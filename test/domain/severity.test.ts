import { describe, expect, it } from '@jest/globals';
import {
  assessSeverity,
  type ImpactFacts,
  impactKinds,
  noticedByValues,
  type Severity,
} from '../../src/domain/severity.ts';
import { begin, nothing } from './support/story.ts';

/** How bad it is, for comparing: unknown is serious, it wakes people like SEV2. */
const weight: Record<Severity, number> = { SEV4: 1, SEV3: 2, SEV2: 3, unknown: 3, SEV1: 4 };

const answers = ['yes', 'no', 'unknown', null] as const;

/** Every combination of answers that a person can give: all sets of kinds, and every answer or none to the rest. */
function everyCase(): readonly ImpactFacts[] {
  const sets = Array.from({ length: 2 ** impactKinds.length }, (_, bits) =>
    impactKinds.filter((_kind, index) => (bits >> index) % 2 === 1),
  );
  return sets.flatMap((kinds) =>
    [...noticedByValues, null].flatMap((noticedBy) =>
      answers.flatMap((spreading) =>
        answers.map((sensitive) => ({ kinds, noticedBy, spreading, sensitive }) satisfies ImpactFacts),
      ),
    ),
  );
}

const weigh = (facts: ImpactFacts) => weight[assessSeverity(facts).level];

/** The cases in which a change of the facts makes it look milder. */
function lowered(change: (facts: ImpactFacts) => ImpactFacts | null): readonly ImpactFacts[] {
  return everyCase().filter((facts) => {
    const changed = change(facts);
    return changed !== null && weigh(changed) < weigh(facts);
  });
}

describe('the severity rule', () => {
  const known: ImpactFacts = { kinds: [], noticedBy: 'colleagues', spreading: 'no', sensitive: 'no' };
  const nothingKnown: ImpactFacts = { kinds: [], noticedBy: null, spreading: null, sensitive: null };

  it.each<[string, Partial<ImpactFacts>, Severity, string]>([
    [
      'lost data that customers notice',
      { kinds: ['data_lost'], noticedBy: 'customers' },
      'SEV1',
      'data_lost_customers',
    ],
    [
      'lost data that is sensitive',
      { kinds: ['data_lost'], sensitive: 'yes' },
      'SEV1',
      'data_lost_customers',
    ],
    ['exposed sensitive data', { kinds: ['exposed'], sensitive: 'yes' }, 'SEV1', 'sensitive_exposed'],
    [
      'sensitive data sent to the wrong people',
      { kinds: ['wrong_recipients'], sensitive: 'yes' },
      'SEV1',
      'sensitive_exposed',
    ],
    [
      'customers who cannot use something',
      { kinds: ['unavailable'], noticedBy: 'customers' },
      'SEV1',
      'unavailable_customers',
    ],
    ['lost data', { kinds: ['data_lost'] }, 'SEV2', 'data_lost'],
    ['wrong data', { kinds: ['data_wrong'] }, 'SEV2', 'data_wrong'],
    ['something that spreads', { kinds: ['slow'], spreading: 'yes' }, 'SEV2', 'spreading'],
    ['something sensitive', { kinds: ['slow'], sensitive: 'yes' }, 'SEV2', 'sensitive'],
    ['slowness that customers notice', { kinds: ['slow'], noticedBy: 'customers' }, 'SEV2', 'slow_customers'],
    ['something unavailable inside', { kinds: ['unavailable'] }, 'SEV3', 'unavailable'],
    ['slowness inside', { kinds: ['slow'] }, 'SEV3', 'slow'],
    ['slowness that nobody notices', { kinds: ['slow'], noticedBy: 'nobody' }, 'SEV4', 'nobody_notices'],
    [
      'slowness, when one answer is missing',
      { kinds: ['slow'], sensitive: 'unknown' },
      'unknown',
      'not_known_yet',
    ],
    ['an unknown kind of damage', { kinds: ['unknown'] }, 'unknown', 'not_known_yet'],
    ['no answer at all', nothingKnown, 'unknown', 'not_known_yet'],
    ['lost data, whatever else is unknown', { ...nothingKnown, kinds: ['data_lost'] }, 'SEV2', 'data_lost'],
  ])('judges %s', (_what, facts, level, reason) => {
    expect(assessSeverity({ ...known, ...facts })).toMatchObject({ level, reason });
  });

  it('is never lowered by "I don’t know" or by no answer in the place of a harmless one', () => {
    expect(
      lowered((facts) => (facts.spreading === 'no' ? { ...facts, spreading: 'unknown' } : null)),
    ).toEqual([]);
    expect(
      lowered((facts) => (facts.sensitive === 'no' ? { ...facts, sensitive: 'unknown' } : null)),
    ).toEqual([]);
    expect(lowered((facts) => (facts.spreading === 'no' ? { ...facts, spreading: null } : null))).toEqual([]);
    expect(lowered((facts) => (facts.sensitive === 'no' ? { ...facts, sensitive: null } : null))).toEqual([]);
    for (const harmless of ['nobody', 'colleagues'] as const) {
      for (const unknown of ['unknown', null] as const) {
        const forget = (facts: ImpactFacts) =>
          facts.noticedBy === harmless ? { ...facts, noticedBy: unknown } : null;
        expect(lowered(forget)).toEqual([]);
      }
    }
  });

  it.each(impactKinds)('is never lowered by one more kind of damage beside the first: %s', (kind) => {
    const add = (facts: ImpactFacts) =>
      facts.kinds.includes(kind) || facts.kinds.length === 0
        ? null
        : { ...facts, kinds: [...facts.kinds, kind] };
    expect(lowered(add)).toEqual([]);
  });

  it('is never lowered by a worse answer', () => {
    expect(lowered((facts) => ({ ...facts, spreading: 'yes' }))).toEqual([]);
    expect(lowered((facts) => ({ ...facts, sensitive: 'yes' }))).toEqual([]);
    expect(lowered((facts) => ({ ...facts, noticedBy: 'customers' }))).toEqual([]);
    expect(
      lowered((facts) => (facts.noticedBy === 'nobody' ? { ...facts, noticedBy: 'colleagues' } : null)),
    ).toEqual([]);
  });

  it('says SEV3 or SEV4 only when every question has an answer', () => {
    const mildAlthoughUnknown = everyCase().filter((facts) => {
      const open = [facts.noticedBy, facts.spreading, facts.sensitive].some(
        (a) => a === null || a === 'unknown',
      );
      return (
        (open || facts.kinds.length === 0 || facts.kinds.includes('unknown')) && weigh(facts) < weight.SEV2
      );
    });
    expect(mildAlthoughUnknown).toEqual([]);
  });
});

describe('the severity of an incident', () => {
  const lost = { type: 'tell_impact', affected: 'w1', kinds: ['data_lost'] } as const;
  const calm = { type: 'tell_reach', noticedBy: 'nobody', spreading: 'no', sensitive: 'no' } as const;

  it('begins as unknown and follows the answers', () => {
    const story = begin();
    expect(story.incident().severity.level).toBe('unknown');
    story.does('alex', lost);
    expect(story.incident().severity).toEqual({ level: 'SEV2', reason: 'data_lost' });
    story.does('alex', { ...calm, sensitive: 'yes' });
    expect(story.incident().severity).toEqual({ level: 'SEV1', reason: 'data_lost_customers' });
  });

  it('is SEV4 when the person says that it is small, and is asked about anew when they say that it is more', () => {
    const story = begin();
    story.does('alex', { ...lost, kinds: ['none'] });
    expect(story.incident().severity).toEqual({ level: 'SEV4', reason: 'nobody_notices' });
    story.does('alex', { ...lost, kinds: ['slow'] });
    expect(story.incident().severity).toEqual({ level: 'unknown', reason: 'not_known_yet' });
    expect(story.incident().impact).toMatchObject({ noticedBy: null, spreading: null, sensitive: null });
  });

  it('is not small when something that was answered before says otherwise', () => {
    const story = begin();
    story.does('alex', { ...calm, sensitive: 'yes' });
    story.does('alex', { ...lost, kinds: ['none'] });
    expect(story.incident().severity).toEqual({ level: 'SEV2', reason: 'sensitive' });
    story.does('alex', { ...calm, noticedBy: 'customers' });
    expect(story.incident().severity.level).toBe('unknown');
  });

  it('stays what a person chose, whatever is answered later', () => {
    const story = begin();
    story.does('mia', { type: 'set_severity', level: 'SEV3' });
    story.does('alex', lost);
    expect(story.incident().severity).toEqual({ level: 'SEV3', reason: 'chosen_by_person' });
  });

  it('goes back to the rule when a person chooses "I don’t know"', () => {
    const story = begin();
    story.does('alex', lost);
    story.does('alex', { type: 'set_severity', level: 'SEV4' });
    story.does('alex', { type: 'set_severity', level: 'unknown' });
    expect(story.incident().severity).toEqual({ level: 'SEV2', reason: 'data_lost' });
  });

  it('changes nothing when the same is chosen twice', () => {
    const story = begin();
    story.does('alex', { type: 'set_severity', level: 'SEV1' });
    expect(story.does('alex', { type: 'set_severity', level: 'SEV1' })).toEqual(nothing);
  });
});
