import { describe, expect, it } from '@jest/globals';
import type { IncidentCommand } from '../../src/domain/commands.ts';
import { roleOf } from '../../src/domain/permissions.ts';
import { noPolicy, type Policy } from '../../src/domain/policy.ts';
import type { ImpactKind, NoticedBy } from '../../src/domain/severity.ts';
import { accept, bounced, decline, due } from './support/ask-commands.ts';
import { people } from './support/people.ts';
import { askedIn, begin, nothing, refused, type Story, told } from './support/story.ts';

const policy: Policy = {
  ...noPolicy,
  services: [
    { id: 'v1', name: 'Databases', owner: people.zoe.user },
    { id: 'v2', name: 'Replicas', owner: people.zoe.user },
    { id: 'v3', name: 'Payroll', owner: people.mona.user },
    { id: 'v4', name: 'Search', owner: people.alex.user },
  ],
};
const impact = (kind: ImpactKind, ...services: readonly string[]): IncidentCommand => ({
  ...{ type: 'tell_impact', affected: null, kinds: [kind], services },
});
const reach = (noticedBy: NoticedBy): IncidentCommand => ({
  ...{ type: 'tell_reach', noticedBy, spreading: 'no', sensitive: 'no' },
});

describe('the owner of an affected service', () => {
  it('is asked as soon as it is serious, and the engineer hears it', () => {
    const step = begin({ policy }).does('alex', impact('data_lost', 'v1', 'v2'));
    expect(askedIn(step)).toEqual([people.zoe.user]);
    expect(told(step, 'place')).toEqual(['owner_asked']);
  });

  it('is asked when it is still not known after the questions', () => {
    const story = begin({ policy });
    expect(askedIn(story.does('alex', impact('unknown', 'v1')))).toEqual([]);
    expect(askedIn(story.does('alex', reach('unknown')))).toEqual([people.zoe.user]);
  });

  it('is not woken for something small, but the person may ask with one button', () => {
    const story = begin({ policy });
    story.does('alex', impact('slow', 'v1'));
    expect(askedIn(story.does('alex', reach('nobody')))).toEqual([]);
    const ask: IncidentCommand = { type: 'ask_owner', service: 'v1' };
    expect(askedIn(story.does('alex', ask))).toEqual([people.zoe.user]);
    expect(story.does('alex', ask)).toEqual(nothing);
  });

  it('is asked when somebody says that it is serious after all', () => {
    const story = begin({ policy });
    story.does('alex', impact('slow', 'v1'));
    story.does('alex', reach('nobody'));
    expect(askedIn(story.does('alex', { type: 'set_severity', level: 'SEV1' }))).toEqual([people.zoe.user]);
  });

  it('is never the engineer, and the manager only by the engineer’s own wish', () => {
    const story = begin({ policy });
    expect(askedIn(story.does('alex', impact('data_lost', 'v3', 'v4')))).toEqual([]);
    story.does('mia', accept('a1'));
    expect(story.does('mia', { type: 'ask_owner', service: 'v3' })).toEqual(refused('helper_is_manager'));
    expect(askedIn(story.does('alex', { type: 'ask_owner', service: 'v3' }))).toEqual([people.mona.user]);
  });

  it('is known only for what is affected', () => {
    const story = begin({ policy });
    story.does('alex', impact('slow', 'v1'));
    for (const service of ['v2', 'v4', 'v9']) {
      expect(story.does('alex', { type: 'ask_owner', service })).toEqual(refused('no_such_owner'));
    }
  });

  it('has a role of their own, until they were asked as somebody to be there', () => {
    const story = begin({ policy });
    story.does('alex', impact('data_lost', 'v1'));
    expect(roleOf(story.incident(), people.zoe)).toBe('owner');
    story.does('zoe', accept('a2'));
    expect(roleOf(story.incident(), people.zoe)).toBe('owner');
    expect(story.incident().helpers).toEqual([people.zoe.user]);
  });

  it.each([
    { how: 'declines', does: (story: Story) => story.does('zoe', decline('a2')) },
    { how: 'does not answer', does: (story: Story) => story.does(null, due('a2')) },
    { how: 'is not reached', does: (story: Story) => story.does(null, bounced('a2')) },
  ])('who $how is not replaced by another mentor, and the engineer hears it', ({ does }) => {
    const story = begin({ policy });
    story.does('alex', impact('data_lost', 'v1'));
    const step = does(story);
    expect(askedIn(step)).toEqual([]);
    expect(told(step, 'alex')).toEqual(['owner_away']);
  });

  it('does not take the place of a mentor who cannot come', () => {
    const story = begin({ policy });
    story.does('alex', impact('data_lost', 'v1'));
    expect(askedIn(story.does('mia', decline('a1')))).toEqual([people.ben.user]);
  });
});

describe('the duty contact', () => {
  const named: Policy = { ...noPolicy, dutyContact: people.ada.user };
  const sensitive = (answer: 'yes' | 'no' | 'unknown', noticedBy: NoticedBy = 'nobody'): IncidentCommand => ({
    ...{ type: 'tell_reach', noticedBy, spreading: 'no', sensitive: answer },
  });

  it('has the facts once, where sensitive things may be involved, and hears the end', () => {
    const story = begin({ policy: named });
    story.does('alex', impact('slow'));
    expect(told(story.does('alex', sensitive('yes')), 'ada')).toEqual(['duty']);
    expect(told(story.does('alex', sensitive('yes')), 'ada')).toEqual([]);
    expect(told(story.does('alex', { type: 'resolve' }), 'ada')).toEqual(['duty_closing']);
  });

  it.each([
    ['no', 'data_lost', 0],
    ['unknown', 'data_lost', 1],
    ['unknown', 'slow', 0],
    ['yes', 'slow', 1],
  ] as const)('with "%s" and %s, is told %s times', (answer, kind, times) => {
    const story = begin({ policy: named });
    story.does('alex', impact(kind));
    expect(told(story.does('alex', sensitive(answer)), 'ada')).toHaveLength(times);
  });

  it('that Slack does not let Oops write to is said to the engineer, once, and is told nothing later', () => {
    const story = begin({ policy: named });
    story.does('alex', impact('slow'));
    story.does('alex', sensitive('yes'));
    const step = story.does(null, { type: 'duty_refused', reason: 'user_disabled' });
    expect(told(step, 'alex')).toEqual(['duty_refused']);
    expect(story.incident().duty).toBeNull();
    expect(told(story.does('alex', sensitive('yes', 'customers')), 'ada')).toEqual([]);
    expect(told(story.does('alex', { type: 'resolve' }), 'ada')).toEqual([]);
  });

  it('is not told of what turned out to concern nobody, at the end either', () => {
    const story = begin({ policy: named });
    expect(told(story.does('alex', { type: 'resolve' }), 'ada')).toEqual([]);
  });

  it('is nobody where none is named, or where it is the engineer', () => {
    for (const dutyContact of [null, people.alex.user]) {
      const story = begin({ policy: { ...noPolicy, dutyContact } });
      story.does('alex', impact('data_lost'));
      expect(story.does('alex', sensitive('yes')).events).not.toContain('duty_told');
    }
  });
});
