import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ShownMessage } from '../../src/sandbox/protocol.ts';
import type { PersonDriver, Sandbox } from '../../src/sandbox/surface.ts';
import { en } from '../../src/slack/words/en.ts';
import { dmsTo, readMessage, roomsOf, saying } from '../support/reading-slack.ts';
import { type Acting, actingIn, actionsOf } from './support/acting.ts';
import { type Cast, type Stage, setStage } from './support/stage.ts';

jest.setTimeout(60_000);

const hour = 3_600_000;

describe('the private place of those who are together', () => {
  let stage: Stage;
  let sandbox: Sandbox;
  let acting: Acting;

  beforeAll(async () => {
    stage = await setStage({
      engineers: ['ada', 'ben', 'cid', 'dot', 'eve', 'fay', 'gil', 'hal', 'ivy', 'jo', 'kit'],
    });
    sandbox = stage.sandbox;
    acting = actingIn(sandbox);
  }, 60_000);
  afterEach(() => sandbox.admin({ do: 'clearFaults' }));
  afterAll(() => stage.clear(), 30_000);

  const inRoom = (person: PersonDriver, words: string | RegExp): Promise<ShownMessage> =>
    sandbox.until(() => roomsOf(person).flatMap(({ id }) => saying(person.history(id), words) ?? [])[0], {
      what: `${person.id} reads ${words} in the room`,
    });
  const refuseChannels = () =>
    sandbox.admin({
      do: 'fault',
      fault: { fault: 'slack_error', method: 'conversations.create', error: 'restricted_action' },
    });
  const comes = (person: PersonDriver) => acting.press(person, 'accept_ask');

  async function together(name: string): Promise<Cast> {
    const cast = stage.cast(name);
    await acting.asks(cast, 'i dropped the users table');
    await comes(cast.mentor);
    return cast;
  }

  it('is made when a mentor comes: the card moves in, the mentor knows where, a pointer stays', async () => {
    const { engineer, mentor, manager } = await together('ada');
    const card = await inRoom(engineer, 'i dropped the users table');
    expect(actionsOf(card)).toEqual(expect.arrayContaining(['continue', 'need_person', 'resolve']));
    await inRoom(mentor, `<@${engineer.id}> and <@${mentor.id}>, you can write here.`);
    const [room] = roomsOf(engineer);
    expect(room?.name).toMatch(/^oops-\d+-[0-9a-f]{8}$/);
    await acting.dm(mentor, `Please write to them now, in <#${room?.id}>.`);
    const pointer = await acting.dm(engineer, `goes on in <#${room?.id}>`);
    expect(actionsOf(pointer)).toEqual(['need_person']);
    const cards = dmsTo(engineer).filter((message) => actionsOf(message).includes('continue'));
    expect(cards.map(({ channel }) => channel)).toEqual([room?.id]);
    expect(roomsOf(manager)).toEqual([]);
  });

  it('is joined by the next helper', async () => {
    const { engineer, backup } = await together('ben');
    await inRoom(engineer, 'you can write here');
    await stage.later(60_000);
    await acting.press(engineer, 'need_person');
    await acting.dm(backup, 'is asking for your help');
    await comes(backup);
    await inRoom(backup, 'i dropped the users table');
  });

  it('is archived an hour after the end, which it says before', async () => {
    const { engineer, mentor } = await together('cid');
    const card = await inRoom(mentor, 'i dropped the users table');
    expect(await mentor.click(card, 'resolve')).toMatchObject({ result: 'done' });
    await inRoom(engineer, 'This channel will be archived');
    expect(roomsOf(engineer)[0]?.archived).toBe(false);
    await stage.later(hour);
    await sandbox.until(() => roomsOf(engineer).every(({ archived }) => archived), { what: 'archived' });
  });

  it('is left by a helper who cannot stay, and by one whose place somebody else takes', async () => {
    const { engineer, mentor, backup } = await together('kit');
    await inRoom(mentor, 'you can write here');
    await acting.press(mentor, 'decline_ask');
    await sandbox.until(() => roomsOf(mentor).length === 0 || undefined, { what: 'the mentor is out' });
    await acting.dm(mentor, en.asking.declined);
    await acting.dm(backup, 'is asking for your help');
    await comes(backup);
    await inRoom(backup, 'i dropped the users table');
    await acting.press(backup, 'hand_off');
    await acting.answers(backup, en.handOff.label, { helper: mentor.id });
    await acting.dm(mentor, 'would like to hand over to you');
    await comes(mentor);
    await acting.dm(backup, 'Thank you for being there.');
    await sandbox.until(() => roomsOf(backup).length === 0 || undefined, { what: 'the backup is out' });
    await inRoom(mentor, 'i dropped the users table');
    expect(roomsOf(engineer)).toHaveLength(1);
  });

  it('is a group message where channels may not be made, another one with one person more', async () => {
    await refuseChannels();
    const { engineer, mentor, backup } = await together('dot');
    await inRoom(mentor, 'you can write here');
    await stage.later(60_000);
    await acting.press(engineer, 'need_person');
    await acting.dm(backup, 'is asking for your help');
    await comes(backup);
    await inRoom(backup, 'i dropped the users table');
    expect(roomsOf(engineer)).toHaveLength(2);
    expect(roomsOf(backup)).toHaveLength(1);
  });

  it('is Oops itself where neither may be made: each message is passed on once, changes too', async () => {
    await refuseChannels();
    await sandbox.admin({ do: 'fault', fault: { fault: 'remove_scope', scope: 'mpim:write' } });
    const { engineer, mentor } = await together('eve');
    await acting.dm(engineer, 'Write to me in this direct message');
    await acting.dm(mentor, `I pass it on to <@${engineer.id}>`);
    await sandbox.fault({ fault: 'event', what: 'duplicate', eventType: 'message' });
    await mentor.post(mentor.dm(), 'I am here. <!channel> Tell me what you saw.');
    const passed = await acting.dm(engineer, 'Tell me what you saw.');
    expect(readMessage(passed)).toContain(`<@${mentor.id}> writes:`);
    expect(readMessage(passed)).not.toContain('<!channel>');
    expect(passed.text).not.toContain('Tell me');
    const first = dmsTo(engineer).at(-1);
    await engineer.post(engineer.dm(), 'the table is gone', { threadTs: first?.ts ?? '' });
    await acting.dm(mentor, 'the table is gone');
    const mine = mentor.history(mentor.dm()).find(({ text }) => text.includes('Tell me'));
    await mentor.edit(mentor.dm(), mine?.ts ?? '', 'Tell me what you see now.');
    await acting.dm(engineer, 'changed what they wrote');
    const passedOn = dmsTo(engineer).filter((message) => readMessage(message).includes('Tell me what you'));
    expect(passedOn).toHaveLength(2);
  });

  /** One mentor with two engineers, without a room for either. */
  async function withBoth(names: readonly [string, string]) {
    await refuseChannels();
    await sandbox.admin({ do: 'fault', fault: { fault: 'remove_scope', scope: 'mpim:write' } });
    const { engineer: first, mentor } = await together(names[0]);
    await acting.dm(mentor, `I pass it on to <@${first.id}>`);
    const other = stage.cast(names[1]);
    const second = other.engineer;
    await acting.asks(other, 'the orders are gone');
    await second.close({ all: true });
    const card = await acting.withButton(second, 'card_menu');
    const [value = ''] = JSON.stringify(card.blocks).match(/choose:[\w-]+/) ?? [];
    await second.click(card, 'card_menu', { value });
    await acting.answers(second, en.screens.chooseHelper.title, { helper: mentor.id });
    const asked = await acting.dm(mentor, `<@${second.id}> is asking for your help`);
    await refuseChannels();
    await mentor.click(asked, 'accept_ask');
    await acting.dm(mentor, `I pass it on to <@${second.id}>`);
    return { first, second, mentor };
  }

  const hasRead = (person: PersonDriver, words: string) => saying(dmsTo(person), words) !== undefined;

  it('asks who shall read it where words may be for two, and keeps them until that is said', async () => {
    const { first, second, mentor } = await withBoth(['gil', 'hal']);
    await mentor.post(mentor.dm(), 'Is the backup from today?');
    const question = await acting.dm(mentor, 'I have not passed on');
    expect([first, second].map((person) => hasRead(person, 'the backup'))).toEqual([false, false]);
    const line = question.blocks
      .map((block) => JSON.stringify(block))
      .find((each) => each.includes(first.id));
    const [, blockId = ''] = line?.match(/"block_id":"([^"]+)"/) ?? [];
    await mentor.click(question, 'pass_on_to', { blockId });
    await acting.dm(first, 'Is the backup from today?');
    await acting.dm(mentor, en.offers.passedOn);
    expect(hasRead(second, 'the backup')).toBe(false);
    const mine = mentor.history(mentor.dm()).find(({ text }) => text.includes('the backup'));
    await mentor.edit(mentor.dm(), mine?.ts ?? '', 'Is the backup from yesterday?');
    await acting.dm(first, 'from yesterday');
    expect(hasRead(second, 'the backup')).toBe(false);
  });

  it('passes on at once what is written in the thread of an incident, and nothing to nobody', async () => {
    const { first, second, mentor } = await withBoth(['ivy', 'jo']);
    const about = await acting.dm(mentor, `I pass it on to <@${first.id}>`);
    await mentor.post(mentor.dm(), 'Do not restart it.', { threadTs: about.ts });
    await acting.dm(first, 'Do not restart it.');
    await mentor.post(mentor.dm(), 'never mind');
    await acting.dm(mentor, 'I have not passed on');
    await acting.press(mentor, 'offer_no');
    await acting.dm(mentor, en.offers.passedOnToNobody);
    expect(hasRead(second, 'restart')).toBe(false);
    expect([first, second].map((person) => hasRead(person, 'never mind'))).toEqual([false, false]);
  });

  it('never shows on a lock screen what is written there', async () => {
    const { engineer } = await together('fay');
    await inRoom(engineer, 'you can write here');
    const texts = roomsOf(engineer).flatMap(({ id }) => engineer.history(id).filter(({ isBot }) => isBot));
    expect(texts.map(({ text }) => text).join('\n')).not.toContain('users table');
  });

  it('never has its words, or a token, in the log', () => {
    expect(stage.leaks()).toEqual([]);
  });
});
