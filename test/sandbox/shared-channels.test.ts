import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channels, people } from '../../src/sandbox/seed.ts';
import { inner, listen, ofType } from './support/listener.ts';
import { testManifest } from './support/manifest.ts';
import { refusalOf } from './support/refusal-of.ts';
import { closeSandbox, openSandbox } from './support/workshop.ts';

describe('channels shared with another organisation', () => {
  const channel = channels.engPlatform;
  let sandbox: Sandbox;
  let client: WebClient;
  let listener: Awaited<ReturnType<typeof listen>>;

  beforeEach(async () => {
    const manifest = testManifest();
    manifest.settings.event_subscriptions.bot_events.push('channel_shared', 'channel_unshared');
    ({ sandbox, client } = await openSandbox({ manifest }));
    listener = await listen(sandbox);
  });

  afterEach(async () => {
    await listener.stop();
    await closeSandbox(sandbox);
  });

  const info = async () => (await client.conversations.info({ channel })).channel;

  // https://docs.slack.dev/reference/objects/conversation-object (is_pending_ext_shared, is_ext_shared)
  it('are pending first, then shared, and tell so', async () => {
    await sandbox.admin({ do: 'shareChannel', channel, pending: true });
    expect(await info()).toMatchObject({ is_ext_shared: false, is_pending_ext_shared: true });
    await sandbox.admin({ do: 'shareChannel', channel });
    expect(await info()).toMatchObject({ is_ext_shared: true, is_pending_ext_shared: false });
    // https://docs.slack.dev/reference/events/channel_shared
    expect(inner(await listener.next(ofType('channel_shared')))).toMatchObject({
      channel,
      connected_team_id: 'T0OUTSIDE',
    });
    await sandbox.person(people.alex).post(channel, 'hello');
    expect((await listener.next(ofType('message'))).body).toMatchObject({ is_ext_shared_channel: true });
  });

  // https://docs.slack.dev/reference/events/channel_unshared
  it('lose the people of that organisation when that ends', async () => {
    await sandbox.person(people.alex).do({ do: 'invite', channel, users: ['@robin'] });
    expect(await info()).toMatchObject({ is_ext_shared: true });
    const robin = sandbox.person(people.robin);
    await robin.post(channel, 'hello from outside');
    await sandbox.admin({ do: 'unshareChannel', channel });
    expect(inner(await listener.next(ofType('channel_unshared')))).toMatchObject({
      channel,
      previously_connected_team_id: 'T0OUTSIDE',
      is_ext_shared: false,
    });
    expect(robin.screen().conversations.map((each) => each.id)).not.toContain(channel);
    expect((await client.conversations.members({ channel })).members).not.toContain(people.robin);
  });

  // https://docs.slack.dev/reference/objects/user-object (is_stranger)
  it('show people from outside as such', async () => {
    const { user } = await client.users.info({ user: people.robin });
    expect(user).toMatchObject({ is_stranger: true, team_id: 'T0OUTSIDE' });
    const shown = sandbox.person(people.robin).screen().conversations;
    expect(shown.map((each) => each.name)).toEqual(['partner-acme']);
  });

  // https://docs.slack.dev/reference/methods/users.info#errors (user_not_visible)
  it('are the only way for an app to know people from outside', async () => {
    await sandbox.admin({ do: 'unshareChannel', channel: channels.partnerAcme });
    for (const call of [
      client.users.info({ user: people.robin }),
      client.dnd.info({ user: people.robin }),
      client.conversations.open({ users: people.robin }),
    ]) {
      expect(await refusalOf(call)).toMatchObject({ error: 'user_not_visible' });
    }
    const direct = client.chat.postMessage({ channel: people.robin, text: 'hello' });
    expect(await refusalOf(direct)).toMatchObject({ error: 'channel_not_found' });
    const { members } = await client.users.list({});
    expect(members?.map((each) => each.id)).not.toContain(people.robin);
  });
});
