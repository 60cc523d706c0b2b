import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channels, people } from '../../src/sandbox/seed.ts';
import { inner, listen, ofType } from './support/listener.ts';
import { testManifest } from './support/manifest.ts';
import { closeSandbox, openSandbox } from './support/workshop.ts';

describe('somebody who is away or does not want to be disturbed', () => {
  const channel = channels.engPlatform;
  let sandbox: Sandbox;
  let client: WebClient;

  beforeEach(async () => {
    const manifest = testManifest();
    manifest.settings.event_subscriptions.bot_events.push('dnd_updated_user');
    ({ sandbox, client } = await openSandbox({ manifest }));
  });

  afterEach(() => closeSandbox(sandbox));

  const denny = () => sandbox.person(people.denny);
  const whisper = (text: string) => client.chat.postEphemeral({ channel, user: people.denny, text });
  const heard = () =>
    denny()
      .history(channel)
      .map((each) => each.text);
  const ring = async () => {
    await client.chat.postMessage({ channel: people.denny, text: 'are you there' });
    return denny().screen().notifications.at(-1)?.silent;
  };

  // https://docs.slack.dev/reference/methods/users.getPresence
  it('is away for an app that asks, until they are back', async () => {
    const presence = async () => (await client.users.getPresence({ user: people.denny })).presence;
    expect(await presence()).toBe('active');
    await denny().do({ do: 'setPresence', presence: 'away' });
    expect(await presence()).toBe('away');
    await denny().do({ do: 'setPresence', presence: 'active' });
    expect(await presence()).toBe('active');
  });

  // https://docs.slack.dev/reference/methods/chat.postEphemeral: "delivery isn't guaranteed", "do not persist"
  it('never sees an ephemeral message sent meanwhile, and loses those from before', async () => {
    await whisper('seen');
    expect(heard()).toEqual(['seen']);
    await denny().do({ do: 'setPresence', presence: 'away' });
    expect(await whisper('unseen')).toMatchObject({ ok: true });
    await denny().do({ do: 'setPresence', presence: 'active' });
    expect(heard()).toEqual([]);
    expect((await client.conversations.history({ channel })).messages).toEqual([]);
  });

  // https://docs.slack.dev/reference/methods/dnd.info and …/events/dnd_updated_user
  it('has a schedule that an app can read and hears of, and is not rung in it', async () => {
    const listener = await listen(sandbox);
    await sandbox.clock.set(Date.UTC(2031, 0, 15, 18, 0));
    await denny().do({ do: 'setDnd', dnd: { start: '11:00', end: '13:00' } });
    const event = inner(await listener.next(ofType('dnd_updated_user')));
    const status = {
      dnd_enabled: true,
      next_dnd_start_ts: Date.UTC(2031, 0, 15, 17, 0) / 1000,
      next_dnd_end_ts: Date.UTC(2031, 0, 15, 19, 0) / 1000,
    };
    expect(event).toMatchObject({ user: people.denny, dnd_status: status });
    expect(await client.dnd.info({ user: people.denny })).toMatchObject(status);
    expect(await ring()).toBe(true);
    await sandbox.clock.advance(3_600_000);
    expect(await ring()).toBe(false);
    await listener.stop();
  });

  // https://docs.slack.dev/reference/methods/dnd.info: snooze is told to the person's own token only
  it('can pause for a while, which no app sees', async () => {
    await denny().do({ do: 'pauseNotifications', minutes: 30 });
    expect(await ring()).toBe(true);
    expect(await client.dnd.info({ user: people.denny })).toMatchObject({ dnd_enabled: false });
    await sandbox.clock.advance(30 * 60_000);
    expect(await ring()).toBe(false);
    await denny().do({ do: 'pauseNotifications', minutes: 30 });
    await denny().do({ do: 'pauseNotifications', minutes: null });
    expect(await ring()).toBe(false);
  });
});
