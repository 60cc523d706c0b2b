import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channels, people } from '../../src/sandbox/seed.ts';
import { inner, listen, ofType } from './support/listener.ts';
import { testManifest } from './support/manifest.ts';
import { refusalOf } from './support/refusal-of.ts';
import { closeSandbox, openSandbox } from './support/workshop.ts';

const bot = 'U0OOPSBOT';

describe('channels made by an app', () => {
  let sandbox: Sandbox;
  let client: WebClient;
  let listener: Awaited<ReturnType<typeof listen>>;

  beforeEach(async () => {
    const manifest = testManifest();
    manifest.settings.event_subscriptions.bot_events.push(
      ...['channel_archive', 'channel_created', 'channel_left', 'channel_rename', 'channel_unarchive'],
      ...['group_archive', 'group_left', 'member_left_channel'],
    );
    ({ sandbox, client } = await openSandbox({ manifest }));
    listener = await listen(sandbox);
  });

  afterEach(async () => {
    await listener.stop();
    await closeSandbox(sandbox);
  });

  const create = async (name: string, isPrivate = true) => {
    const { channel } = await client.conversations.create({ name, is_private: isPrivate });
    return channel?.id ?? '';
  };
  const person = (id: string) => sandbox.person(id);
  const lines = (who: string, channel: string) =>
    person(who)
      .history(channel)
      .map((each) => [each.subtype, each.user, each.text]);

  // https://docs.slack.dev/reference/methods/conversations.create
  it('are refused where the workspace leaves them to admins, and an admin still makes them', async () => {
    await sandbox.admin({ do: 'setPolicy', set: { createChannels: false } });
    expect(await refusalOf(create('help-1'))).toMatchObject({ error: 'restricted_action' });
    const make = { do: 'createChannel' as const, name: 'by-people' };
    expect(await person(people.alex).do(make)).toMatchObject({ error: 'restricted_action' });
    expect(await person(people.morgan).do(make)).toMatchObject({ result: 'done' });
    await sandbox.admin({ do: 'setPolicy', set: { createChannels: true } });
    expect(await create('help-1')).toMatch(/^C/);
  });

  // https://docs.slack.dev/reference/methods/conversations.create#naming
  it('keep their name when archived, and give it back when renamed', async () => {
    const channel = await create('help-1');
    await client.conversations.archive({ channel });
    expect(await refusalOf(create('help-1'))).toMatchObject({ error: 'name_taken' });
    const second = await create('help-2');
    const { channel: renamed } = await client.conversations.rename({ channel: second, name: 'help-3' });
    expect(renamed).toMatchObject({ name: 'help-3', previous_names: ['help-2'] });
    expect(await create('help-2')).not.toBe(second);
  });

  // https://docs.slack.dev/reference/methods/conversations.rename
  it('are renamed only by who made them', async () => {
    const rename = client.conversations.rename({ channel: channels.engPlatform, name: 'mine-now' });
    expect(await refusalOf(rename)).toMatchObject({ error: 'not_authorized' });
  });

  // https://docs.slack.dev/reference/methods/conversations.invite
  it('take in several people at once, each with a line that says who asked them in', async () => {
    const channel = await create('help-1');
    await client.conversations.invite({ channel, users: `${people.alex},${people.denny}` });
    expect(lines(people.alex, channel)).toEqual([
      ['channel_join', people.alex, `<@${people.alex}> has joined the channel`],
      ['channel_join', people.denny, `<@${people.denny}> has joined the channel`],
    ]);
    const again = client.conversations.invite({ channel, users: `${people.sam},${people.denny}` });
    expect(await refusalOf(again)).toMatchObject({
      error: 'already_in_channel',
      data: { errors: [{ user: people.denny, ok: false, error: 'already_in_channel' }] },
    });
    expect((await client.conversations.members({ channel })).members).not.toContain(people.sam);
  });

  // https://docs.slack.dev/reference/methods/conversations.invite
  it('take nobody in from another organisation, unless it shares the channel already', async () => {
    const channel = await create('help-1');
    const invite = () => client.conversations.invite({ channel, users: people.robin });
    expect(await refusalOf(invite())).toMatchObject({ error: 'cant_invite' });
    await sandbox.admin({ do: 'shareChannel', channel });
    expect(await invite()).toMatchObject({ ok: true });
  });

  // https://docs.slack.dev/reference/methods/conversations.kick and …/events/member_left_channel
  it('lose the one who is removed, who sees it no more and is told by Slack', async () => {
    const channel = await create('help-1');
    await client.conversations.invite({ channel, users: `${people.alex},${people.denny}` });
    await client.conversations.kick({ channel, user: people.denny });
    expect(inner(await listener.next(ofType('member_left_channel')))).toMatchObject({
      user: people.denny,
      channel,
    });
    expect(lines(people.alex, channel).at(-1)).toEqual([
      'channel_leave',
      people.denny,
      `<@${people.denny}> has left the channel`,
    ]);
    const screen = person(people.denny).screen();
    expect(screen.conversations.map((each) => each.id)).not.toContain(channel);
    expect(screen.notices.at(-1)?.text).toBe('You have been removed from #help-1 by Oops.');
    await sandbox.admin({ do: 'setPolicy', set: { manageChannels: false } });
    const kick = client.conversations.kick({ channel, user: people.alex });
    expect(await refusalOf(kick)).toMatchObject({ error: 'restricted_action' });
  });

  // https://docs.slack.dev/reference/methods/conversations.archive and …/events/group_archive
  it('end when archived: a line, an event, and nothing more from anybody', async () => {
    const channel = await create('help-1');
    await client.conversations.invite({ channel, users: people.alex });
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'hello' });
    await client.conversations.archive({ channel });
    expect(inner(await listener.next(ofType('group_archive')))).toMatchObject({ channel, user: bot });
    const shown = person(people.alex)
      .screen()
      .conversations.find((each) => each.id === channel);
    expect(shown).toMatchObject({ archived: true, writable: false });
    expect(shown?.messages.at(-1)?.subtype).toBe('channel_archive');
    for (const refused of [
      client.chat.postMessage({ channel, text: 'x' }),
      client.chat.postEphemeral({ channel, user: people.alex, text: 'x' }),
      client.conversations.invite({ channel, users: people.sam }),
      client.conversations.setTopic({ channel, topic: 'x' }),
      client.conversations.rename({ channel, name: 'help-2' }),
      client.conversations.leave({ channel }),
      client.reactions.add({ channel, timestamp: ts, name: 'eyes' }),
    ]) {
      expect(await refusalOf(refused)).toMatchObject({ error: 'is_archived' });
    }
    for (const refused of [
      person(people.alex).post(channel, 'x'),
      person(people.alex).command(channel, '/plain'),
      person(people.alex).react(channel, ts, 'eyes'),
      person(people.alex).do({ do: 'invite', channel, users: ['@sam'] }),
    ]) {
      expect(await refused).toMatchObject({ result: 'refused', error: 'is_archived' });
    }
    expect((await client.conversations.history({ channel })).messages).toHaveLength(3);
  });

  // https://docs.slack.dev/reference/methods/conversations.unarchive ("Bot tokens cannot …")
  it('are opened again by people, never by the app', async () => {
    const channel = await create('help-1');
    await client.conversations.invite({ channel, users: people.alex });
    const unarchive = () => client.conversations.unarchive({ channel });
    expect(await refusalOf(unarchive())).toMatchObject({ error: 'not_archived' });
    await client.conversations.archive({ channel });
    expect(await refusalOf(unarchive())).toMatchObject({ error: 'not_in_channel' });
    expect(await person(people.alex).do({ do: 'unarchive', channel })).toMatchObject({ result: 'done' });
    expect(await client.chat.postMessage({ channel, text: 'again' })).toMatchObject({ ok: true });
  });

  // https://docs.slack.dev/reference/events/channel_created, …/channel_rename, …/channel_archive: sent to all
  it('that are public are heard of by an app outside; private ones are not', async () => {
    const alex = person(people.alex);
    await alex.do({ do: 'createChannel', name: 'hidden', isPrivate: true });
    await alex.do({ do: 'createChannel', name: 'seen' });
    await alex.do({ do: 'rename', channel: '#seen', name: 'seen-2' });
    await alex.do({ do: 'archive', channel: '#seen-2' });
    await listener.next(ofType('channel_archive'));
    expect(listener.events()).toMatchObject([
      { type: 'channel_created', channel: { name: 'seen', creator: people.alex } },
      { type: 'channel_rename', channel: { name: 'seen-2' } },
      { type: 'channel_archive', user: people.alex },
    ]);
  });

  // https://docs.slack.dev/reference/events/group_left
  it('can be taken away from the app, which is told and then sees nothing', async () => {
    const channel = await create('help-1');
    await client.conversations.invite({ channel, users: people.alex });
    await person(people.alex).do({ do: 'kick', channel, user: '@oops' });
    expect(inner(await listener.next(ofType('group_left')))).toMatchObject({
      channel,
      actor_id: people.alex,
    });
    const posting = client.chat.postMessage({ channel, text: 'x' });
    expect(await refusalOf(posting)).toMatchObject({ error: 'channel_not_found' });
  });

  // https://docs.slack.dev/reference/methods/conversations.leave
  it('can be left by the app, but not #general, and not a private one that would be empty', async () => {
    const alone = await create('help-1');
    const leave = (channel: string) => client.conversations.leave({ channel });
    expect(await refusalOf(leave(alone))).toMatchObject({ error: 'last_member' });
    expect(await leave(channels.engPlatform)).toMatchObject({ ok: true });
    expect(await leave(channels.engPlatform)).toMatchObject({ not_in_channel: true });
    await client.conversations.join({ channel: channels.general });
    expect(await refusalOf(leave(channels.general))).toMatchObject({ error: 'cant_leave_general' });
  });

  // https://docs.slack.dev/reference/methods/conversations.setPurpose
  it('have a topic and a purpose of 250 characters at most', async () => {
    const channel = await create('help-1');
    const { channel: info } = await client.conversations.setPurpose({ channel, purpose: 'to help' });
    expect(info).toMatchObject({ purpose: { value: 'to help' } });
    const long = client.conversations.setPurpose({ channel, purpose: 'x'.repeat(251) });
    expect(await refusalOf(long)).toMatchObject({ error: 'too_long' });
  });

  // https://docs.slack.dev/reference/events/message#subtypes: lines about the channel are no talk
  it('have lines that can be neither answered nor changed, and that ring nobody', async () => {
    const channel = await create('help-1');
    await client.conversations.invite({ channel, users: people.alex });
    await client.conversations.setTopic({ channel, topic: `for <@${people.alex}>` });
    const topic = person(people.alex).history(channel).at(-1);
    const ts = topic?.ts ?? '';
    const answer = client.chat.postMessage({ channel, text: 'x', thread_ts: ts });
    expect(await refusalOf(answer)).toMatchObject({ error: 'cannot_reply_to_message' });
    const change = client.chat.update({ channel, ts, text: 'x' });
    expect(await refusalOf(change)).toMatchObject({ error: 'cant_update_message' });
    expect(person(people.alex).screen().notifications).toEqual([]);
  });

  it('are not made or managed by guests', async () => {
    const kim = person(people.kim);
    expect(await kim.do({ do: 'createChannel', name: 'mine' })).toMatchObject({ error: 'restricted_action' });
    expect(await kim.do({ do: 'archive', channel: '#random' })).toMatchObject({ error: 'restricted_action' });
  });
});
