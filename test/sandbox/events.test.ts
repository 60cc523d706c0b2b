import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channels, people } from '../../src/sandbox/seed.ts';
import { inner, listen, ofType } from './support/listener.ts';
import { testManifest } from './support/manifest.ts';
import { closeSandbox, openSandbox } from './support/workshop.ts';

type Listener = Awaited<ReturnType<typeof listen>>;

describe('events', () => {
  const channel = channels.engPlatform;
  let sandbox: Sandbox;
  let client: WebClient;
  let listener: Listener;

  beforeEach(async () => {
    ({ sandbox, client } = await openSandbox());
    listener = await listen(sandbox);
  });

  afterEach(async () => {
    await listener.stop();
    await closeSandbox(sandbox);
  });

  const alex = () => sandbox.person(people.alex);
  const tsOf = async (posting: ReturnType<ReturnType<typeof alex>['post']>) => {
    const outcome = await posting;
    return outcome.result === 'done' ? (outcome.ts ?? '') : '';
  };

  // https://docs.slack.dev/reference/events/message
  it('bring what people write, as Slack escapes it', async () => {
    await alex().post(channel, 'a < b & c > d, @denny in #general: https://x.test/?a=1&b=2.');
    const event = inner(await listener.next(ofType('message')));
    expect(event).toMatchObject({
      user: people.alex,
      channel,
      channel_type: 'channel',
      text: `a &lt; b &amp; c &gt; d, <@${people.denny}> in <#${channels.general}|general>: <https://x.test/?a=1&amp;b=2>.`,
      blocks: [{ type: 'rich_text' }],
    });
  });

  // https://docs.slack.dev/messaging/formatting-message-text#escaping
  it('cannot be forged by typing markup', async () => {
    await alex().post(channel, '<!channel> <@U0DENNY>');
    expect(inner(await listener.next(ofType('message'))).text).toBe('&lt;!channel&gt; &lt;@U0DENNY&gt;');
  });

  // https://docs.slack.dev/reference/events/app_mention
  it('bring a mention twice, as app_mention and as message, with one timestamp', async () => {
    const ts = await tsOf(alex().post(channel, 'help me @oops'));
    const mention = await listener.next(ofType('app_mention'));
    const message = await listener.next(ofType('message'));
    expect([inner(mention).ts, inner(message).ts]).toEqual([ts, ts]);
    expect(mention.body.event_id).not.toBe(message.body.event_id);
  });

  // https://docs.slack.dev/reference/events/message/bot_message and …/message
  it('bring the posts of the app itself, with its bot id', async () => {
    await client.chat.postMessage({ channel, text: 'mine' });
    expect(inner(await listener.next(ofType('message')))).toMatchObject({
      bot_id: 'B0OOPSBOT',
      user: 'U0OOPSBOT',
    });
  });

  // https://docs.slack.dev/reference/events/message/message_changed and …/message_deleted
  it('bring edits, also those of the app itself, and deletions', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'one' });
    await client.chat.update({ channel, ts, text: 'two' });
    const changed = await listener.next((each) => inner(each).subtype === 'message_changed');
    expect(inner(changed)).toMatchObject({
      message: { text: 'two' },
      previous_message: { text: 'one' },
      hidden: true,
    });
    await client.chat.delete({ channel, ts });
    const deleted = await listener.next((each) => inner(each).subtype === 'message_deleted');
    expect(inner(deleted)).toMatchObject({ deleted_ts: ts, previous_message: { text: 'two' } });
  });

  // https://docs.slack.dev/reference/events/member_joined_channel
  it('bring joins, as a message and as an event', async () => {
    const made = await client.conversations.create({ name: 'help-3', is_private: true });
    await client.conversations.invite({ channel: made.channel?.id ?? '', users: people.denny });
    const joined = await listener.next(ofType('member_joined_channel'));
    expect(inner(joined)).toMatchObject({ user: people.denny, inviter: 'U0OOPSBOT', channel_type: 'G' });
    expect(listener.events()).toContainEqual(
      expect.objectContaining({ subtype: 'channel_join', user: people.denny }),
    );
  });

  // https://docs.slack.dev/reference/events/message.channels
  it('come only from conversations the app is in', async () => {
    await alex().post('#general', 'not for the app');
    await alex().post('@denny', 'nor this');
    await alex().post('@oops', 'but this');
    const event = inner(await listener.next(ofType('message')));
    expect(event).toMatchObject({ text: 'but this', channel_type: 'im' });
    expect(listener.events()).toHaveLength(1);
  });

  // https://docs.slack.dev/apis/events-api#permission_model
  it('come only when subscribed to, and with the scope for them', async () => {
    await sandbox.fault({ fault: 'remove_scope', scope: 'channels:history' });
    await alex().post(channel, 'unheard');
    await alex().post('@oops', 'heard');
    await listener.next(ofType('message'));
    expect(listener.events().map((each) => each.text)).toEqual(['heard']);

    const manifest = testManifest();
    manifest.settings.event_subscriptions.bot_events = ['app_mention'];
    const other = await openSandbox({ manifest });
    const deaf = await listen(other.sandbox);
    await other.sandbox.person(people.alex).post(channel, 'hello @oops');
    await deaf.next(ofType('app_mention'));
    expect(deaf.events()).toHaveLength(1);
    await deaf.stop();
    await closeSandbox(other.sandbox);
  });

  // https://docs.slack.dev/reference/events/app_home_opened
  it('tell that the home was opened', async () => {
    await client.views.publish({
      user_id: people.alex,
      view: { type: 'home', blocks: [{ type: 'divider' }] },
    });
    await alex().openHome();
    const event = inner(await listener.next(ofType('app_home_opened')));
    expect(event).toMatchObject({
      user: people.alex,
      tab: 'home',
      channel: alex().dm(),
      view: { type: 'home' },
    });
  });

  it('can be sent twice, late, or not at all on demand', async () => {
    await sandbox.fault({ fault: 'event', what: 'drop' });
    await alex().post(channel, 'dropped');
    await sandbox.fault({ fault: 'event', what: 'duplicate', eventType: 'message' });
    await alex().post(channel, 'twice');
    await sandbox.fault({ fault: 'event', what: 'delay', ms: 120_000 });
    await alex().post(channel, 'late');
    await alex().post(channel, 'prompt');
    await listener.next((each) => inner(each).text === 'prompt');
    expect(listener.events().map((each) => each.text)).toEqual(['twice', 'twice', 'prompt']);
    const [first, second] = listener.arrived;
    expect(first?.body.event_id).toBe(second?.body.event_id);
    await sandbox.clock.advance(120_000);
    await listener.next((each) => inner(each).text === 'late');
  });

  it('can be delivered again on demand, as after a lost acknowledgement', async () => {
    await alex().post(channel, 'once more');
    const first = await listener.next(ofType('message'));
    await sandbox.admin({ do: 'redeliver', eventType: 'message' });
    const second = await listener.next((each) => each.retryNum === 1);
    expect(second.body).toEqual(first.body);
  });
});

