import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channels, people } from '../../src/sandbox/seed.ts';
import { refusalOf } from './support/refusal-of.ts';
import { closeSandbox, openSandbox } from './support/workshop.ts';

describe('conversations', () => {
  let sandbox: Sandbox;
  let client: WebClient;

  beforeEach(async () => {
    ({ sandbox, client } = await openSandbox());
  });

  afterEach(async () => {
    await closeSandbox(sandbox);
  });

  const open = async (...users: string[]) => {
    const { channel } = await client.conversations.open({ users: users.join(',') });
    return channel?.id ?? '';
  };
  const create = async (name: string, isPrivate = true) => {
    const { channel } = await client.conversations.create({ name, is_private: isPrivate });
    return channel?.id ?? '';
  };

  // https://docs.slack.dev/reference/methods/conversations.open
  it('open the same DM, and resume the same group DM, for the same people', async () => {
    const direct = await open(people.alex);
    expect(await open(people.alex)).toBe(direct);
    expect(sandbox.person(people.alex).dm()).toBe(direct);
    const group = await open(people.alex, people.denny);
    expect(await open(people.denny, people.alex)).toBe(group);
    expect(group).not.toBe(direct);
    expect(await client.conversations.open({ users: people.alex })).toMatchObject({
      already_open: true,
      no_op: true,
    });
  });

  // https://docs.slack.dev/reference/methods/conversations.open#errors
  it('are not opened with the deactivated, bots, nobody, or people who cannot be seen', async () => {
    expect(await refusalOf(open(people.lou))).toMatchObject({ error: 'user_disabled' });
    expect(await refusalOf(open('U0OOPSBOT'))).toMatchObject({ error: 'cannot_dm_bot' });
    expect(await refusalOf(open('U0NOBODY'))).toMatchObject({ error: 'user_not_found' });
    expect(await open(people.robin)).toMatch(/^D/);
    await sandbox.admin({
      do: 'updateConversation',
      channel: channels.partnerAcme,
      set: { members: [people.sam] },
    });
    await sandbox.admin({ do: 'addPerson', person: { id: 'U0FAR', name: 'far', isStranger: true } });
    expect(await refusalOf(open('U0FAR'))).toMatchObject({ error: 'user_not_visible' });
  });

  // https://docs.slack.dev/apis/web-api/using-the-conversations-api
  it('are made private, filled, emptied and archived', async () => {
    const channel = await create('help-1');
    await client.conversations.invite({ channel, users: `${people.alex},${people.denny}` });
    expect((await client.conversations.members({ channel })).members).toEqual([
      'U0OOPSBOT',
      people.alex,
      people.denny,
    ]);
    await client.conversations.kick({ channel, user: people.denny });
    await client.conversations.setTopic({ channel, topic: 'calm' });
    const { channel: info } = await client.conversations.info({ channel, include_num_members: true });
    expect(info).toMatchObject({
      is_private: true,
      num_members: 2,
      topic: { value: 'calm' },
      is_archived: false,
    });
    await client.conversations.archive({ channel });
    expect(await refusalOf(client.chat.postMessage({ channel, text: 'x' }))).toMatchObject({
      error: 'is_archived',
    });
    expect(await refusalOf(client.conversations.archive({ channel }))).toMatchObject({
      error: 'already_archived',
    });
  });

  // https://docs.slack.dev/reference/methods/conversations.create#naming
  it('refuse names that Slack does not take', async () => {
    expect(await refusalOf(create('eng-platform'))).toMatchObject({ error: 'name_taken' });
    expect(await refusalOf(create('Has Capitals'))).toMatchObject({ error: 'invalid_name_specials' });
    expect(await refusalOf(create('x'.repeat(81)))).toMatchObject({ error: 'invalid_name_maxlength' });
    expect(await refusalOf(create('---'))).toMatchObject({ error: 'invalid_name_punctuation' });
  });

  // https://docs.slack.dev/reference/methods/conversations.invite#errors
  it('refuse invitations that cannot be, unless forced for the rest', async () => {
    const channel = await create('help-2');
    const invite = (users: string, rest: object = {}) =>
      client.conversations.invite({ channel, users, ...rest });
    expect(await refusalOf(invite('U0OOPSBOT'))).toMatchObject({ error: 'cant_invite_self' });
    expect(await refusalOf(invite(people.kim))).toMatchObject({ error: 'ura_max_channels' });
    expect(await refusalOf(invite(people.lou))).toMatchObject({ error: 'user_not_found' });
    await invite(`${people.alex},${people.lou}`, { force: true });
    expect(await refusalOf(invite(people.alex))).toMatchObject({ error: 'already_in_channel' });
  });

  // https://docs.slack.dev/reference/methods/conversations.info and …/conversations.join
  it('hide private channels that the app is not in, and let it join public ones', async () => {
    const made = await sandbox
      .person(people.alex)
      .do({ do: 'createChannel', name: 'secret', isPrivate: true });
    const secret = made.result === 'done' ? (made.channel ?? '') : '';
    expect(await refusalOf(client.conversations.info({ channel: secret }))).toMatchObject({
      error: 'channel_not_found',
    });
    const before = await client.conversations.info({ channel: channels.general });
    await client.conversations.join({ channel: channels.general });
    const after = await client.conversations.info({ channel: channels.general });
    expect([before.channel?.is_member, after.channel?.is_member]).toEqual([false, true]);
    const list = await client.conversations.list({ types: 'public_channel,private_channel' });
    expect(list.channels?.map((each) => each.name)).not.toContain('secret');
  });

  // https://docs.slack.dev/reference/methods/conversations.history#errors
  it('do not show their history to an app that is outside', async () => {
    const read = client.conversations.history({ channel: channels.general });
    expect(await refusalOf(read)).toMatchObject({ error: 'not_in_channel' });
  });

  // https://docs.slack.dev/reference/objects/conversation-object
  it('tell when people from outside read them', async () => {
    const { channel } = await client.conversations.info({ channel: channels.partnerAcme });
    expect(channel).toMatchObject({ is_ext_shared: true, shared_team_ids: ['T0SANDBOX', 'T0OUTSIDE'] });
  });

  it('are seen by guests only where they are members', () => {
    const seen = sandbox
      .person(people.kim)
      .screen()
      .conversations.map((each) => each.name);
    expect(seen).toEqual(['random']);
  });
});

