import { describe, expect, it } from '@jest/globals';
import type { IncidentCommand } from '../../src/domain/commands.ts';
import type { Confidence } from '../../src/domain/events.ts';
import type { YesNoUnknown } from '../../src/domain/identifiers.ts';
import { people } from './support/people.ts';
import { askedIn, begin, messageOf, minutes, nothing, refused, type Story, told } from './support/story.ts';

const add = (confidence: Confidence, undo: YesNoUnknown, words = 'w1'): IncidentCommand => ({
  ...{ type: 'add_step', words, confidence, undo },
});
const risky = add(2, 'no');
const safe = add(5, 'yes');
const rewrite = (words: string, confidence: Confidence = 2): IncidentCommand => ({
  ...{ type: 'change_step', step: 's1', words, confidence, undo: 'yes' },
});
const approve = (read = 'w1'): IncidentCommand => ({
  ...{ type: 'check_step', step: 's1', read, answer: { kind: 'approve' } },
});
const question = (read = 'w1'): IncidentCommand => ({
  ...{ type: 'check_step', step: 's1', read, answer: { kind: 'question', words: 'w9' } },
});
const move = (to: 'started' | 'done' | 'failed' | 'removed'): IncidentCommand => ({
  ...{ type: 'move_step', step: 's1', to },
});
const accept = (ask: string): IncidentCommand => ({ type: 'answer_ask', ask, answer: 'accept' });
const step = (story: Story) => story.incident().steps[0];

/** Mia is with Alex, and has been for a while. */
function withMia(): Story {
  const story = begin();
  story.does('mia', accept('a1'));
  story.wait(minutes(5));
  return story;
}

describe('a step of the plan', () => {
  it.each<[string, Confidence, YesNoUnknown, 'waiting' | 'ready']>([
    ['sure and can be undone', 5, 'yes', 'ready'],
    ['quite sure and can be undone', 4, 'yes', 'ready'],
    ['half sure', 3, 'yes', 'waiting'],
    ['sure, but cannot be undone', 5, 'no', 'waiting'],
    ['sure, but nobody knows whether it can be undone', 5, 'unknown', 'waiting'],
    ['unsure and cannot be undone', 1, 'no', 'waiting'],
  ])('that is %s (%d of 5, undo: %s) is %s', (_what, confidence, undo, state) => {
    const story = withMia();
    story.does('alex', add(confidence, undo));
    expect(step(story)?.state).toBe(state);
  });

  it('asks nobody when it need not wait', () => {
    expect(withMia().does('alex', safe).sent).toEqual([]);
  });

  it.each(['zoe', 'mona', 'ada', 'gus', 'otto'] as const)('is not for %s to plan', (who) => {
    expect(withMia().does(who, safe)).toEqual(refused('not_allowed'));
  });
});

describe('a step that waits', () => {
  it('goes to whoever is with the engineer', () => {
    expect(told(withMia().does('alex', risky), 'mia')).toEqual(['step_check']);
  });

  it('goes to those who were asked when nobody has come yet', () => {
    expect(told(begin().does('alex', risky), 'mia')).toEqual(['step_check']);
  });

  it('goes to whoever comes later', () => {
    const story = begin();
    story.does('mia', { type: 'answer_ask', ask: 'a1', answer: 'decline' });
    story.does('alex', risky);
    story.does(null, { type: 'wake', wake: { kind: 'ask_due', ask: 'a2' } });
    expect(told(story.does('cleo', accept('a3')), 'cleo')).toEqual(['step_check']);
  });

  it('never goes to its author: the next person on the ladder is asked instead', () => {
    const done = withMia().does('mia', risky);
    expect(told(done, 'mia')).toEqual([]);
    expect(told(done, 'ben')).toEqual(['ask', 'step_check']);
  });

  it('says that nobody is left to read it', () => {
    const story = begin({ circle: { mentor: people.mia.user, backups: [], manager: null } });
    story.does('mia', accept('a1'));
    const step = story.does('mia', risky);
    expect(told(step, 'place')).toEqual(['step_written']);
    expect(told(step, 'alex')).toEqual(['nobody_to_ask']);
  });

  it('does not say so again for each step while nobody is here', () => {
    const story = begin({ circle: { mentor: people.mia.user, backups: [], manager: null } });
    story.does('mia', { type: 'answer_ask', ask: 'a1', answer: 'decline' });
    expect(story.does('alex', risky).sent).toEqual([]);
  });

  it('cannot be started', () => {
    const story = withMia();
    story.does('alex', risky);
    expect(story.does('alex', move('started'))).toEqual(refused('step_waits'));
    expect(story.does('mia', move('started'))).toEqual(refused('step_waits'));
  });

  it('is ready once a second person has read it', () => {
    const story = withMia();
    story.does('alex', risky);
    expect(told(story.does('mia', approve()), 'place')).toEqual(['step_approved']);
    expect(step(story)).toMatchObject({ state: 'ready', approvedBy: people.mia.user });
  });

  it('is not for its author to approve, nor for the engineer', () => {
    const story = withMia();
    story.does('mia', risky);
    expect(story.does('mia', approve())).toEqual(refused('own_step'));
    expect(story.does('alex', approve())).toEqual(refused('not_allowed'));
  });

  it('is approved only for the words that were read', () => {
    const story = withMia();
    story.does('alex', risky);
    story.does('alex', rewrite('w2'));
    expect(story.does('mia', approve('w1'))).toEqual(refused('step_changed'));
    expect(step(story)?.state).toBe('waiting');
  });

  it('is approved once, also by a double click', () => {
    const story = withMia();
    story.does('alex', risky);
    story.does('mia', approve());
    expect(story.does('mia', approve())).toEqual(nothing);
  });

  it('goes on waiting when the second person would rather change it, and the engineer hears it', () => {
    const story = withMia();
    story.does('alex', risky);
    expect(told(story.does('mia', question()), 'place')).toEqual(['step_questioned']);
    expect(step(story)).toMatchObject({ state: 'waiting', questionedBy: people.mia.user, question: 'w9' });
  });

  it('can still be approved by the one who questioned it', () => {
    const story = withMia();
    story.does('alex', risky);
    story.does('mia', question());
    story.does('mia', approve());
    expect(step(story)).toMatchObject({ state: 'ready', questionedBy: null });
  });
});

