import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ShownMessage } from '../../src/sandbox/protocol.ts';
import type { PersonDriver, Sandbox } from '../../src/sandbox/surface.ts';
import { en } from '../../src/slack/words/en.ts';
import { channels, people } from '../support/bot.ts';
import { dmsTo, readMessage, readView, saying } from '../support/reading-slack.ts';
import { type Acting, actingIn, actionsOf } from './support/acting.ts';
import { type Cast, type Stage, setStage } from './support/stage.ts';

jest.setTimeout(60_000);

const panic = 'oh no, i think i just deleted the production database';
const inside = '#eng-platform';

describe('who can see an incident', () => {
  let stage: Stage;
  let sandbox: Sandbox;
  let acting: Acting;
  let reader: PersonDriver;

  beforeAll(async () => {
    stage = await setStage({ engineers: ['ada', 'ben', 'cid', 'dot', 'eve', 'fay'] });
    ({ sandbox } = stage);
    acting = actingIn(sandbox);
    reader = sandbox.person(people.sam);
    await reader.join(inside);
  }, 60_000);
  afterAll(() => stage.clear(), 30_000);

  const replies = (ts: string): readonly ShownMessage[] =>
    reader.thread(inside, ts).filter((message) => message.ts !== ts && !message.ephemeral);
  const inThread = (ts: string, words: string | RegExp) =>
    sandbox.until(() => saying(replies(ts), words), { what: `the thread says ${words}` });

  /** Cried for help in a channel, said Yes, and a mentor has come. */
  async function helpedInThread({ engineer, mentor }: Cast): Promise<string> {
    // What several people write within ten minutes is taken for one thing.
    await stage.later(660_000);
    const outcome = await engineer.post(inside, panic);
    const ts = outcome.result === 'done' ? (outcome.ts ?? '') : '';
    const line = await inThread(ts, 'I can get a person');
    expect(await engineer.click(line, 'yes_help')).toMatchObject({ result: 'done' });
    await acting.window(engineer, 'Is it still happening?');
    await acting.press(mentor, 'accept_ask');
    await inThread(ts, `<@${engineer.id}> asked for help. <@${mentor.id}> is with them.`);
    return ts;
  }

  async function menu(person: PersonDriver, card: ShownMessage, choice: string): Promise<void> {
    const value = new RegExp(`"(${choice}:[^"]+)"`).exec(JSON.stringify(card.blocks))?.[1] ?? '';
    expect(await person.click(card, 'card_menu', { value })).toMatchObject({ result: 'done' });
  }

  it('stays one neutral line in a thread when the person never chooses', async () => {
    const cast = stage.cast('ada');
    const ts = await helpedInThread(cast);
    await acting.tellsWhatHappened(cast);
    await cast.engineer.close({ all: true });
    const read = replies(ts).map(readMessage).join('\n');
    expect(read).not.toMatch(/OOPS-|Manager|SEV|deleted|data is lost/);
  });

  it('is shown in the thread when the person says so on the screen', async () => {
    const { engineer } = stage.cast('ben');
    const ts = await helpedInThread(stage.cast('ben'));
    await acting.answers(engineer, 'Is it still happening?', { still_happening: 'no' });
    await acting.answers(engineer, 'Where should this be?', { kinds: ['data_lost'], where: 'here' });
    const card = await inThread(ts, /OOPS-\d+/);
    expect(readMessage(card)).toContain('Manager');
  });

  it('goes into a room of their own when the person wants it private, and the thread says nothing of it', async () => {
    const { engineer, mentor } = stage.cast('cid');
    const ts = await helpedInThread(stage.cast('cid'));
    await engineer.close({ all: true });
    const [card] = replies(ts);
    if (card !== undefined) await menu(engineer, card, 'see');
    await acting.window(engineer, `Everybody in <#${channels.engPlatform}> sees one line`);
    await engineer.click({ in: 'view' }, 'make_private');
    await inThread(ts, en.rooms.leftPrivate);
    await acting.dm(mentor, 'you can write here');
    const read = replies(ts).map(readMessage).join('\n');
    expect(read).not.toMatch(/OOPS-|oops-|archives|<#/);
    await acting.window(engineer, `<@${mentor.id}> and I can read this`);
  });

  it('is opened up to a channel after the person has seen what will be seen', async () => {
    const cast = stage.cast('dot');
    const { engineer, mentor } = cast;
    await acting.asks(cast, 'i dropped the salaries table');
    await engineer.close({ all: true });
    await acting.press(mentor, 'accept_ask');
    const card = await sandbox.until(
      () =>
        dmsTo(engineer).findLast(
          (each) => each.channel !== engineer.dm() && actionsOf(each).includes('card_menu'),
        ),
      { what: 'the card in the room' },
    );
    await menu(engineer, card, 'see');
    await acting.window(engineer, 'can read this');
    await engineer.click({ in: 'view' }, 'open_up');
    await acting.window(engineer, en.places.openText);
    await refusesChannel(engineer, channels.partnerAcme, en.places.problem('shared'));
    await engineer.fill({
      open_channel: channels.random,
      open_sentence: 'We are looking at the salaries service.',
    });
    expect(await engineer.submit()).toMatchObject({ result: 'done' });
    const shown = await acting.window(engineer, 'This is what everybody there will see');
    expect(readView(shown)).toContain('We are looking at the salaries service.');
    expect(readView(shown)).not.toContain('i dropped');
    const inRandom = () =>
      sandbox
        .person(people.sam)
        .history('#random')
        .filter(({ isBot }) => isBot);
    expect(inRandom().filter((message) => readMessage(message).includes('salaries'))).toEqual([]);
    expect(await engineer.submit()).toMatchObject({ result: 'done' });
    const opened = await sandbox.until(() => saying(inRandom(), 'We are looking at the salaries service.'), {
      what: 'the card in the channel',
    });
    for (const line of readMessage(opened)
      .split('\n')
      .filter((each) => /salaries|SEV|Manager|With you/.test(each))) {
      expect(readView(shown)).toContain(line);
    }
    await acting.dm(mentor, `The card is in <#${channels.random}> now.`);
    await mentor.join('#random');
    expect(await mentor.click(opened, 'resolve')).toMatchObject({ result: 'done' });
    const closing = await sandbox.until(() => saying(inRandom(), 'Whoever was asked knows'), {
      what: 'the end',
    });
    expect(closing.threadTs).toBe(opened.ts);
    await acting.dm(engineer, 'This channel will be archived');
  });

  async function refusesChannel(person: PersonDriver, channel: string, words: string): Promise<void> {
    await person.fill({ open_channel: channel, open_sentence: 'One sentence.' });
    const outcome = await person.submit();
    expect(JSON.stringify([outcome, person.view()?.errors])).toContain(words);
  }

  it('goes on in private when its channel is shared with another organisation', async () => {
    const { engineer } = stage.cast('eve');
    const ts = await helpedInThread(stage.cast('eve'));
    await engineer.close({ all: true });
    await sandbox.admin({ do: 'shareChannel', channel: channels.engPlatform });
    await inThread(ts, en.rooms.leftPrivate);
    await acting.dm(engineer, `People from another organisation can read <#${channels.engPlatform}> now`);
    await sandbox.admin({ do: 'unshareChannel', channel: channels.engPlatform });
  });

  it('never has its words, or a token, in the log', () => {
    expect(stage.leaks()).toEqual([]);
  });
});