describe('people', () => {
  let sandbox: Sandbox;
  let client: WebClient;

  beforeEach(async () => {
    ({ sandbox, client } = await openSandbox());
  });

  afterEach(async () => {
    await closeSandbox(sandbox);
  });

  // https://docs.slack.dev/reference/objects/user-object
  it('are described with zone, language and standing', async () => {
    const info = async (user: string) => (await client.users.info({ user, include_locale: true })).user;
    expect(await info(people.morgan)).toMatchObject({ tz: 'Europe/Berlin', locale: 'en-US', is_admin: true });
    expect(await info(people.kim)).toMatchObject({ is_restricted: true, is_ultra_restricted: true });
    expect(await info(people.robin)).toMatchObject({ is_stranger: true, team_id: 'T0OUTSIDE' });
    expect(await info(people.lou)).toMatchObject({ deleted: true });
    expect(await info('U0OOPSBOT')).toMatchObject({ is_bot: true });
    expect(await refusalOf(info('U0NOBODY'))).toMatchObject({ error: 'user_not_found' });
    const { members } = await client.users.list({});
    expect(members).toHaveLength(12);
  });

  // https://docs.slack.dev/reference/methods/dnd.info and …/dnd.teamInfo
  it('have a do-not-disturb window in their own zone', async () => {
    await sandbox.clock.set(Date.UTC(2031, 0, 15, 12, 0));
    const day = await client.dnd.info({ user: people.morgan });
    expect(day).toMatchObject({
      dnd_enabled: true,
      next_dnd_start_ts: Date.UTC(2031, 0, 15, 21, 0) / 1000,
      next_dnd_end_ts: Date.UTC(2031, 0, 16, 7, 0) / 1000,
    });
    await sandbox.clock.set(Date.UTC(2031, 0, 16, 2, 0));
    const night = await client.dnd.teamInfo({ users: `${people.morgan},${people.alex}` });
    expect(night.users).toMatchObject({
      [people.morgan]: { dnd_enabled: true, next_dnd_start_ts: Date.UTC(2031, 0, 15, 21, 0) / 1000 },
      [people.alex]: { dnd_enabled: false },
    });
  });

  // https://docs.slack.dev/reference/methods/dnd.info
  it('keep a pause made by hand to themselves', async () => {
    const pausedUntil = sandbox.clock.now() + 3_600_000;
    await sandbox.admin({ do: 'updatePerson', user: people.denny, set: { pausedUntil } });
    expect(await client.dnd.info({ user: people.denny })).toMatchObject({ dnd_enabled: false });
    await client.chat.postMessage({ channel: people.denny, text: 'are you there' });
    expect(sandbox.person(people.denny).screen().notifications).toMatchObject([{ silent: true }]);
  });

  // https://docs.slack.dev/reference/methods/usergroups.users.list and …/users.getPresence
  it('are in user groups, and are active or away', async () => {
    const { usergroups } = await client.usergroups.list({ include_users: true });
    expect(usergroups?.[0]).toMatchObject({ handle: 'db-owners', users: [people.sam, people.priya] });
    expect(await client.usergroups.users.list({ usergroup: 'S0DBOWNERS' })).toMatchObject({
      users: [people.sam, people.priya],
    });
    expect(await client.users.getPresence({ user: people.lou })).toMatchObject({ presence: 'away' });
  });
});
