import { describe, expect, it } from '@jest/globals';
import type { IncidentCommand } from '../../src/domain/commands.ts';
import { people } from './support/people.ts';
import { begin, nothing, refused, type Story, told } from './support/story.ts';

type Write = Extract<IncidentCommand, { type: 'write_summary' }>;
const write = (words = 'w1'): Write => ({
  ...{ type: 'write_summary', manager: people.mona.user, words, timing: { kind: 'after_helper' } },
});
const yes = (read = 'w1'): IncidentCommand => ({ type: 'review_summary', read, answer: { kind: 'approve' } });
const no = (read = 'w1'): IncidentCommand => ({
  ...{ type: 'review_summary', read, answer: { kind: 'question', words: 'w5' } },
});
const comes = (story: Story) => story.does('mia', { type: 'answer_ask', ask: 'a1', answer: 'accept' });

function waiting(): Story {
  const story = begin({ place: { kind: 'thread', channel: 'C1', ts: '1.1' } });
  comes(story);
  story.does('alex', write());
  return story;
}

describe('a summary that a helper reads first', () => {
  it('goes to those who are with the engineer, and not yet to the manager', () => {
    const story = begin();
    comes(story);
    const step = story.does('alex', write());
    expect(told(step, 'mia')).toEqual(['summary_review']);
    expect(told(step, 'mona')).toEqual([]);
  });

  it('goes to whoever comes, when nobody is there yet', () => {
    const story = begin();
    expect(story.does('alex', write()).sent).toEqual([]);
    expect(told(comes(story), 'mia')).toEqual(['summary_review']);
  });

  it('is not sent for reading to the manager, who is helping', () => {
    const story = begin();
    comes(story);
    const step = story.does('alex', { ...write(), manager: people.mia.user });
    expect(step.sent).toEqual([]);
  });

  it('goes out on the first yes, and the engineer hears of it', () => {
    const story = waiting();
    const step = story.does('mia', yes());
    expect(told(step, 'mona')).toEqual(['summary']);
    expect(told(step, 'alex')).toEqual(['summary_approved']);
    expect(told(step, 'place')).toEqual([]);
    expect(story.does('mia', yes())).toEqual(nothing);
  });

  it('stays where it is when they would change it, and the engineer hears that', () => {
    const story = waiting();
    const step = story.does('mia', no());
    expect(told(step, 'alex')).toEqual(['summary_remarked']);
    expect(told(step, 'mona')).toEqual([]);
    expect(story.incident().summary?.remarks).toEqual([{ by: people.mia.user, words: 'w5' }]);
  });

  it('is read anew when it was written anew, and a yes to the old words sends nothing', () => {
    const story = waiting();
    expect(told(story.does('alex', write('w2')), 'mia')).toEqual(['summary_review']);
    expect(story.does('mia', yes('w1'))).toEqual(refused('summary_changed'));
    expect(told(story.does('mia', yes('w2')), 'mona')).toEqual(['summary']);
  });

  it('may be sent by the engineer at any time', () => {
    const story = waiting();
    expect(told(story.does('alex', { type: 'send_summary' }), 'mona')).toEqual(['summary']);
    expect(story.does('alex', { type: 'send_summary' })).toEqual(nothing);
    expect(story.does('mia', yes())).toEqual(nothing);
  });

  it('still goes out on a yes after the end, with how it ended; not when it turned out fine', () => {
    const over = waiting();
    over.does('alex', { type: 'resolve' });
    expect(told(over.does('mia', yes()), 'mona')).toEqual(['summary', 'closing_summary']);
    const fine = waiting();
    fine.does('alex', { type: 'dismiss' });
    expect(fine.does('mia', yes())).toEqual(nothing);
  });

  it.each(['alex', 'mona', 'zoe', 'gus', 'otto'] as const)('is not for %s to let out', (who) => {
    expect(waiting().does(who, yes())).toEqual(refused('not_allowed'));
  });
});

describe('a summary for later', () => {
  it('may be sent now after all, by the engineer only', () => {
    const story = begin();
    story.does('alex', { ...write(), timing: { kind: 'at', at: story.now() + 60_000 } });
    expect(story.does('mia', { type: 'send_summary' })).toEqual(refused('not_allowed'));
    expect(told(story.does('alex', { type: 'send_summary' }), 'mona')).toEqual(['summary']);
  });
});
