import { describe, expect, it } from '@jest/globals';
import type { IncidentCommand } from '../../src/domain/commands.ts';
import { nobody } from '../../src/domain/ladder.ts';
import { type Name, people } from './support/people.ts';
import { askedIn, begin, messageOf, minutes, nothing, refused, type Story, told } from './support/story.ts';

const accept = (ask: string): IncidentCommand => ({ type: 'answer_ask', ask, answer: 'accept' });
const decline = (ask: string): IncidentCommand => ({ type: 'answer_ask', ask, answer: 'decline' });
const due = (ask: string): IncidentCommand => ({ type: 'wake', wake: { kind: 'ask_due', ask } });
const arrived = (ask: string, paused = false): IncidentCommand => ({
  ...{ type: 'ask_delivery', ask },
  delivery: { outcome: 'delivered', paused },
});
const bounced = (ask: string): IncidentCommand => ({
  ...{ type: 'ask_delivery', ask },
  delivery: { outcome: 'refused', reason: 'user_disabled' },
});
const more: IncidentCommand = { type: 'want_help', more: true };
const name = (who: Name): IncidentCommand => ({ type: 'name_helper', person: people[who].user });
const ask = (story: Story, id: string) => story.incident().asks.find((each) => each.id === id);

describe('opening with help wanted', () => {
  it('asks the mentor in the same moment and shows the card first', () => {
    const story = begin({ happened: 'w1' });
    expect([...story.messages().values()].map(({ message }) => message.kind)).toEqual(['card', 'ask']);
    expect(askedIn(story)).toEqual([people.mia.user]);
    expect(story.incident()).toMatchObject({ status: 'open', helpWanted: true, happened: 'w1' });
  });

  it('gives the mentor two minutes while nothing is known', () => {
    const story = begin();
    expect(ask(story, 'a1')?.answerBy).toBe(story.now() + minutes(2));
  });

  it('asks the first backup where there is no mentor', () => {
    expect(askedIn(begin({ circle: { mentor: null, backups: [people.ben.user], manager: null } }))).toEqual([
      people.ben.user,
    ]);
  });

  it('says at once when the directory knows nobody', () => {
    const story = begin({ circle: nobody });
    expect([...story.messages().values()].map(({ message }) => message.kind)).toEqual([
      'card',
      'nobody_to_ask',
    ]);
  });

  it('never asks the engineer to help themselves, or anybody twice', () => {
    const [alex, mia] = [people.alex.user, people.mia.user];
    const story = begin({ circle: { mentor: mia, backups: [alex, mia, people.ben.user], manager: null } });
    expect(story.incident().ladder.map((rung) => rung.person)).toEqual([mia, people.ben.user]);
  });

  it('does not ask the manager unless the engineer names them: a helper reads what was written in fright', () => {
    const mona = people.mona.user;
    const story = begin({ circle: { mentor: mona, backups: [people.ben.user], manager: mona } });
    expect(askedIn(story)).toEqual([people.ben.user]);
    expect(askedIn(story.does('alex', name('mona')))).toEqual([mona]);
  });
});

describe('a message that Oops took for a cry for help', () => {
  const noticed = () =>
    begin({
      helpWanted: false,
      origin: { kind: 'panic_message', channel: 'C1', ts: '1.1' },
      place: { kind: 'thread', channel: 'C1', ts: '1.1' },
    });
  const silence: IncidentCommand = { type: 'wake', wake: { kind: 'silence_due' } };

  it('wakes nobody by itself', () => {
    expect(askedIn(noticed())).toEqual([]);
  });

  it('asks the mentor when its author says yes', () => {
    const step = noticed().does('alex', { type: 'want_help', more: false });
    expect(askedIn(step)).toEqual([people.mia.user]);
    expect(told(step, 'place')).toEqual([]);
  });

  it('asks the mentor after two minutes without an answer, and tells the author whom', () => {
    const story = noticed();
    story.wait(minutes(2));
    const step = story.does(null, silence);
    expect(askedIn(step)).toEqual([people.mia.user]);
    expect(told(step, 'place')).toEqual(['help_asked']);
  });

  it('tells the author that there is nobody to ask when the silence ends and the directory is empty', () => {
    const story = noticed();
    story.knows(nobody);
    expect(told(story.does(null, silence), 'place')).toEqual(['nobody_to_ask']);
  });

  it('asks nobody a second time when the timer comes after the author has answered', () => {
    const story = noticed();
    story.does('alex', { type: 'want_help', more: false });
    expect(story.does(null, silence)).toEqual(nothing);
  });

  it('asks nobody when its author said that it is nothing', () => {
    const story = noticed();
    story.does('alex', { type: 'dismiss' });
    expect(story.does(null, silence)).toEqual(nothing);
  });

  it('takes an answer to the first question for a yes', () => {
    const step = noticed().does('alex', { type: 'tell_happened', words: 'w1', stillHappening: 'yes' });
    expect(askedIn(step)).toEqual([people.mia.user]);
  });

  it('keeps the mentor and backups when the author names somebody first', () => {
    const story = noticed();
    story.does('alex', name('zoe'));
    expect(askedIn(story.does('zoe', decline('a1')))).toEqual([people.mia.user]);
  });
});

