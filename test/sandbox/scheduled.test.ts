import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channels, people } from '../../src/sandbox/seed.ts';
import { refusalOf } from './support/refusal-of.ts';
import { closeSandbox, openSandbox } from './support/workshop.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** https://docs.slack.dev/messaging/sending-and-scheduling-messages#scheduling */
describe('scheduled messages', () => {
  const channel = channels.engPlatform;
  let sandbox: Sandbox;
  let client: WebClient;
  let folder: string;

  const open = async () => {
    ({ sandbox, client } = await openSandbox({ stateFile: join(folder, 'workspace.json') }));
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'scheduled-'));
    await open();
  });

  afterEach(async () => {
    await closeSandbox(sandbox);
    rmSync(folder, { recursive: true, force: true });
  });

  const in_ = (seconds: number) => Math.floor(sandbox.clock.now() / 1000) + seconds;
  const schedule = async (seconds: number, text = 'good morning') =>
    client.chat.scheduleMessage({ channel, post_at: in_(seconds), text });
  const shown = () =>
    sandbox
      .person(people.alex)
      .history(channel)
      .map((each) => each.text);
  const listed = async () => (await client.chat.scheduledMessages.list({})).scheduled_messages ?? [];

  // https://docs.slack.dev/reference/methods/chat.scheduleMessage
  it('are posted at their time, in their order, and not before', async () => {
    await schedule(2 * HOUR, 'second');
    await schedule(HOUR, 'first');
    await sandbox.clock.advance((HOUR - 60) * 1000);
    expect(shown()).toEqual([]);
    await sandbox.clock.advance(61_000);
    expect(shown()).toEqual(['first']);
    await sandbox.clock.advance(HOUR * 1000);
    expect(shown()).toEqual(['first', 'second']);
    expect(await listed()).toEqual([]);
  });

  // https://docs.slack.dev/reference/methods/chat.scheduleMessage (time_in_past, time_too_far, restricted_too_many)
  it('must lie in the next 120 days, and not crowd one moment', async () => {
    expect(await refusalOf(schedule(-1))).toMatchObject({ error: 'time_in_past' });
    expect(await refusalOf(schedule(121 * DAY))).toMatchObject({ error: 'time_too_far' });
    expect(await schedule(119 * DAY)).toMatchObject({ ok: true });
    for (let count = 0; count < 30; count += 1) await schedule(HOUR + count);
    expect(await refusalOf(schedule(HOUR))).toMatchObject({ error: 'restricted_too_many' });
    expect(await schedule(2 * HOUR)).toMatchObject({ ok: true });
    expect(shown()).toEqual([]);
  });

  // https://docs.slack.dev/reference/methods/chat.deleteScheduledMessage
  it('can be taken back until a minute before', async () => {
    const { scheduled_message_id: id = '' } = await schedule(HOUR);
    const { scheduled_message_id: soon = '' } = await schedule(59);
    const remove = (scheduled_message_id: string) =>
      client.chat.deleteScheduledMessage({ channel, scheduled_message_id });
    expect(await remove(id)).toMatchObject({ ok: true });
    for (const each of [id, soon, 'Q0NOTHING']) {
      expect(await refusalOf(remove(each))).toMatchObject({ error: 'invalid_scheduled_message_id' });
    }
    await sandbox.clock.advance(2 * HOUR * 1000);
    expect(shown()).toEqual(['good morning']);
  });

  // https://docs.slack.dev/reference/methods/chat.scheduledMessages.list
  it('are listed, by channel and time', async () => {
    const { scheduled_message_id: id, post_at } = await schedule(HOUR);
    const dm = (await client.conversations.open({ users: people.alex })).channel?.id ?? '';
    await client.chat.scheduleMessage({ channel: dm, post_at: in_(DAY), text: 'later' });
    expect(await listed()).toHaveLength(2);
    const here = await client.chat.scheduledMessages.list({ channel });
    expect(here.scheduled_messages).toMatchObject([
      { id, channel_id: channel, post_at, text: 'good morning' },
    ]);
    const soon = await client.chat.scheduledMessages.list({ latest: String(in_(2 * HOUR)) });
    expect(soon.scheduled_messages).toHaveLength(1);
    const odd = client.chat.scheduledMessages.list({ channel: 'C0NOTHING' });
    expect(await refusalOf(odd)).toMatchObject({ error: 'invalid_channel' });
  });

  it('survive a restart', async () => {
    await schedule(HOUR);
    await closeSandbox(sandbox);
    await open();
    await sandbox.clock.advance(HOUR * 1000);
    expect(shown()).toEqual(['good morning']);
  });

  it('are dropped without a word where the app may not write any more', async () => {
    await schedule(HOUR);
    await sandbox.person(people.alex).do({ do: 'archive', channel });
    await sandbox.clock.advance(HOUR * 1000);
    expect(shown()).not.toContain('good morning');
  });
});
