import { describe, expect, it } from '@jest/globals';
import type { IncidentCommand } from '../../src/domain/commands.ts';
import { dueWakes } from '../../src/domain/due.ts';
import { people } from './support/people.ts';
import { askedIn, begin, evening, minutes, nothing, refused, type Story, told } from './support/story.ts';

const reopen: IncidentCommand = { type: 'reopen' };
const arrived = (ask: string): IncidentCommand => ({
  ...{ type: 'ask_delivery', ask },
  delivery: { outcome: 'delivered', paused: false },
});
type Timing = Extract<IncidentCommand, { type: 'write_summary' }>['timing'];
const summary = (timing: Timing): IncidentCommand => ({
  ...{ type: 'write_summary', manager: people.mona.user, words: 'w2', timing },
});

/** Mia is with Alex, Ben was asked and has not answered, Mona has been told. */
function over(end: 'resolve' | 'dismiss' = 'resolve', timing: Timing = { kind: 'now' }): Story {
  const story = begin();
  story.does(null, arrived('a1'));
  story.wait(minutes(2));
  story.does(null, { type: 'wake', wake: { kind: 'ask_due', ask: 'a1' } });
  story.does(null, arrived('a2'));
  story.does('mia', { type: 'answer_ask', ask: 'a1', answer: 'accept' });
  story.does('alex', summary(timing));
  story.does(null, { type: 'summary_delivery', delivery: { outcome: 'delivered', paused: false } });
  story.wait(minutes(10));
  story.does('alex', { type: end });
  return story;
}

describe('opening it again', () => {
  it.each(['resolve', 'dismiss'] as const)(
    'is possible after %s, and tells those who need to know',
    (end) => {
      const story = over(end);
      const step = story.does('alex', reopen);
      expect(story.incident()).toMatchObject({ status: 'open', endedAt: null });
      expect(told(step, 'place')).toEqual(['reopened']);
      expect(told(step, 'mia')).toEqual(['reopened_helper']);
      expect(told(step, 'mona')).toEqual(['manager_update']);
      expect(told(step, 'ben')).toEqual([]);
    },
  );

  it('may be said by a helper, who is not told what they did', () => {
    const step = over().does('mia', reopen);
    expect(told(step, 'mia')).toEqual([]);
    expect(told(step, 'place')).toEqual(['reopened']);
  });

  it.each(['zoe', 'mona', 'ada', 'gus', 'otto'] as const)('is not for %s to say', (who) => {
    expect(over().does(who, reopen)).toEqual(refused('not_allowed'));
  });

  it('changes nothing while it is open', () => {
    expect(begin().does('alex', reopen)).toEqual(nothing);
  });

  it('asks anew when nobody is with the engineer, also somebody who was stood down', () => {
    const story = begin();
    story.does(null, arrived('a1'));
    story.does('alex', { type: 'resolve' });
    const step = story.does('alex', reopen);
    expect(askedIn(step)).toEqual([people.mia.user]);
    expect(story.incident().asks.map(({ state }) => state)).toEqual(['stood_down', 'asked']);
  });

  it('does not write to a manager who was not told', () => {
    expect(told(over('resolve', { kind: 'myself' }).does('alex', reopen), 'mona')).toEqual([]);
  });

  it('lets the half hour of I will tell them myself begin anew', () => {
    const story = over('resolve', { kind: 'myself' });
    story.wait(minutes(300));
    const step = story.does('alex', reopen);
    const again = (story.now() - evening) / minutes(1);
    const due = dueWakes(story.incident()).find(({ wake }) => wake.kind === 'own_word_due');
    expect(due?.at).toBe(evening + minutes(again + 30));
    expect(step.effects).toContainEqual({ kind: 'wake', ...due });
  });

  it('keeps the time of a summary for the morning', () => {
    const at = evening + minutes(700);
    const story = over('dismiss', { kind: 'at', at });
    const step = story.does('alex', reopen);
    expect(step.effects).toContainEqual({ kind: 'wake', key: 'summary', at, wake: { kind: 'summary_due' } });
  });

  it('can end again, and everybody hears that, too', () => {
    const story = over();
    story.does('alex', reopen);
    const step = story.does('alex', { type: 'resolve' });
    expect(told(step, 'place')).toEqual(['closing']);
    expect(told(step, 'mia')).toEqual(['closing_helper']);
    expect(told(step, 'mona')).toEqual(['closing_summary']);
    expect(told(step, 'ben')).toEqual([]);
    expect(new Set([...story.messages().keys()]).size).toBe(story.messages().size);
    expect([...story.messages().values()].filter(({ message }) => message.kind === 'closing')).toHaveLength(
      2,
    );
  });
});

describe('news for a manager who was told', () => {
  const severity = (level: 'SEV1' | 'SEV2' | 'SEV3'): IncidentCommand => ({ type: 'set_severity', level });
  const due: IncidentCommand = { type: 'wake', wake: { kind: 'news_due' } };
  function toldAt(level: 'SEV1' | 'SEV2' | 'SEV3'): Story {
    const story = begin();
    story.does('alex', severity(level));
    story.does('alex', summary({ kind: 'now' }));
    story.does(null, { type: 'summary_delivery', delivery: { outcome: 'delivered', paused: false } });
    return story;
  }

  it('is one message a minute after the severity changed', () => {
    const story = toldAt('SEV2');
    const step = story.does('alex', severity('SEV1'));
    expect(told(step, 'mona')).toEqual([]);
    expect(step.effects).toContainEqual({
      ...{ kind: 'wake', key: 'manager_news', at: evening + minutes(1), wake: { kind: 'news_due' } },
    });
    story.wait(minutes(1));
    expect(told(story.does(null, due), 'mona')).toEqual(['manager_update']);
    expect(story.does(null, due)).toEqual(nothing);
  });

  it('is one message for several changes', () => {
    const story = toldAt('SEV3');
    story.does('alex', severity('SEV2'));
    story.wait(minutes(0.5));
    story.does('alex', severity('SEV1'));
    story.wait(minutes(0.5));
    expect(told(story.does(null, due), 'mona')).toEqual(['manager_update']);
    story.wait(minutes(5));
    expect(story.does(null, due)).toEqual(nothing);
  });

  it('is none when it is again as they know it', () => {
    const story = toldAt('SEV2');
    story.does('alex', severity('SEV1'));
    story.does('alex', severity('SEV2'));
    story.wait(minutes(2));
    expect(story.does(null, due)).toEqual(nothing);
  });

  it('is none for a manager whom the engineer tells themselves, and none after the end', () => {
    const myself = begin();
    myself.does('alex', summary({ kind: 'myself' }));
    myself.does('alex', { type: 'say_manager_told' });
    myself.does('alex', severity('SEV1'));
    myself.wait(minutes(2));
    expect(myself.does(null, due)).toEqual(nothing);
    const ended = toldAt('SEV2');
    ended.does('alex', severity('SEV1'));
    ended.does('alex', { type: 'resolve' });
    ended.wait(minutes(2));
    expect(ended.does(null, due)).toEqual(nothing);
  });
});
