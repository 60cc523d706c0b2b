import { describe, expect, it } from '@jest/globals';
import type { IncidentCommand } from '../../src/domain/commands.ts';
import { nobody } from '../../src/domain/ladder.ts';
import { accept, arrived, bounced, decline, due, more, name } from './support/ask-commands.ts';
import { people } from './support/people.ts';
import { askedIn, begin, messageOf, minutes, nothing, type Story, told } from './support/story.ts';

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
    expect(told(story.does(null, silence), 'alex')).toEqual(['nobody_to_ask']);
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