describe('a step that is written anew', () => {
  it('is checked anew, as a message about the new words', () => {
    const story = withMia();
    story.does('alex', risky);
    story.does('mia', approve('w1'));
    const changed = story.does('alex', rewrite('w2'));
    expect(step(story)).toMatchObject({ state: 'waiting', approvedBy: null, words: 'w2' });
    expect(messageOf(changed, 'step_check')).toMatchObject({ step: 's1', words: 'w2' });
  });

  it('belongs to whoever wrote it last', () => {
    const story = withMia();
    story.does('alex', risky);
    story.does('mia', rewrite('w2'));
    expect(story.does('mia', approve('w2'))).toEqual(refused('own_step'));
  });

  it('is ready at once when it is safe now', () => {
    const story = withMia();
    story.does('alex', risky);
    story.does('alex', rewrite('w2', 5));
    expect(step(story)?.state).toBe('ready');
  });

  it('is possible when it did not work', () => {
    const story = withMia();
    story.does('alex', safe);
    story.does('alex', move('started'));
    story.does('alex', move('failed'));
    story.does('alex', rewrite('w2', 5));
    expect(step(story)?.state).toBe('ready');
  });

  it.each(['started', 'done'] as const)('is refused once it is %s', (to) => {
    const story = withMia();
    story.does('alex', safe);
    story.does('alex', move('started'));
    if (to !== 'started') story.does('alex', move(to));
    expect(story.does('alex', rewrite('w2'))).toEqual(refused('step_not_movable'));
  });
});

describe('doing a step', () => {
  it('goes from ready to started to done', () => {
    const story = withMia();
    story.does('alex', safe);
    expect(story.does('alex', move('started')).events).toEqual(['step_started']);
    expect(story.does('mia', move('done')).events).toEqual(['step_done']);
  });

  it('can be tried again when it did not work', () => {
    const story = withMia();
    story.does('alex', safe);
    for (const to of ['started', 'failed', 'started', 'done'] as const) story.does('alex', move(to));
    expect(step(story)?.state).toBe('done');
  });

  it('changes nothing when pressed twice', () => {
    const story = withMia();
    story.does('alex', safe);
    story.does('alex', move('started'));
    expect(story.does('alex', move('started'))).toEqual(nothing);
  });

  it('cannot be done or fail before it was started', () => {
    const story = withMia();
    story.does('alex', safe);
    expect(story.does('alex', move('done'))).toEqual(refused('step_not_movable'));
    expect(story.does('alex', move('failed'))).toEqual(refused('step_not_movable'));
  });

  it('can be taken out before it is started, and is gone then', () => {
    const story = withMia();
    story.does('alex', risky);
    story.does('alex', move('removed'));
    expect(story.does('alex', move('started'))).toEqual(refused('no_such_step'));
    expect(story.does('mia', approve())).toEqual(refused('no_such_step'));
    expect(story.does('alex', rewrite('w2'))).toEqual(refused('no_such_step'));
  });

  it('cannot be taken out once it was started', () => {
    const story = withMia();
    story.does('alex', safe);
    story.does('alex', move('started'));
    expect(story.does('alex', move('removed'))).toEqual(refused('step_not_movable'));
  });

  it('gives a new step its own number, also after one was taken out', () => {
    const story = withMia();
    story.does('alex', safe);
    story.does('alex', move('removed'));
    story.does('alex', add(5, 'yes', 'w2'));
    expect(story.incident().steps.map(({ id, state }) => `${id} ${state}`)).toEqual([
      's1 removed',
      's2 ready',
    ]);
  });

  it('pages nobody for a step that is safe, although nobody is here', () => {
    const story = begin();
    story.does('mia', { type: 'answer_ask', ask: 'a1', answer: 'decline' });
    expect(askedIn(story.does('alex', safe))).toEqual([]);
  });
});
