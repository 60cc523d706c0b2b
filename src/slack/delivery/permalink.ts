import type { SlackCalls } from '../calls.ts';
import type { MessageRef } from './outgoing.ts';

export type Permalink = {
  readonly url: string;
  /** `built`: put together from the workspace's address, since Slack did not give it. */
  readonly from: 'slack' | 'built';
};

/**
 * The address of a message. When Slack does not give it, it is built the way Slack does; null where the workspace's address
 * (`https://acme.slack.com/`, from `auth.test`) is not known either.
 */
export async function permalinkOf(
  calls: SlackCalls,
  teamUrl: string,
  { channel, ts }: MessageRef,
  threadTs?: string,
): Promise<Permalink | null> {
  const outcome = await calls.attempt('chat.getPermalink', { waiting: 'person' }, (client) =>
    client.chat.getPermalink({ channel, message_ts: ts }),
  );
  if (outcome.ok && outcome.value.permalink !== undefined)
    return { url: outcome.value.permalink, from: 'slack' };
  if (!URL.canParse(teamUrl)) return null;
  const url = new URL(`archives/${channel}/p${ts.replace('.', '')}`, teamUrl);
  if (threadTs !== undefined && threadTs !== ts) {
    url.searchParams.set('thread_ts', threadTs);
    url.searchParams.set('cid', channel);
  }
  return { url: url.href, from: 'built' };
}
