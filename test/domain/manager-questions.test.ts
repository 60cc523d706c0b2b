import { describe, expect, it } from '@jest/globals';
import type { IncidentCommand } from '../../src/domain/commands.ts';
import { people } from './support/people.ts';
import { begin, nothing, refused, type Story, told } from './support/story.ts';

const ask = (words = 'w8'): IncidentCommand => ({ type: 'ask_question', words });
const answer = (question = 'q1', words = 'w9'): IncidentCommand => ({
  ...{ type: 'answer_question', question, words },
});

/** Mona has been told, and the incident lives in a public thread. */
function toldManager(): Story {
  const story = begin({ place: { kind: 'thread', channel: 'C1', ts: '1.1' } });
  story.does('alex', {
    ...{ type: 'write_summary', manager: people.mona.user, words: 'w1', timing: { kind: 'now' } },
  });
  story.does(null, { type: 'summary_delivery', delivery: { outcome: 'delivered', paused: false } });
  return story;
}

describe('a question of the manager', () => {
  it('goes to the engineer’s own direct message, also when the incident lives in a thread', () => {
    const step = toldManager().does('mona', ask());
    expect(step.sent.map(({ destination }) => destination)).toEqual([{ to: 'engineer' }]);
    expect(told(step, 'alex')).toEqual(['manager_question']);
  });

  it('is answered to whoever asked, and to nobody else', () => {
    const story = toldManager();
    story.does('mona', ask());
    const step = story.does('alex', answer());
    expect(told(step, 'mona')).toEqual(['manager_answer']);
    expect(step.sent).toHaveLength(1);
    expect(story.incident().questions).toEqual([
      { id: 'q1', words: 'w8', by: people.mona.user, answer: 'w9' },
    ]);
  });

  it('may be one of several, each with its own answer', () => {
    const story = toldManager();
    story.does('mona', ask('w8'));
    story.does('mona', ask('w10'));
    story.does('alex', answer('q2', 'w11'));
    story.does('alex', answer('q1', 'w12'));
    expect(story.incident().questions.map((question) => question.answer)).toEqual(['w12', 'w11']);
  });

  it('is answered once', () => {
    const story = toldManager();
    story.does('mona', ask());
    story.does('alex', answer());
    expect(story.does('alex', answer('q1', 'w13'))).toEqual(refused('already_answered'));
    expect(story.does('alex', answer('q7'))).toEqual(refused('no_such_question'));
  });

  it.each(['resolve', 'dismiss'] as const)('still reaches the engineer after %s', (type) => {
    const story = toldManager();
    story.does('alex', { type });
    expect(told(story.does('mona', ask()), 'alex')).toEqual(['manager_question']);
    expect(told(story.does('alex', answer()), 'mona')).toEqual(['manager_answer']);
  });

  it.each(['alex', 'mia', 'zoe', 'gus', 'otto'] as const)('is not for %s to ask', (who) => {
    expect(toldManager().does(who, ask())).toEqual(refused('not_allowed'));
  });

  it.each(['mia', 'mona', 'zoe', 'gus', 'otto'] as const)('is not for %s to answer', (who) => {
    const story = toldManager();
    story.does('mona', ask());
    expect(story.does(who, answer())).toEqual(refused('not_allowed'));
  });
});

describe('what is between the engineer and their manager', () => {
  it('is never said in the thread', () => {
    const story = toldManager();
    const steps = [
      story.does('mona', { type: 'mark_summary_seen' }),
      story.does('mona', ask()),
      story.does('alex', answer()),
    ];
    expect(steps.flatMap((step) => told(step, 'place'))).toEqual([]);
    expect(steps.flatMap((step) => told(step, 'alex'))).toEqual(['summary_seen', 'manager_question']);
    expect(story.does('mona', { type: 'mark_summary_seen' })).toEqual(nothing);
  });

  it('is not said there either when the summary could not be delivered', () => {
    const story = begin({ place: { kind: 'thread', channel: 'C1', ts: '1.1' } });
    story.does('alex', {
      ...{ type: 'write_summary', manager: people.mona.user, words: 'w1', timing: { kind: 'now' } },
    });
    const delivery = { outcome: 'refused', reason: 'user_disabled' } as const;
    const step = story.does(null, { type: 'summary_delivery', delivery });
    expect(told(step, 'alex')).toEqual(['summary_refused']);
    expect(told(step, 'place')).toEqual([]);
  });
});
