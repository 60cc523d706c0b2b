import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ShownMessage } from '../../src/sandbox/protocol.ts';
import type { PersonDriver, Sandbox } from '../../src/sandbox/surface.ts';
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
    stage = await setStage({ engineers: ['ada', 'ben', 'cid', 'dot', 'eve', 'fay'] });
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
