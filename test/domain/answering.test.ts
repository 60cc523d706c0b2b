import { describe, expect, it } from '@jest/globals';
import { nobody } from '../../src/domain/ladder.ts';
import { accept, arrived, bounced, decline, due, more, name } from './support/ask-commands.ts';
import { people } from './support/people.ts';
import { askedIn, begin, messageOf, minutes, nothing, refused, type Story, told } from './support/story.ts';

const ask = (story: Story, id: string) => story.incident().asks.find((each) => each.id === id);

describe('answering', () => {
  it('tells the engineer that somebody came', () => {
    const story = begin();
    expect(told(story.does('mia', accept('a1')), 'place')).toEqual(['helper_came']);
    expect(story.incident().helpers).toEqual([people.mia.user]);
  });

  it('works after the time has passed', () => {
    const story = begin();
    story.does(null, due('a1'));
    expect(told(story.does('mia', accept('a1')), 'place')).toEqual(['helper_came']);
  });

  it('works before Slack has said that the message arrived, whatever it says then', () => {
    const story = begin();
    story.does('mia', accept('a1'));
    expect(story.does(null, arrived('a1', true)).sent).toEqual([]);
    expect(ask(story, 'a1')?.state).toBe('accepted');
  });

  it('keeps a helper who has answered although Slack refused a second attempt', () => {
    const story = begin();
    story.does('mia', accept('a1'));
    expect(story.does(null, bounced('a1'))).toEqual(nothing);
    expect(story.incident().helpers).toEqual([people.mia.user]);
  });

  it('takes one "I can’t" for both when somebody was asked twice', () => {
    const story = begin();
    story.does('mia', decline('a1'));
    story.does('alex', name('mia'));
    story.does('mia', accept('a3'));
    story.does('mia', accept('a1'));
    story.does('mia', decline('a1'));
    expect(story.incident().helpers).toEqual([]);
    expect(ask(story, 'a3')?.state).toBe('declined');
  });

  it('lets somebody come after all, and tells the engineer each time', () => {
    const story = begin();
    story.does('mia', accept('a1'));
    story.does('mia', decline('a1'));
    const before = story.messages().size;
    story.does('mia', accept('a1'));
    expect(story.messages().size).toBe(before + 1);
    story.does('mia', decline('a1'));
    expect(story.messages().size).toBe(before + 2);
  });

  it.each([
    { answer: 'accept', command: accept('a1') },
    { answer: 'decline', command: decline('a1') },
  ])('changes nothing when $answer is pressed twice', ({ command }) => {
    const story = begin();
    story.does('mia', command);
    expect(story.does('mia', command)).toEqual(nothing);
  });

  it('is for the person who was asked', () => {
    const story = begin();
    story.does('mia', decline('a1'));
    expect(story.does('ben', accept('a1'))).toEqual(refused('no_such_ask'));
  });

  it('is not for the engineer, a bystander or a guest', () => {
    for (const who of ['alex', 'zoe', 'gus', 'otto', 'mona'] as const) {
      expect(begin().does(who, accept('a1'))).toEqual(refused('not_allowed'));
    }
  });

  it('takes an ask that does not exist for one of somebody else', () => {
    expect(begin().does('mia', accept('a9'))).toEqual(refused('no_such_ask'));
  });
});

describe('wanting one more person', () => {
  it('asks the next one although somebody is being waited for', () => {
    const story = begin();
    story.wait(minutes(1));
    const step = story.does('alex', more);
    expect(askedIn(step)).toEqual([people.ben.user]);
    expect(messageOf(step, 'help_asked')).toEqual({ kind: 'help_asked', ask: 'a2', why: 'more' });
  });

  it('asks the next one also right after the opening, which was no press of this button', () => {
    const story = begin();
    story.wait(1_000);
    expect(askedIn(story.does('alex', more))).toEqual([people.ben.user]);
  });

  it('changes nothing when the button is pressed again within ten seconds', () => {
    const story = begin();
    story.does('alex', more);
    story.wait(9_000);
    expect(story.does('alex', more)).toEqual(nothing);
    story.wait(1_000);
    expect(askedIn(story.does('alex', more))).toEqual([people.cleo.user]);
  });

  it.each([
    { how: 'declines', answer: (story: Story) => story.does('ben', decline('a2')) },
    { how: 'is not reached', answer: (story: Story) => story.does(null, bounced('a2')) },
    { how: 'does not answer', answer: (story: Story) => story.does(null, due('a2')) },
  ])('goes on when the one more $how, although a helper was here before', ({ answer }) => {
    const story = begin();
    story.does('mia', accept('a1'));
    story.wait(minutes(10));
    story.does('alex', more);
    const step = answer(story);
    expect(askedIn(step)).toEqual([people.cleo.user]);
    expect(told(step, 'alex')).toEqual(['help_moved']);
  });

  it('says each time, but not for a double click, that nobody is left', () => {
    const story = begin({ circle: { mentor: people.mia.user, backups: [], manager: null } });
    story.does('mia', accept('a1'));
    for (let press = 0; press < 2; press += 1) {
      story.wait(minutes(1));
      const before = story.messages().size;
      expect(told(story.does('alex', more), 'alex')).toEqual(['nobody_to_ask']);
      expect(story.does('alex', more)).toEqual(nothing);
      expect(story.messages().size).toBe(before + 1);
    }
  });

  it('does nothing without `more` while somebody is here or being waited for', () => {
    const story = begin();
    story.wait(minutes(1));
    expect(story.does('alex', { type: 'want_help', more: false })).toEqual(nothing);
    story.does('mia', accept('a1'));
    expect(story.does('alex', { type: 'want_help', more: false })).toEqual(nothing);
  });
});

describe('naming somebody', () => {
  it('asks them at once and remembers them as the mentor when there was none', () => {
    const step = begin({ circle: nobody }).does('alex', name('zoe'));
    expect(askedIn(step)).toEqual([people.zoe.user]);
    expect(messageOf(step, 'help_asked')).toMatchObject({ why: 'named' });
    expect(step.effects).toContainEqual({
      ...{ kind: 'remember_mentor', engineer: people.alex.user, person: people.zoe.user },
    });
  });

  it('does not put them in the place of a mentor', () => {
    const step = begin().does('alex', name('zoe'));
    expect(step.effects.map((effect) => effect.kind)).not.toContain('remember_mentor');
  });

  it('asks somebody only once while they are asked or here', () => {
    const story = begin();
    expect(story.does('alex', name('mia'))).toEqual(nothing);
    story.does('mia', accept('a1'));
    expect(story.does('alex', name('mia'))).toEqual(nothing);
  });

  it('asks somebody again who could not come before', () => {
    const story = begin();
    story.does('mia', decline('a1'));
    expect(askedIn(story.does('alex', name('mia')))).toEqual([people.mia.user]);
  });

  it('refuses the engineer', () => {
    expect(begin().does('alex', name('alex'))).toEqual(refused('helper_is_engineer'));
  });

  it('is open to a helper too', () => {
    const story = begin();
    story.does('mia', accept('a1'));
    expect(askedIn(story.does('mia', name('dora')))).toEqual([people.dora.user]);
  });
});