describe('the ladder', () => {
  it('moves on when somebody cannot come, and says so', () => {
    const step = begin().does('mia', decline('a1'));
    expect(askedIn(step)).toEqual([people.ben.user]);
    expect(messageOf(step, 'help_moved')).toMatchObject({ from: 'a1', why: 'declined', next: 'a2' });
  });

  it('moves on when Slack refuses the message, and says so', () => {
    const step = begin().does(null, bounced('a1'));
    expect(askedIn(step)).toEqual([people.ben.user]);
    expect(messageOf(step, 'help_moved')).toMatchObject({ why: 'refused', next: 'a2' });
  });

  it('moves on when nobody has answered in time, and says so', () => {
    const story = begin();
    story.does(null, arrived('a1'));
    story.wait(minutes(2));
    const step = story.does(null, due('a1'));
    expect(askedIn(step)).toEqual([people.ben.user]);
    expect(messageOf(step, 'help_moved')).toMatchObject({ why: 'unanswered', next: 'a2' });
  });

  it('moves on in time even when Slack has not taken the message yet', () => {
    const story = begin();
    story.wait(minutes(2));
    expect(askedIn(story.does(null, due('a1')))).toEqual([people.ben.user]);
  });

  it('tries the next one at once when notifications are off, and says so', () => {
    const step = begin().does(null, arrived('a1', true));
    expect(askedIn(step)).toEqual([people.ben.user]);
    expect(messageOf(step, 'help_moved')).toMatchObject({ why: 'paused', next: 'a2' });
  });

  it.each(['unanswered', 'declined'] as const)(
    'asks no third person and says nothing again when the one with notifications off is %s later',
    (how) => {
      const story = begin();
      story.does(null, arrived('a1', true));
      story.wait(minutes(2));
      const step = how === 'declined' ? story.does('mia', decline('a1')) : story.does(null, due('a1'));
      expect(step.sent).toEqual([]);
    },
  );

  it('does not move on again when somebody declines after their time', () => {
    const story = begin();
    story.does(null, due('a1'));
    expect(story.does('mia', decline('a1')).sent).toEqual([]);
  });

  it('gives five minutes once it is known to be SEV2 or milder', () => {
    const story = begin();
    story.does('alex', { type: 'set_severity', level: 'SEV3' });
    story.does('mia', decline('a1'));
    expect(ask(story, 'a2')?.answerBy).toBe(story.now() + minutes(5));
  });

  it('says that nobody is left at its end, with a way to name somebody', () => {
    const story = begin();
    story.does('mia', decline('a1'));
    story.does('ben', decline('a2'));
    const step = story.does('cleo', decline('a3'));
    expect(messageOf(step, 'help_moved')).toMatchObject({ from: 'a3', next: null });
    expect(story.incident().ladderExhaustedAt).toBe(story.now());
  });

  it('asks nobody further once somebody is here', () => {
    const story = begin();
    story.does(null, due('a1'));
    story.does('mia', accept('a1'));
    story.wait(minutes(2));
    expect(story.does(null, due('a2')).sent).toEqual([]);
  });

  it('asks the next one when the only helper has to leave', () => {
    const story = begin();
    story.does('mia', accept('a1'));
    const step = story.does('mia', decline('a1'));
    expect(askedIn(step)).toEqual([people.ben.user]);
    expect(story.incident().helpers).toEqual([]);
  });

  it('asks nobody when one of two helpers leaves', () => {
    const story = begin();
    story.does(null, due('a1'));
    story.does('mia', accept('a1'));
    story.does('ben', accept('a2'));
    expect(askedIn(story.does('mia', decline('a1')))).toEqual([]);
    expect(story.incident().helpers).toEqual([people.ben.user]);
  });

  it('names the one who is being waited for instead of asking a third', () => {
    const story = begin();
    story.wait(minutes(1));
    story.does('alex', more);
    const step = story.does('mia', decline('a1'));
    expect(askedIn(step)).toEqual([]);
    expect(messageOf(step, 'help_moved')).toMatchObject({ from: 'a1', next: 'a2' });
  });

  it('does not count somebody with notifications off as being waited for', () => {
    const story = begin();
    story.wait(minutes(1));
    story.does('alex', more);
    story.does(null, arrived('a2', true));
    const step = story.does('mia', decline('a1'));
    expect(messageOf(step, 'help_moved')?.next).toBe('a3');
    expect(askedIn(story)).toEqual([people.mia.user, people.ben.user, people.cleo.user]);
  });
});

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
    expect(told(step, 'place')).toEqual(['help_moved']);
  });

  it('says each time, but not for a double click, that nobody is left', () => {
    const story = begin({ circle: { mentor: people.mia.user, backups: [], manager: null } });
    story.does('mia', accept('a1'));
    for (let press = 0; press < 2; press += 1) {
      story.wait(minutes(1));
      const before = story.messages().size;
      expect(told(story.does('alex', more), 'place')).toEqual(['nobody_to_ask']);
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
