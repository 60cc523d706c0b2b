import { describe, expect, it } from '@jest/globals';
import type { Delivery, IncidentCommand } from '../../src/domain/commands.ts';
import { roleOf } from '../../src/domain/permissions.ts';
import type { Severity } from '../../src/domain/severity.ts';
import { people } from './support/people.ts';
import { begin, nothing, refused, type Story, told } from './support/story.ts';

const other: IncidentCommand = { type: 'tell_other', person: people.dora.user };
const paused: Delivery = { outcome: 'delivered', paused: true };
const bounced: Delivery = { outcome: 'refused', reason: 'user_disabled' };
const arrives = (delivery: Delivery): IncidentCommand => ({ type: 'summary_delivery', delivery });

function summaryOnItsWay(level: Severity = 'SEV2'): Story {
  const story = begin();
  story.does('alex', { type: 'set_severity', level });
  story.does('alex', {
    ...{ type: 'write_summary', manager: people.mona.user, words: 'w1', timing: { kind: 'now' } },
  });
  return story;
}

describe('a manager whose notifications are off', () => {
  it.each(['SEV1', 'SEV2', 'unknown'] as const)('is spoken of to the engineer at %s', (level) => {
    expect(told(summaryOnItsWay(level).does(null, arrives(paused)), 'alex')).toEqual(['summary_paused']);
  });

  it.each(['SEV3', 'SEV4'] as const)('may read it later at %s', (level) => {
    expect(told(summaryOnItsWay(level).does(null, arrives(paused)), 'alex')).toEqual([]);
  });

  it('keeps the summary when somebody else gets it too, and both hear how it ends', () => {
    const story = summaryOnItsWay();
    story.does(null, arrives(paused));
    expect(told(story.does('alex', other), 'dora')).toEqual(['summary_other']);
    expect(story.does('alex', other)).toEqual(nothing);
    expect(roleOf(story.incident(), people.dora)).toBe('manager');
    expect(told(story.does('dora', { type: 'ask_question', words: 'w8' }), 'alex')).toEqual([
      'manager_question',
    ]);
    const end = story.does('alex', { type: 'resolve' });
    expect(told(end, 'mona')).toEqual(['closing_summary']);
    expect(told(end, 'dora')).toEqual(['closing_summary']);
  });

  it('has not seen it because somebody else did', () => {
    const story = summaryOnItsWay();
    story.does('alex', other);
    expect(story.does('dora', { type: 'mark_summary_seen' })).toEqual(nothing);
  });
});

describe('somebody else to tell', () => {
  it('takes the place of a manager whom Slack refused', () => {
    const story = summaryOnItsWay();
    story.does(null, arrives(bounced));
    expect(told(story.does('alex', other), 'dora')).toEqual(['summary']);
    expect(story.incident().manager).toBe(people.dora.user);
  });

  it('may be refused, too, and the engineer hears it', () => {
    const story = summaryOnItsWay();
    story.does('alex', other);
    const delivery = { type: 'other_delivery', person: people.dora.user, delivery: bounced } as const;
    expect(told(story.does(null, delivery), 'alex')).toEqual(['other_refused']);
    expect(roleOf(story.incident(), people.dora)).toBe('bystander');
    expect(story.does(null, delivery)).toEqual(nothing);
  });

  it('is for the engineer to choose, and not themselves', () => {
    expect(summaryOnItsWay().does('mia', other)).toEqual(refused('not_allowed'));
    expect(summaryOnItsWay().does('alex', { type: 'tell_other', person: people.alex.user })).toEqual(
      refused('manager_is_engineer'),
    );
  });
});
