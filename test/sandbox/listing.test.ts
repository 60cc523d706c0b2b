import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { people } from '../../src/sandbox/seed.ts';
import { refusalOf } from './support/refusal-of.ts';
import { closeSandbox, openSandbox } from './support/workshop.ts';

describe('listing conversations', () => {
  let sandbox: Sandbox;
  let client: WebClient;

  beforeEach(async () => {
    ({ sandbox, client } = await openSandbox());
  });

  afterEach(() => closeSandbox(sandbox));

  // https://docs.slack.dev/reference/methods/users.conversations
  it('tells where the app is, or where somebody is as far as the app can see', async () => {
    await client.conversations.create({ name: 'both', is_private: true });
    await client.conversations.invite({
      channel: (await client.conversations.list({ types: 'private_channel' })).channels?.at(0)?.id ?? '',
      users: people.alex,
    });
    await sandbox.person(people.alex).do({ do: 'createChannel', name: 'without-app', isPrivate: true });
    const names = async (args: object) => {
      const types = 'public_channel,private_channel';
      const { channels: found } = await client.users.conversations({
        types,
        exclude_archived: true,
        ...args,
      });
      return found?.map((each) => each.name).sort();
    };
    expect(await names({})).toEqual(['both', 'eng-platform', 'partner-acme']);
    expect(await names({ user: people.alex })).toEqual([
      'both',
      'eng-platform',
      'general',
      'partner-acme',
      'random',
    ]);
  });

  // https://docs.slack.dev/reference/methods/conversations.list
  it('knows four types, and whether the app is a member', async () => {
    await client.conversations.open({ users: people.alex });
    await client.conversations.open({ users: `${people.alex},${people.denny}` });
    const types = 'public_channel,im,mpim';
    const { channels: found = [] } = await client.conversations.list({ types, exclude_archived: true });
    const is = (each: { is_im?: boolean; is_mpim?: boolean; is_member?: boolean }) =>
      each.is_im ? 'im' : each.is_mpim ? 'mpim' : each.is_member;
    expect(found.map(is)).toEqual([true, false, false, true, 'im', 'mpim']);
    const odd = client.conversations.list({ types: 'secret_channel' });
    expect(await refusalOf(odd)).toMatchObject({ error: 'invalid_types' });
  });
});
