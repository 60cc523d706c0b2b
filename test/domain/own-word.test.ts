import { describe, expect, it } from '@jest/globals';
import type { IncidentCommand } from '../../src/domain/commands.ts';
import { dueWakes, nextDue } from '../../src/domain/due.ts';
import type { Severity } from '../../src/domain/severity.ts';
import { people } from './support/people.ts';
import { begin, evening, minutes, nothing, refused, type Story, told } from './support/story.ts';

const soon: IncidentCommand = { type: 'wake', wake: { kind: 'own_word_soon' } };
const due: IncidentCommand = { type: 'wake', wake: { kind: 'own_word_due' } };
const iHaveTold: IncidentCommand = { type: 'say_manager_told' };
const severity = (level: Severity): IncidentCommand => ({ type: 'set_severity', level });
const myself: IncidentCommand = {
  ...{ type: 'write_summary', manager: people.mona.user, words: null, timing: { kind: 'myself' } },
};

function tellsThemselves(level: Severity = 'SEV2'): Story {
  const story = begin({ place: { kind: 'thread', channel: 'C1', ts: '1.1' } });
  story.does('mia', { type: 'answer_ask', ask: 'a1', answer: 'accept' });
  story.does('alex', severity(level));
  story.does('alex', myself);
  return story;
}

const ownWakes = (story: Story) =>
  dueWakes(story.incident())
    .filter(({ wake }) => wake.kind === 'own_word_soon' || wake.kind === 'own_word_due')
    .map(({ wake, at }) => [wake.kind, (at - evening) / minutes(1)]);

describe('I will tell them myself', () => {
  it.each(['SEV1', 'SEV2', 'unknown'] as const)('reminds at 25 minutes and runs out at 30 at %s', (level) => {
    const story = tellsThemselves(level);
    expect(ownWakes(story)).toEqual([
      ['own_word_soon', 25],
      ['own_word_due', 30],
    ]);
    story.wait(minutes(25));
    expect(told(story.does(null, soon), 'alex')).toEqual(['own_word_soon']);
    expect(story.does(null, soon)).toEqual(nothing);
    story.wait(minutes(5));
    const step = story.does(null, due);
    expect(told(step, 'mona')).toEqual(['summary']);
    expect(told(step, 'alex')).toEqual(['own_word_ran_out']);
    expect(told(step, 'place')).toEqual([]);
    expect(story.incident().summary).toMatchObject({ ranOut: true, words: null, state: 'sending' });
    expect(story.does(null, due)).toEqual(nothing);
  });

  it('sets the timers when it is chosen', () => {
    const story = begin();
    const step = story.does('alex', myself);
    expect(step.effects).toContainEqual({
      ...{ kind: 'wake', key: 'own_word_soon', at: evening + minutes(25), wake: { kind: 'own_word_soon' } },
    });
    expect(step.effects).toContainEqual({
      ...{ kind: 'wake', key: 'own_word_due', at: evening + minutes(30), wake: { kind: 'own_word_due' } },
    });
  });

  it.each(['SEV3', 'SEV4'] as const)('never runs out at %s', (level) => {
    const story = tellsThemselves(level);
    expect(ownWakes(story)).toEqual([]);
    story.wait(minutes(600));
    expect(story.does(null, soon)).toEqual(nothing);
    expect(story.does(null, due)).toEqual(nothing);
  });

  it('does nothing too early, whatever wakes', () => {
    const story = tellsThemselves();
    story.wait(minutes(24));
    expect(story.does(null, soon)).toEqual(nothing);
    expect(story.does(null, due)).toEqual(nothing);
  });

  it('does not remind of a time that has passed, when the night was long for a server, too', () => {
    const story = tellsThemselves();
    story.wait(minutes(31));
    expect(story.does(null, soon)).toEqual(nothing);
    expect(told(story.does(null, due), 'mona')).toEqual(['summary']);
  });

  it('stops when the engineer has told them', () => {
    const story = tellsThemselves();
    expect(story.does('alex', iHaveTold).events).toEqual(['manager_told']);
    expect(ownWakes(story)).toEqual([]);
    story.wait(minutes(30));
    expect(story.does(null, due)).toEqual(nothing);
    expect(story.does('alex', iHaveTold)).toEqual(nothing);
  });

  it('stops when it turns out to be milder, and begins anew with a word when it is serious again', () => {
    const story = tellsThemselves();
    story.wait(minutes(20));
    story.does('mia', severity('SEV3'));
    expect(ownWakes(story)).toEqual([]);
    story.wait(minutes(20));
    expect(story.does(null, due)).toEqual(nothing);
    const step = story.does('mia', severity('SEV1'));
    expect(told(step, 'alex')).toEqual(['own_word_begins']);
    expect(ownWakes(story)).toEqual([
      ['own_word_soon', 65],
      ['own_word_due', 70],
    ]);
  });

  it('goes on from where it was when one serious level becomes another', () => {
    const story = tellsThemselves('SEV2');
    story.wait(minutes(10));
    expect(story.does('mia', severity('SEV1')).sent).toEqual([]);
    expect(ownWakes(story)).toContainEqual(['own_word_due', 30]);
  });

  it.each(['resolve', 'dismiss'] as const)('stops with %s', (type) => {
    const story = tellsThemselves();
    story.does('alex', { type });
    expect(nextDue(story.incident())).toBeNull();
    story.wait(minutes(30));
    expect(story.does(null, due)).toEqual(nothing);
    expect(told(story.does('alex', { type: 'resolve' }), 'mona')).toEqual([]);
  });

  it('stops when the engineer lets Oops send a summary after all', () => {
    const story = tellsThemselves();
    story.does('alex', { ...myself, words: 'w2', timing: { kind: 'now' } });
    story.wait(minutes(30));
    expect(story.does(null, due)).toEqual(nothing);
  });

  it('is still open to be written about when it was said', () => {
    const story = tellsThemselves();
    story.does('alex', iHaveTold);
    expect(told(story.does('alex', { ...myself, words: 'w2', timing: { kind: 'now' } }), 'mona')).toEqual([
      'summary',
    ]);
  });

  it.each(['mia', 'mona', 'zoe', 'gus', 'otto'] as const)('is not for %s to say', (who) => {
    expect(tellsThemselves().does(who, iHaveTold)).toEqual(refused('not_allowed'));
  });
});