describe('an event that nobody acknowledges', () => {
  const channel = channels.engPlatform;

  // https://docs.slack.dev/apis/events-api#retries
  it('comes again at once, after a minute and after five, with the same id, and then no more', async () => {
    const { sandbox } = await openSandbox({ clock: { now: () => 1_900_000_000_000 } });
    const listener = await listen(sandbox, { acknowledge: false });
    const retries = () => listener.arrived.map((each) => each.retryNum);
    const advance = async (ms: number, count: number) => {
      await sandbox.clock.advance(ms);
      await listener.next(() => listener.arrived.length >= count);
    };
    await sandbox.person(people.alex).post(channel, 'hello');
    await listener.next(ofType('message'));
    await advance(2999, 1);
    expect(retries()).toEqual([0]);
    await advance(1, 2);
    await advance(3000 + 59_999, 2);
    expect(retries()).toEqual([0, 1]);
    await advance(1, 3);
    await advance(3000 + 300_000, 4);
    expect(retries()).toEqual([0, 1, 2, 3]);
    expect(new Set(listener.arrived.map((each) => each.body.event_id)).size).toBe(1);
    expect(listener.arrived.at(-1)?.retryReason).toBe('timeout');
    await sandbox.clock.advance(3_600_000);
    expect(listener.arrived).toHaveLength(4);
    await listener.stop();
    await closeSandbox(sandbox);
  });

  // https://docs.slack.dev/apis/events-api#retries
  it('comes no more once a retry is acknowledged', async () => {
    const { sandbox } = await openSandbox();
    const listener = await listen(sandbox, { acknowledge: false });
    await sandbox.person(people.alex).post(channel, 'hello');
    await listener.next(ofType('message'));
    await sandbox.clock.advance(3000);
    const again = await listener.next((each) => each.retryNum === 1);
    await again.ack();
    await sandbox.until(() => sandbox.traffic().some((each) => each.kind === 'ack' && !each.late), {
      what: 'the ack',
    });
    await sandbox.clock.advance(3_600_000);
    expect(listener.arrived).toHaveLength(2);
    await listener.stop();
    await closeSandbox(sandbox);
  });

  it('waits for an app that holds no connection, and comes again to one that lost it', async () => {
    const { sandbox } = await openSandbox();
    await sandbox.person(people.alex).post(channel, 'early');
    const first = await listen(sandbox, { acknowledge: false });
    await first.next((each) => inner(each).text === 'early' && each.retryNum === 0);
    await first.stop();
    await sandbox.until(() => sandbox.workspace().connections === 0, { what: 'no connection' });
    const second = await listen(sandbox);
    await second.next((each) => inner(each).text === 'early' && each.retryNum === 1);
    await second.stop();
    await closeSandbox(sandbox);
  });
});
