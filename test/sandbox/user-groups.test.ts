import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channels, people, userGroups } from '../../src/sandbox/seed.ts';
import { inner, listen, ofType } from './support/listener.ts';
import { testManifest } from './support/manifest.ts';
import { refusalOf } from './support/refusal-of.ts';
import { closeSandbox, openSandbox } from './support/workshop.ts';

describe('user groups', () => {
  let sandbox: Sandbox;
  let client: WebClient;
  let listener: Awaited<ReturnType<typeof listen>>;

  beforeEach(async () => {
    const manifest = testManifest();
    manifest.settings.event_subscriptions.bot_events.push('subteam_created', 'subteam_members_changed');
    ({ sandbox, client } = await openSandbox({ manifest }));
    listener = await listen(sandbox);
  });

  afterEach(async () => {
    await listener.stop();
    await closeSandbox(sandbox);
  });

  // https://docs.slack.dev/reference/methods/usergroups.list
  it('are listed with their people and their number only when asked', async () => {
    const { usergroups: bare = [] } = await client.usergroups.list({});
    expect(bare.map((each) => each.handle)).toEqual(['db-owners', 'mentors']);
    expect(bare[1]).not.toHaveProperty('users');
    const { usergroups = [] } = await client.usergroups.list({ include_users: true, include_count: true });
    expect(usergroups[1]).toMatchObject({ users: [people.denny, people.priya, people.theo], user_count: 3 });
  });

  // https://docs.slack.dev/reference/methods/usergroups.users.list
  it('name the deactivated only when asked for', async () => {
    const mentors = [people.theo, people.lou];
    await sandbox.admin({ do: 'setUserGroup', handle: 'mentors', users: mentors });
    const usergroup = userGroups.mentors;
    expect((await client.usergroups.users.list({ usergroup })).users).toEqual([people.theo]);
    const all = await client.usergroups.users.list({ usergroup, include_disabled: true });
    expect(all.users).toEqual(mentors);
    const unknown = client.usergroups.users.list({ usergroup: 'S0NOTHING' });
    expect(await refusalOf(unknown)).toMatchObject({ error: 'no_such_subteam' });
  });

  // https://docs.slack.dev/reference/methods/usergroups.list (plan_upgrade_required)
  it('need a paid plan', async () => {
    await sandbox.admin({ do: 'setPolicy', set: { paidPlan: false } });
    for (const call of [
      client.usergroups.list({}),
      client.usergroups.users.list({ usergroup: userGroups.mentors }),
    ]) {
      expect(await refusalOf(call)).toMatchObject({ error: 'plan_upgrade_required' });
    }
    await sandbox.person(people.alex).post(channels.engPlatform, 'help @mentors');
    expect(inner(await listener.next(ofType('message'))).text).toBe('help @mentors');
  });

  // https://docs.slack.dev/messaging/formatting-message-text#mentioning-groups
  it('are mentioned by their handle, and ring those of them who are in the channel', async () => {
    const alex = sandbox.person(people.alex);
    await alex.post(channels.engPlatform, 'help, @mentors');
    expect(inner(await listener.next(ofType('message')))).toMatchObject({
      text: `help, <!subteam^${userGroups.mentors}>`,
      blocks: [{ elements: [{ elements: [{ type: 'text' }, { type: 'usergroup' }] }] }],
    });
    const rung = (id: string) => sandbox.person(id).screen().notifications.length;
    expect([people.denny, people.priya, people.theo, people.sam].map(rung)).toEqual([1, 1, 0, 0]);
    await client.chat.postMessage({
      channel: channels.engPlatform,
      text: `<!subteam^${userGroups.mentors}>`,
    });
    expect(rung(people.denny)).toBe(2);
    await alex.command(channels.engPlatform, '/escaped', 'ask @mentors');
    const command = await listener.next((each) => each.type === 'slash_commands');
    expect(command.body.text).toBe(`ask <!subteam^${userGroups.mentors}|@mentors>`);
  });

  // https://docs.slack.dev/reference/events/subteam_created and …/subteam_members_changed
  it('are made and changed by admins, and the app hears of it', async () => {
    const { id } = await sandbox.admin({ do: 'setUserGroup', handle: 'on-call', users: [people.sam] });
    expect(inner(await listener.next(ofType('subteam_created')))).toMatchObject({
      subteam: { id, handle: 'on-call', users: [people.sam] },
    });
    await sandbox.admin({ do: 'setUserGroup', handle: 'on-call', users: [people.priya] });
    expect(inner(await listener.next(ofType('subteam_members_changed')))).toMatchObject({
      subteam_id: id,
      added_users: [people.priya],
      removed_users: [people.sam],
    });
  });
});
