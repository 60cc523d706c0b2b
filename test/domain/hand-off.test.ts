import { describe, expect, it } from '@jest/globals';
import type { IncidentCommand } from '../../src/domain/commands.ts';
import { accept, bounced, decline, due } from './support/ask-commands.ts';
import { type Name, people } from './support/people.ts';
import { askedIn, begin, messageOf, nothing, refused, type Story, told } from './support/story.ts';

const to = (who: Name): IncidentCommand => ({ type: 'hand_off', person: people[who].user });

function withMia(): Story {
  const story = begin();
  story.does('mia', accept('a1'));
  return story;
}

describe('handing over by the engineer', () => {
  it('asks the person, who has the keyboard when they say yes', () => {
    const story = withMia();
    const step = story.does('alex', to('zoe'));
    expect(askedIn(step)).toEqual([people.zoe.user]);
    expect(told(step, 'place')).toEqual(['hand_off_asked']);
    expect(story.incident().keyboard).toBeNull();
    const came = story.does('zoe', accept('a2'));
    expect(told(came, 'place')).toEqual(['helper_came', 'keyboard_moved']);
    expect(told(came, 'zoe')).toEqual(['keyboard_yours']);
    expect(story.incident()).toMatchObject({
      ...{ keyboard: people.zoe.user, helpers: [people.mia.user, people.zoe.user] },
    });
  });

  it('needs no second yes of somebody who is here already', () => {
    const step = withMia().does('alex', to('mia'));
    expect(step.events).toEqual(['keyboard_taken']);
    expect(told(step, 'mia')).toEqual(['keyboard_yours']);
  });

  it('keeps one request of somebody who is being asked anyway', () => {
    const story = begin();
    expect(story.does('alex', to('mia')).events).toEqual(['hand_off_asked']);
    expect(story.does('alex', to('mia'))).toEqual(nothing);
    story.does('mia', accept('a1'));
    expect(story.incident().keyboard).toBe(people.mia.user);
  });

  it('gives the keyboard back when who has it leaves', () => {
    const story = withMia();
    story.does('alex', to('mia'));
    story.does('mia', decline('a1'));
    expect(story.incident().keyboard).toBeNull();
  });

  it.each([
    { how: 'declines', answer: (story: Story) => story.does('zoe', decline('a2')), why: 'declined' },
    { how: 'does not answer', answer: (story: Story) => story.does(null, due('a2')), why: 'unanswered' },
    { how: 'is not reached', answer: (story: Story) => story.does(null, bounced('a2')), why: 'refused' },
  ])('is told when the other $how, and who is here stays', ({ answer, why }) => {
    const story = withMia();
    story.does('alex', to('zoe'));
    const step = answer(story);
    expect(told(step, 'alex')).toEqual(['hand_off_missed']);
    expect(messageOf(step, 'hand_off_missed')).toMatchObject({ why });
    expect(story.incident().helpers).toEqual([people.mia.user]);
  });
});

describe('handing over by a helper', () => {
  it('releases them with thanks when the other says yes', () => {
    const story = withMia();
    story.does('mia', to('zoe'));
    expect(story.incident().helpers).toEqual([people.mia.user]);
    const step = story.does('zoe', accept('a2'));
    expect(told(step, 'mia')).toEqual(['released']);
    expect(told(step, 'place')).toEqual(['helper_came', 'helper_changed']);
    expect(story.incident().helpers).toEqual([people.zoe.user]);
    expect(told(story.does('alex', { type: 'resolve' }), 'mia')).toEqual([]);
  });

  it('passes the keyboard on with it', () => {
    const story = withMia();
    story.does('alex', to('mia'));
    story.does('mia', to('zoe'));
    story.does('zoe', accept('a2'));
    expect(story.incident().keyboard).toBe(people.zoe.user);
  });

  it('tells them, and nobody else, when it does not come to it', () => {
    const story = withMia();
    story.does('mia', to('zoe'));
    const step = story.does('zoe', decline('a2'));
    expect(told(step, 'mia')).toEqual(['hand_off_missed']);
    expect(told(step, 'place')).toEqual([]);
  });

  it('is for those who are here: who has not come has nothing to hand over', () => {
    expect(begin().does('mia', to('zoe'))).toEqual(refused('hand_off_not_here'));
  });

  it('never makes a manager a reader: that is for the engineer to choose', () => {
    expect(withMia().does('mia', to('mona'))).toEqual(refused('helper_is_manager'));
    expect(askedIn(withMia().does('alex', to('mona')))).toEqual([people.mona.user]);
  });
});

describe('handing over is refused', () => {
  it.each([
    { who: 'alex', whom: 'alex', code: 'hand_off_to_oneself' },
    { who: 'mia', whom: 'mia', code: 'hand_off_to_oneself' },
    { who: 'mia', whom: 'alex', code: 'helper_is_engineer' },
    { who: 'zoe', whom: 'ben', code: 'not_allowed' },
    { who: 'otto', whom: 'ben', code: 'not_allowed' },
  ] as const)('from $who to $whom: $code', ({ who, whom, code }) => {
    expect(withMia().does(who, to(whom))).toEqual(refused(code));
  });
});
