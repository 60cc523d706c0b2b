import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { people } from '../../src/sandbox/seed.ts';
import { refusalOf } from './support/refusal-of.ts';
import { closeSandbox, openSandbox } from './support/workshop.ts';

describe('group DMs', () => {
  let sandbox: Sandbox;
  let client: WebClient;

  beforeEach(async () => {
    ({ sandbox, client } = await openSandbox());
  });

  afterEach(() => closeSandbox(sandbox));

  const open = async (users: string[], rest: object = {}) => {
    const { channel } = await client.conversations.open({ users: users.join(','), ...rest });
    return channel?.id ?? '';
  };

  // https://docs.slack.dev/reference/methods/conversations.open ("opens or resumes")
  it('resume with what was said there, also after the workspace forbade new ones', async () => {
    const channel = await open([people.alex, people.denny]);
    await client.chat.postMessage({ channel, text: 'first' });
    await sandbox.admin({ do: 'setPolicy', set: { groupDms: false } });
    expect(await open([people.denny, people.alex])).toBe(channel);
    expect(await refusalOf(open([people.alex, people.sam]))).toMatchObject({ error: 'restricted_action' });
    expect(await open([people.sam])).toMatch(/^D/);
    expect(
      sandbox
        .person(people.denny)
        .history(channel)
        .map((each) => each.text),
    ).toEqual(['first']);
  });

  it('are only looked for, not made, when creation is prevented', async () => {
    const look = () => open([people.alex, people.denny], { prevent_creation: true });
    expect(await refusalOf(look())).toMatchObject({ error: 'channel_not_found' });
    const made = await open([people.alex, people.denny]);
    expect(await look()).toBe(made);
  });

  // https://docs.slack.dev/reference/methods/conversations.invite, .kick, .archive: for channels only
  it('let nobody be added or removed, and are not archived', async () => {
    const channel = await open([people.alex, people.denny]);
    for (const refused of [
      client.conversations.invite({ channel, users: people.sam }),
      client.conversations.kick({ channel, user: people.denny }),
      client.conversations.archive({ channel }),
      client.conversations.leave({ channel }),
    ]) {
      expect(await refusalOf(refused)).toMatchObject({ error: 'method_not_supported_for_channel_type' });
    }
    const add = { do: 'invite' as const, channel, users: ['@sam'] };
    expect(await sandbox.person(people.alex).do(add)).toMatchObject({ error: 'not_supported' });
  });

  // https://docs.slack.dev/reference/methods/conversations.open (invalid_user_combination)
  it('take somebody from outside only with people they share a channel with', async () => {
    expect(await open([people.robin, people.alex])).toMatch(/^C/);
    const apart = open([people.robin, people.priya]);
    expect(await refusalOf(apart)).toMatchObject({ error: 'invalid_user_combination' });
  });
});
