import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channels, people } from '../../src/sandbox/seed.ts';
import { refusalOf } from './support/refusal-of.ts';
import { closeSandbox, openSandbox } from './support/workshop.ts';

describe('messages', () => {
  const channel = channels.engPlatform;
  let sandbox: Sandbox;
  let client: WebClient;

  beforeEach(async () => {
    ({ sandbox, client } = await openSandbox());
  });

  afterEach(async () => {
    await closeSandbox(sandbox);
  });

  const post = async (text: string, rest: object = {}) => {
    const posted = await client.chat.postMessage({ channel, text, ...rest });
    if (!posted.ts) throw new Error('no ts');
    return posted.ts;
  };
  const history = async (rest: object = {}) =>
    (await client.conversations.history({ channel, ...rest })).messages ?? [];
  const replies = async (ts: string, rest: object = {}) =>
    (await client.conversations.replies({ channel, ts, ...rest })).messages ?? [];

  // https://docs.slack.dev/messaging/retrieving-messages (ts is unique within a conversation)
  it('have timestamps that are unique and grow, also within one moment', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, (_, n) => post(`number ${n}`)));
    expect(new Set(all).size).toBe(20);
    const stamps = (await history()).map((each) => each.ts ?? '');
    expect(stamps).toEqual([...stamps].sort().reverse());
  });

  // https://docs.slack.dev/reference/methods/conversations.history and …/conversations.replies
  it('come newest first in history, and their replies only in the thread', async () => {
    const root = await post('root');
    const reply = await post('reply', { thread_ts: root });
    expect((await history()).map((each) => each.ts)).toEqual([root]);
    expect((await history())[0]).toMatchObject({ thread_ts: root, reply_count: 1, latest_reply: reply });
    expect((await replies(root)).map((each) => each.text)).toEqual(['root', 'reply']);
  });

  // https://docs.slack.dev/reference/methods/chat.postMessage#threads
  it('go to the thread of a reply that is replied to', async () => {
    const root = await post('root');
    const reply = await post('reply', { thread_ts: root });
    await post('to the reply', { thread_ts: reply });
    expect((await replies(root)).map((each) => each.thread_ts)).toEqual([root, root, root]);
  });

  it('lose their thread silently when its parent is gone', async () => {
    const root = await post('root');
    await client.chat.delete({ channel, ts: root });
    const posted = await client.chat.postMessage({ channel, text: 'late', thread_ts: root });
    expect(posted.message?.thread_ts).toBeUndefined();
  });

  // https://docs.slack.dev/reference/events/message/thread_broadcast
  it('show in the channel too when a reply is broadcast', async () => {
    const root = await post('root');
    await post('reply', { thread_ts: root, reply_broadcast: true });
    expect((await history()).map((each) => each.subtype)).toEqual(['thread_broadcast', undefined]);
  });

  // https://docs.slack.dev/messaging/message-metadata
  it('give their metadata back only to who asks for all of it', async () => {
    const metadata = { event_type: 'key', event_payload: { id: 'k1' } };
    const ts = await post('with a key', { metadata });
    expect((await history())[0]?.metadata).toBeUndefined();
    expect((await history({ include_all_metadata: true }))[0]?.metadata).toEqual(metadata);
    expect((await replies(ts, { include_all_metadata: true }))[0]?.metadata).toEqual(metadata);
    expect(await refusalOf(post('bad', { metadata: { event_type: 'x' } }))).toMatchObject({
      error: 'invalid_metadata_schema',
    });
  });

  // https://docs.slack.dev/reference/methods/conversations.history#arguments (oldest, latest, inclusive)
  it('can be read between two times, the ends only when asked', async () => {
    const [a, b, c] = [await post('a'), await post('b'), await post('c')];
    const between = async (rest: object) =>
      (await history({ oldest: a, latest: c, ...rest })).map((each) => each.ts);
    expect(await between({})).toEqual([b]);
    expect(await between({ inclusive: true })).toEqual([c, b, a]);
    expect(await refusalOf(history({ oldest: 'yesterday' }))).toMatchObject({ error: 'invalid_ts_oldest' });
  });

  // https://docs.slack.dev/apis/web-api/pagination
  it('come in pages', async () => {
    for (const text of ['1', '2', '3']) await post(text);
    const first = await client.conversations.history({ channel, limit: 2 });
    const cursor = first.response_metadata?.next_cursor;
    const second = await client.conversations.history({ channel, limit: 2, cursor });
    expect([first.has_more, second.has_more]).toEqual([true, false]);
    expect([...(first.messages ?? []), ...(second.messages ?? [])].map((each) => each.text)).toEqual([
      '3',
      '2',
      '1',
    ]);
  });

  // https://docs.slack.dev/reference/methods/chat.update#markdown
  it('lose their blocks when updated with text alone, and keep the thread', async () => {
    const ts = await post('old', { blocks: [{ type: 'divider' }] });
    const updated = await client.chat.update({ channel, ts, text: 'new' });
    expect(updated.message).toMatchObject({ text: 'new', edited: { user: 'B0OOPSBOT' } });
    expect(sandbox.person(people.denny).history(channel)).toMatchObject([
      { text: 'new', blocks: [], edited: true },
    ]);
  });

  // https://docs.slack.dev/reference/methods/chat.postMessage#errors
  it('are refused when empty, too long, or with bad blocks', async () => {
    const ts = await post('mine');
    expect(await refusalOf(post(''))).toMatchObject({ error: 'no_text' });
    const long = client.chat.update({ channel, ts, text: 'x'.repeat(4001) });
    expect(await refusalOf(long)).toMatchObject({ error: 'msg_too_long' });
    const bad = await refusalOf(
      post('x', { blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }] }),
    );
    expect(bad.error).toBe('invalid_blocks');
    expect(bad.messages).toContain(
      '[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    );
    expect(await refusalOf(post('x', { blocks: 'no list' }))).toMatchObject({
      error: 'invalid_blocks_format',
    });
    const big = Array.from({ length: 5 }, () => ({
      type: 'section',
      text: { type: 'mrkdwn', text: 'x'.repeat(2999) },
    }));
    expect(await refusalOf(post('x', { blocks: big }))).toMatchObject({ error: 'msg_blocks_too_long' });
  });

  // https://docs.slack.dev/reference/methods/chat.update#errors and …/chat.delete#errors
  it('of others cannot be changed or deleted by the app', async () => {
    const theirs = await sandbox.person(people.alex).post(channel, 'mine');
    const ts = theirs.result === 'done' ? (theirs.ts ?? '') : '';
    expect(await refusalOf(client.chat.update({ channel, ts, text: 'x' }))).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await refusalOf(client.chat.delete({ channel, ts }))).toMatchObject({
      error: 'cant_delete_message',
    });
    expect(await refusalOf(client.chat.delete({ channel, ts: '1.000001' }))).toMatchObject({
      error: 'message_not_found',
    });
  });

  // https://docs.slack.dev/reference/methods/chat.postMessage#errors
  it('are refused where the app may not write', async () => {
    const to = (where: string) => refusalOf(client.chat.postMessage({ channel: where, text: 'x' }));
    expect(await to(channels.general)).toMatchObject({ error: 'not_in_channel' });
    expect(await to(channels.oldProject)).toMatchObject({ error: 'is_archived' });
    expect(await to('C0NOWHERE')).toMatchObject({ error: 'channel_not_found' });
    expect(await to(people.lou)).toMatchObject({ error: 'user_disabled' });
    await sandbox.admin({ do: 'updateConversation', channel, set: { readOnly: true } });
    expect(await to(channel)).toMatchObject({ error: 'restricted_action_read_only_channel' });
  });

  // https://docs.slack.dev/messaging/formatting-message-text#escaping
  it('keep real markup and escape what is none', async () => {
    const posted = await client.chat.postMessage({
      channel,
      text: 'a < b & <@U0ALEX> <https://x.test|x> &lt;',
    });
    expect(posted.message?.text).toBe('a &lt; b &amp; <@U0ALEX> <https://x.test|x> &lt;');
  });

  // https://docs.slack.dev/reference/methods/chat.postEphemeral
  it('to one person are seen by that person only, and are in no history', async () => {
    await client.chat.postEphemeral({ channel, user: people.alex, text: 'only you' });
    expect(sandbox.person(people.alex).history(channel)).toMatchObject([
      { text: 'only you', ephemeral: true },
    ]);
    expect(sandbox.person(people.denny).history(channel)).toEqual([]);
    expect(await history()).toEqual([]);
  });

  // https://docs.slack.dev/reference/methods/chat.postEphemeral
  it('to one person are never shown to somebody away or outside', async () => {
    await sandbox.admin({ do: 'updatePerson', user: people.alex, set: { presence: 'away' } });
    await client.chat.postEphemeral({ channel, user: people.alex, text: 'only you' });
    expect(sandbox.person(people.alex).history(channel)).toEqual([]);
    const outside = client.chat.postEphemeral({ channel, user: people.kim, text: 'x' });
    expect(await refusalOf(outside)).toMatchObject({ error: 'user_not_in_channel' });
  });

  // https://docs.slack.dev/reference/events/message/message_deleted
  it('leave a tombstone when they had replies', async () => {
    const root = await post('root');
    await post('reply', { thread_ts: root });
    await client.chat.delete({ channel, ts: root });
    expect((await history())[0]).toMatchObject({ subtype: 'tombstone', text: 'This message was deleted.' });
  });

  // https://docs.slack.dev/reference/methods/chat.getPermalink
  it('have a permalink', async () => {
    const ts = await post('root');
    const { permalink } = await client.chat.getPermalink({ channel, message_ts: ts });
    expect(permalink).toMatch(new RegExp(`/archives/${channel}/p${ts.replace('.', '')}$`));
  });

  it('show on the lock screen of those they concern, silently where notifications are off', async () => {
    await sandbox.admin({
      do: 'updatePerson',
      user: people.denny,
      set: { dnd: { start: '00:00', end: '23:59' } },
    });
    await post(`<@${people.denny}> please look`);
    await client.chat.postMessage({ channel: people.alex, text: 'for you' });
    expect(sandbox.person(people.denny).screen().notifications).toMatchObject([{ silent: true }]);
    expect(sandbox.person(people.alex).screen().notifications).toMatchObject([
      { text: 'for you', silent: false },
    ]);
    expect(sandbox.person(people.sam).screen().notifications).toEqual([]);
  });

  // https://docs.slack.dev/reference/methods/reactions.add
  it('can be reacted to, once by each', async () => {
    const ts = await post('root');
    await client.reactions.add({ channel, timestamp: ts, name: 'eyes' });
    await sandbox.person(people.alex).react(channel, ts, 'eyes');
    const again = client.reactions.add({ channel, timestamp: ts, name: 'eyes' });
    expect(await refusalOf(again)).toMatchObject({ error: 'already_reacted' });
    const got = await client.reactions.get({ channel, timestamp: ts });
    expect(got.message?.reactions).toMatchObject([
      { name: 'eyes', count: 2, users: ['U0OOPSBOT', people.alex] },
    ]);
  });
});
