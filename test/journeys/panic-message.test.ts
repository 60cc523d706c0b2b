import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ShownMessage } from '../../src/sandbox/protocol.ts';
import type { PersonDriver, Sandbox } from '../../src/sandbox/surface.ts';
import { people } from '../support/bot.ts';
import { dmsTo, readMessage, readView, saying, wordsIn } from '../support/reading-slack.ts';
import { slackClient } from './support/slack-client.ts';
import { type Stage, setStage } from './support/stage.ts';

const panic = 'help! i just deleted the production database, everything is gone';

jest.setTimeout(30_000);

describe('a cry for help in a channel', () => {
  const engineers: string[] = [];
  let stage: Stage;
  let sandbox: Sandbox;

  beforeAll(async () => {
    engineers.push(
      'ada',
      'ben',
      'cid',
      'dot',
      'eve',
      'fay',
      'gus',
      'hal',
      'ivy',
      'jo',
      'kit',
      'lee',
      'mo',
      'nat',
    );
    stage = await setStage({ engineers });
    ({ sandbox } = stage);
  }, 60_000);

  afterAll(async () => {
    await stage?.clear();
  }, 30_000);

  let rooms = 0;
  let inside = '';

  /** A channel for each test: what two people cry out in one channel within minutes is taken for the same thing. */
  beforeEach(async () => {
    rooms += 1;
    const alex = sandbox.person(people.alex);
    const made = await alex.do({ do: 'createChannel', name: `room-${rooms}`, isPrivate: false });
    inside = made.result === 'done' ? (made.channel ?? '') : '';
    const everybody = engineers.map((name) => stage.cast(name).engineer.id);
    await alex.do({ do: 'invite', channel: inside, users: ['@oops', ...everybody] });
  });

  const repliesTo = (reader: PersonDriver, ts: string): readonly ShownMessage[] =>
    reader.thread(inside, ts).filter((message) => message.ts !== ts && !message.ephemeral);

  async function cry(author: PersonDriver, text = panic): Promise<string> {
    const outcome = await author.post(inside, text);
    return outcome.result === 'done' ? (outcome.ts ?? '') : '';
  }

  const lineUnder = (reader: PersonDriver, ts: string): Promise<ShownMessage> =>
    sandbox.until(() => repliesTo(reader, ts)[0], { what: 'a line in the thread' });

  const buttonsOf = (message: ShownMessage): readonly string[] =>
    [...JSON.stringify(message.blocks).matchAll(/"action_id":"(\w+)"/g)].map(([, id]) => id ?? '');

  it('gets one quiet line in its thread with two buttons, and nobody is woken', async () => {
    const { engineer, mentor, backup, manager } = stage.cast('ada');
    const ts = await cry(engineer);
    const line = await lineUnder(engineer, ts);
    expect(buttonsOf(line)).toEqual(['yes_help', 'its_nothing']);
    expect(repliesTo(engineer, ts)).toHaveLength(1);
    for (const other of [mentor, backup, manager]) {
      expect(dmsTo(other)).toEqual([]);
      expect(other.screen().notifications).toEqual([]);
    }
    expect(wordsIn(line.blocks)).not.toMatch(/<!(?!date)/);
  });

  it('asks the mentor when its author says Yes, with the thread to go to, and opens the first window', async () => {
    const { engineer, mentor } = stage.cast('nat');
    const ts = await cry(engineer);
    const line = await lineUnder(engineer, ts);
    expect(await engineer.click(line, 'yes_help')).toMatchObject({ result: 'done' });
    const asked = await sandbox.until(() => saying(dmsTo(mentor), 'is asking for your help'), {
      what: 'asked',
    });
    expect(readMessage(asked)).toContain('deleted the production database');
    expect(readMessage(asked)).toContain(`/archives/${inside}/p${ts.replace('.', '')}`);
    await sandbox.until(() => readView(engineer.view()).includes('Is it still happening?'), {
      what: 'window',
    });
    const neutral = `<@${engineer.id}> asked for help. I have asked <@${mentor.id}>.`;
    await sandbox.until(() => saying(repliesTo(engineer, ts), neutral), { what: 'the neutral line' });
    expect(repliesTo(engineer, ts)).toHaveLength(1);
    const [card = line] = repliesTo(engineer, ts);
    expect(readMessage(card)).not.toMatch(/OOPS-|Manager|SEV|deleted/);
    expect(buttonsOf(card)).toContain('need_person');
  });

  it('tells a bystander kindly whose buttons these are, and changes nothing', async () => {
    const { engineer } = stage.cast('ben');
    const { engineer: bystander } = stage.cast('cid');
    const ts = await cry(engineer);
    const line = await lineUnder(bystander, ts);
    for (const button of ['yes_help', 'its_nothing']) {
      expect(await bystander.click(line, button)).toMatchObject({ result: 'done' });
      await sandbox.until(
        () =>
          bystander
            .history(inside)
            .find((message) => message.ephemeral && message.text.includes('is for <@')),
        { what: 'a kind word to the bystander' },
      );
    }
    expect(bystander.view()).toBeUndefined();
    expect(dmsTo(stage.cast('ben').mentor)).toEqual([]);
    expect(readMessage(repliesTo(engineer, ts)[0] ?? line)).toBe(readMessage(line));
    expect(engineer.history(inside).filter((message) => message.ephemeral)).toEqual([]);
  });

  it('becomes one line when its author says that it is nothing', async () => {
    const { engineer, mentor } = stage.cast('dot');
    const ts = await cry(engineer);
    const line = await lineUnder(engineer, ts);
    expect(await engineer.click(line, 'its_nothing')).toMatchObject({ result: 'done' });
    const shown = await sandbox.until(
      () => repliesTo(engineer, ts).find((message) => readMessage(message).includes('turned out fine')),
      { what: 'one line' },
    );
    expect(buttonsOf(shown)).toEqual(['reopen']);
    await stage.later(180_000);
    expect(repliesTo(engineer, ts)).toHaveLength(1);
    expect(dmsTo(mentor)).toEqual([]);
  });

  it('asks the mentor anyway when its author stays silent for two minutes, and says so in the thread', async () => {
    const { engineer, mentor, backup } = stage.cast('eve');
    const ts = await cry(engineer);
    await lineUnder(engineer, ts);
    await stage.later(119_000);
    expect(dmsTo(mentor)).toEqual([]);
    await stage.later(2_000);
    await sandbox.until(() => saying(dmsTo(mentor), 'is asking for your help'), {
      what: 'the mentor is asked',
    });
    const said = await sandbox.until(
      () =>
        repliesTo(engineer, ts).find((message) => readMessage(message).includes('I have not heard from you')),
      { what: 'the author is told' },
    );
    expect(readMessage(said)).toContain(`<@${mentor.id}>`);
    expect(dmsTo(backup)).toEqual([]);
    await sandbox.until(() => saying(repliesTo(engineer, ts), 'I need a person now'), {
      what: 'the whole card',
    });
  });

  it('is one incident with one line, also when Slack delivers it again and again', async () => {
    const { engineer } = stage.cast('fay');
    await sandbox.fault({ fault: 'event', what: 'duplicate', eventType: 'message' });
    const ts = await cry(engineer);
    const line = await lineUnder(engineer, ts);
    await sandbox.admin({ do: 'redeliver', eventType: 'message' });
    await heardEverything();
    await sandbox.admin({ do: 'redeliver', eventType: 'message' });
    await heardEverything();
    await nothingMoreIn(ts, engineer, 1);
    expect(readMessage(repliesTo(engineer, ts)[0] ?? line)).toContain(readMessage(line).split('\n')[0]);
  });

  it('is one incident when Oops is mentioned in it, though Slack then sends it twice', async () => {
    const { engineer } = stage.cast('gus');
    const ts = await cry(engineer, `@oops ${panic}`);
    await lineUnder(engineer, ts);
    await heardEverything();
    await nothingMoreIn(ts, engineer, 1);
  });

  it('leaves ordinary talk, bots and replies alone', async () => {
    const { engineer } = stage.cast('hal');
    const calm = await cry(engineer, 'lunch at noon? the new place has good noodles');
    await engineer.post(inside, panic, { threadTs: calm });
    await engineer.post(inside, panic, { threadTs: calm, broadcast: true });
    const client = slackClient(sandbox);
    const { ts: byBot = '' } = await client.chat.postMessage({ channel: inside, text: panic });
    await heardEverything();
    await nothingMoreIn(calm, engineer, 2);
    expect(repliesTo(engineer, byBot)).toEqual([]);
    expect(dmsTo(engineer)).toEqual([]);
  });

  it('is answered in private alone where people from outside read along, and for a guest', async () => {
    const alex = sandbox.person(people.alex);
    const outcome = await alex.post('#partner-acme', panic);
    const [before, kim] = [alex.history('#partner-acme').length, sandbox.person(people.kim)];
    await alex.do({ do: 'invite', channel: inside, users: ['@kim'] });
    const byGuest = await cry(kim);
    await heardEverything();
    await nothingMoreIn(byGuest, kim, 0);
    expect(outcome.result).toBe('done');
    expect(alex.history('#partner-acme')).toHaveLength(before);
    for (const author of [alex, kim]) {
      await sandbox.until(() => saying(dmsTo(author), /I can (?:get a person|ask somebody)/), {
        what: 'an answer in private',
      });
    }
  });

  it('of somebody from another organisation is answered kindly in private, and not at all in public', async () => {
    const robin = sandbox.person(people.robin);
    await robin.post('#partner-acme', panic);
    await heardEverything();
    expect(dmsTo(robin)).toEqual([]);
    await robin.post(robin.dm(), 'hello, can you help me');
    await sandbox.until(() => dmsTo(robin).find(({ text }) => text.includes('of this workspace')), {
      what: 'a kind answer',
    });
  });

  it('is answered where it was written, in a direct message to Oops', async () => {
    const { engineer, mentor } = stage.cast('mo');
    await engineer.post(engineer.dm(), panic);
    const line = await sandbox.until(() => saying(dmsTo(engineer), 'I can ask somebody now'), {
      what: 'an answer',
    });
    expect(dmsTo(engineer)).toHaveLength(1);
    expect(dmsTo(mentor)).toEqual([]);
    expect(await engineer.click(line, 'yes_help')).toEqual({ result: 'done' });
    const asked = await sandbox.until(() => saying(dmsTo(mentor), panic), { what: 'the mentor is asked' });
    expect(readMessage(asked)).not.toContain('/archives/');
  });

  it('never has its words, or a token, in the log', () => {
    expect(stage.logs.length).toBeGreaterThan(50);
    expect(stage.leaks()).toEqual([]);
  });

  /** Slack is told that an event was received only when everything it causes is saved. */
  async function heardEverything(): Promise<void> {
    const acked = new Set<string>();
    await sandbox.until(
      () => {
        const traffic = sandbox.traffic();
        for (const entry of traffic) if (entry.kind === 'ack') acked.add(entry.envelopeId);
        return traffic.every((entry) => entry.kind !== 'envelope' || acked.has(entry.envelopeId));
      },
      { what: 'every event is acknowledged' },
    );
  }

  /** Messages to a channel go out in order: what comes for a later cry comes after anything that was still to come. */
  async function nothingMoreIn(ts: string, reader: PersonDriver, replies: number): Promise<void> {
    const [name] = later.splice(0, 1);
    const { engineer } = stage.cast(name ?? '');
    const cried = await cry(engineer);
    const counted = () => saying(repliesTo(reader, ts), 'other person wrote about it');
    await sandbox.until(() => repliesTo(engineer, cried)[0] ?? counted(), { what: 'what comes after' });
    expect(repliesTo(reader, ts)).toHaveLength(replies);
  }
  const later = ['ivy', 'jo', 'kit', 'lee'];
});
