import type { Block, KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { CallFailure, ClaimedMessage, Messenger, Posted } from '../app/ports.ts';
import type { SlackCalls } from './calls.ts';
import { describeFailure, type SlackFailure } from './errors.ts';
import type { People } from './people.ts';

/** Of every message of ours: its metadata holds nothing but its opaque key. */
const eventType = 'oops_message';

const foundSchema = z.looseObject({
  ts: z.string(),
  metadata: z
    .looseObject({ event_payload: z.looseObject({ key: z.string() }) })
    .optional()
    .catch(undefined),
});

/** How far back an unsure message is looked for, in pages of 200. */
const mostPages = 5;

/** Outgoing messages over Slack's Web API, each call once; what became of it is a value. */
export function createMessenger(calls: SlackCalls, people: People, deadlineMs: number): Messenger {
  const background = { waiting: 'background' } as const;

  async function channelOf({ conversation }: ClaimedMessage): Promise<string | CallFailure> {
    if (conversation.kind === 'channel') return conversation.channel;
    const opened = await calls.attempt('conversations.open', background, (client) =>
      client.conversations.open({ users: conversation.user }),
    );
    if (!opened.ok) {
      const failure = toFailure(opened.failure);
      // Opening a DM twice is opening it once: an unsure attempt had no effect that matters.
      return failure.kind === 'unsure' ? { kind: 'temporary', code: failure.code } : failure;
    }
    return opened.value.channel?.id ?? { kind: 'temporary', code: 'no_channel' };
  }

  return {
    deadlineMs,
    async post(message, { text, blocks }) {
      const channel = await channelOf(message);
      if (typeof channel !== 'string') return channel;
      const posted = await calls.attempt('chat.postMessage', { ...background, channel }, (client) =>
        client.chat.postMessage({
          ...{ channel, text, blocks: asBlocks(blocks), unfurl_links: false, unfurl_media: false },
          ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
          metadata: { event_type: eventType, event_payload: { key: message.id } },
        }),
      );
      if (!posted.ok) return toFailure(posted.failure);
      return { kind: 'posted', channel: posted.value.channel ?? channel, ts: posted.value.ts ?? '' };
    },
    async update(_message, { channel, ts }, { text, blocks }) {
      const updated = await calls.attempt('chat.update', { ...background, channel }, (client) =>
        client.chat.update({ channel, ts, text, blocks: asBlocks(blocks) }),
      );
      return updated.ok ? { kind: 'posted', channel, ts } : toFailure(updated.failure);
    },
    async remove(_message, { channel, ts }) {
      const removed = await calls.attempt('chat.delete', { ...background, channel }, (client) =>
        client.chat.delete({ channel, ts }),
      );
      return removed.ok ? { kind: 'posted', channel, ts } : toFailure(removed.failure);
    },
    async find(message, since) {
      const channel = await channelOf(message);
      if (typeof channel !== 'string') return channel;
      return look(calls, message, channel, since);
    },
    isPaused: (team, user) => people.isPaused(team, user),
    async permalink(_team, channel, message_ts) {
      const link = await calls.attempt('chat.getPermalink', background, (client) =>
        client.chat.getPermalink({ channel, message_ts }),
      );
      return link.ok ? (link.value.permalink ?? null) : null;
    },
  };
}

async function look(
  calls: SlackCalls,
  message: ClaimedMessage,
  channel: string,
  since: number,
): Promise<Posted | { kind: 'absent' } | { kind: 'unreadable' } | CallFailure> {
  // A little earlier, since Slack's clock is not ours.
  const oldest = String(Math.floor(since / 1000) - 60);
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const rest = { channel, oldest, cursor, limit: 200, include_all_metadata: true };
    const { threadTs } = message;
    const read =
      threadTs === null
        ? await calls.attempt('conversations.history', { waiting: 'background' }, (client) =>
            client.conversations.history(rest),
          )
        : await calls.attempt('conversations.replies', { waiting: 'background' }, (client) =>
            client.conversations.replies({ ...rest, ts: threadTs }),
          );
    if (!read.ok) return read.failure.kind === 'refused' ? { kind: 'unreadable' } : toFailure(read.failure);
    const messages = z.array(foundSchema).catch([]).parse(read.value.messages);
    const found = messages.find((candidate) => candidate.metadata?.event_payload.key === message.id);
    if (found !== undefined) return { kind: 'posted', channel, ts: found.ts };
    cursor = read.value.response_metadata?.next_cursor || undefined;
    if (cursor === undefined) return { kind: 'absent' };
  }
  return { kind: 'absent' };
}

function toFailure(failure: SlackFailure): CallFailure {
  switch (failure.kind) {
    case 'refused':
    case 'broken':
      return { kind: 'refused', code: failure.code };
    case 'rate_limited':
      return failure;
    case 'unsure':
    case 'temporary':
      return { kind: failure.kind, code: describeFailure(failure) };
    default:
      return failure satisfies never;
  }
}

/** The app hands blocks on without looking into them; the views made them as Slack's own types. */
function asBlocks(blocks: readonly object[]): (KnownBlock | Block)[] {
  return blocks.map((block) => ({ type: '', ...block }));
}
