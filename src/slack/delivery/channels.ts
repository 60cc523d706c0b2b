/** What Slack says of a channel, as far as it decides what may be shown there. */
import { z } from 'zod';
import type { SlackCalls } from '../calls.ts';
import { glancing } from '../glance.ts';

export type ChannelFacts = {
  readonly channel: string;
  readonly isMember: boolean;
  readonly isPrivate: boolean;
  /** A direct or group message. */
  readonly isDirect: boolean;
  readonly isArchived: boolean;
  readonly isReadOnly: boolean;
  /** Other organisations read it, or are invited to. */
  readonly isShared: boolean;
};

export interface Channels {
  /** Null when Slack did not answer in time, or does not show the channel to Oops. Never throws. */
  facts(channel: string): Promise<ChannelFacts | null>;
  /** Joins a public channel. False when Slack does not let it. */
  join(channel: string): Promise<boolean>;
}

/** https://docs.slack.dev/reference/objects/conversation-object */
const channelSchema = z
  .looseObject({
    channel: z.looseObject({
      id: z.string(),
      is_member: z.boolean().default(false),
      is_private: z.boolean().default(false),
      is_im: z.boolean().default(false),
      is_mpim: z.boolean().default(false),
      is_archived: z.boolean().default(false),
      is_read_only: z.boolean().default(false),
      is_thread_only: z.boolean().default(false),
      is_ext_shared: z.boolean().default(false),
      is_pending_ext_shared: z.boolean().default(false),
    }),
  })
  .transform(
    ({ channel }): ChannelFacts => ({
      channel: channel.id,
      isMember: channel.is_member,
      isPrivate: channel.is_private,
      isDirect: channel.is_im || channel.is_mpim,
      isArchived: channel.is_archived,
      isReadOnly: channel.is_read_only || channel.is_thread_only,
      isShared: channel.is_ext_shared || channel.is_pending_ext_shared,
    }),
  );

/** Milliseconds: somebody waits for the answer. */
const usualGlanceMs = 600;

export function createChannels(calls: SlackCalls, glanceMs: number = usualGlanceMs): Channels {
  const subject = { waiting: 'person' } as const;
  return {
    facts: glancing(
      glanceMs,
      async (channel) => {
        const info = await calls.attempt('conversations.info', subject, (client) =>
          client.conversations.info({ channel }),
        );
        return info.ok ? (channelSchema.safeParse(info.value).data ?? null) : null;
      },
      () => null,
    ),
    async join(channel) {
      const joined = await calls.attempt('conversations.join', subject, (client) =>
        client.conversations.join({ channel }),
      );
      return joined.ok;
    },
  };
}
