import { describe, expect, it } from '@jest/globals';
import type { IncidentCommand } from '../../src/domain/commands.ts';
import { accept, decline, name } from './support/ask-commands.ts';
import { people } from './support/people.ts';
import { askedIn, begin, refused } from './support/story.ts';

const again: IncidentCommand = { type: 'ask_again', words: 'w2' };

describe('asking again while the incident is open', () => {
  it('is what happened, where nothing was said before, and asks somebody', () => {
    const story = begin({ helpWanted: false });
    story.does('alex', again);
    expect(story.incident()).toMatchObject({ happened: 'w2', notes: [] });
    expect(askedIn(story)).toEqual([people.mia.user]);
  });

  it('is a note otherwise, which whoever is there reads at once', () => {
    const story = begin({ happened: 'w1' });
    story.does('mia', accept('a1'));
    story.does('alex', again);
    expect(story.incident().notes.map(({ words }) => words)).toEqual(['w2']);
    const said = [...story.messages().values()].filter(({ message }) => message.kind === 'said_more');
    expect(said.map(({ destination }) => destination)).toEqual([{ to: 'person', user: people.mia.user }]);
    expect(askedIn(story)).toEqual([people.mia.user]);
  });
});

describe('the manager and what was written in fright', () => {
  it('is not asked as a helper after having been named as the manager', () => {
    const circle = { mentor: people.mia.user, backups: [people.ben.user], manager: null };
    const story = begin({ circle });
    story.does('alex', {
      ...{ type: 'write_summary', manager: people.ben.user, words: 'w3', timing: { kind: 'myself' } },
    });
    story.does('mia', decline('a1'));
    expect(askedIn(story)).not.toContain(people.ben.user);
  });

  it('is for the engineer alone to bring in', () => {
    const mona = people.mona.user;
    const story = begin({ circle: { mentor: people.mia.user, backups: [], manager: mona } });
    story.does('mia', accept('a1'));
    expect(story.does('mia', name('mona'))).toEqual(refused('helper_is_manager'));
  });
});

describe('an older screen', () => {
  it('does not undo what somebody else has answered since', () => {
    const story = begin({ happened: 'w1' });
    story.does('mia', accept('a1'));
    const seen = story.incident().version;
    story.does('alex', { type: 'tell_impact', affected: 'w4', kinds: ['data_lost'], seen });
    expect(story.does('mia', { type: 'tell_impact', affected: null, kinds: [], seen })).toEqual(
      refused('answered_meanwhile'),
    );
    expect(story.incident().impact.kinds).toEqual(['data_lost']);
  });

  it('may change one’s own answer', () => {
    const story = begin({ happened: 'w1' });
    const seen = story.incident().version;
    story.does('alex', { type: 'tell_impact', affected: null, kinds: ['slow'], seen });
    story.does('alex', { type: 'tell_impact', affected: null, kinds: ['data_lost'], seen });
    expect(story.incident().impact.kinds).toEqual(['data_lost']);
  });
});

describe('an objection to a step', () => {
  it('counts although somebody else has said yes, until the step has begun', () => {
    const story = begin({ happened: 'w1' });
    story.does('mia', accept('a1'));
    story.does('alex', { type: 'add_step', words: 's1', confidence: 2, undo: 'yes' });
    const approve: IncidentCommand = {
      ...{ type: 'check_step', step: 's1', read: 's1' },
      answer: { kind: 'approve' },
    };
    story.does('mia', approve);
    story.does('alex', name('ben'));
    story.does('ben', accept('a2'));
    const object: IncidentCommand = { ...approve, answer: { kind: 'question', words: 'w9' } };
    story.does('ben', object);
    expect(story.incident().steps[0]).toMatchObject({ state: 'waiting', question: 'w9' });
    story.does('mia', approve);
    story.does('alex', { type: 'move_step', step: 's1', to: 'started' });
    expect(story.does('ben', object)).toEqual(refused('step_not_movable'));
  });
});
