import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channels, people } from '../../src/sandbox/seed.ts';
import { closeSandbox, openSandbox } from './support/workshop.ts';

const channel = channels.engPlatform;

/** https://docs.slack.dev/reference/methods/chat.getPermalink */
describe('permalinks', () => {
  let sandbox: Sandbox;
  let client: WebClient;

  beforeEach(async () => {
    ({ sandbox, client } = await openSandbox());
  });

  afterEach(() => closeSandbox(sandbox));

  const post = async (where: string, rest: object = {}) => {
    const { ts = '' } = await client.chat.postMessage({ channel: where, text: 'here', ...rest });
    const { permalink = '' } = await client.chat.getPermalink({ channel: where, message_ts: ts });
    return { ts, permalink };
  };
  const follow = (who: string, url: string) => sandbox.person(who).do({ do: 'openLink', url });

  it('lead to their message, replies with their thread', async () => {
    const root = await post(channel);
    expect(root.permalink).toMatch(new RegExp(`/archives/${channel}/p${root.ts.replace('.', '')}$`));
    expect(await follow(people.denny, root.permalink)).toEqual({ result: 'done', channel, ts: root.ts });
    const reply = await post(channel, { thread_ts: root.ts });
    expect(new URL(reply.permalink).searchParams.get('thread_ts')).toBe(root.ts);
    expect(new URL(reply.permalink).searchParams.get('cid')).toBe(channel);
    expect(await follow(people.denny, reply.permalink)).toMatchObject({ ts: reply.ts });
  });

  it('lead nowhere for who may not see it, and when it is gone', async () => {
    const made = await client.conversations.create({ name: 'help-1', is_private: true });
    const hidden = made.channel?.id ?? '';
    await client.conversations.invite({ channel: hidden, users: people.alex });
    const { ts, permalink } = await post(hidden);
    expect(await follow(people.alex, permalink)).toMatchObject({ result: 'done' });
    for (const who of [people.denny, people.kim, people.robin]) {
      expect(await follow(who, permalink)).toMatchObject({ error: 'channel_not_found' });
    }
    await client.chat.delete({ channel: hidden, ts });
    expect(await follow(people.alex, permalink)).toMatchObject({ error: 'message_not_found' });
    expect(await follow(people.alex, 'https://x.test/')).toMatchObject({ error: 'not_a_permalink' });
  });
});
