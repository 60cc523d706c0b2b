/** The app's port for private channels and group messages. */
import { z } from 'zod';
import type { CallFailure } from '../../app/ports.ts';
import type { Invited, RoomMade, Rooms } from '../../app/rooms.ts';
import type { SlackCalls } from '../calls.ts';
import type { SlackFailure } from '../errors.ts';
import { failed } from './messenger.ts';

export type RoomParts = {
  readonly calls: SlackCalls;
  /** Of Oops: only a channel that it made itself is taken for one of an earlier attempt. */
  readonly botUserId: string;
  /** What stands above the room. */
  readonly topic: string;
  /** What it is for, where Slack describes it: neutral, at most 250 characters. */
  readonly purpose: string;
};

/** Names that are tried when others have the first: `oops-42-1a2b3c4d`, then with `-2` behind it, and so on. */
const mostNames = 4;
const pageSize = 200;
const mostPages = 20;

const listSchema = z.looseObject({
  channels: z
    .array(z.looseObject({ id: z.string(), name: z.string().default(''), creator: z.string().default('') }))
    .default([]),
  response_metadata: z.looseObject({ next_cursor: z.string().optional() }).optional(),
});

/** Refusals of one person in an invitation, of which only this one means that all is well. */
const isThere = 'already_in_channel';

/** https://docs.slack.dev/reference/methods/conversations.create and its siblings. */
export function createRooms({ calls, botUserId, topic, purpose }: RoomParts): Rooms {
  const subject = { waiting: 'background' } as const;

  /** Among the private channels that Oops is in and that are not archived. */
  async function findOwn(name: string): Promise<string | null | CallFailure> {
    let cursor: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const listed = await calls.attempt('conversations.list', subject, (client) =>
        client.conversations.list({
          ...{ types: 'private_channel', exclude_archived: true, limit: pageSize },
          ...(cursor === undefined ? {} : { cursor }),
        }),
      );
      if (!listed.ok) return failed(listed.failure);
      const parsed = listSchema.safeParse(listed.value);
      if (!parsed.success) return null;
      const own = parsed.data.channels.find((each) => each.name === name && each.creator === botUserId);
      if (own !== undefined) return own.id;
      cursor = parsed.data.response_metadata?.next_cursor;
      if (cursor === undefined || cursor === '') return null;
    }
    return null;
  }

  /** Null when somebody else has the name. */
  async function makeNamed(name: string): Promise<RoomMade | CallFailure | null> {
    const created = await calls.attempt('conversations.create', subject, (client) =>
      client.conversations.create({ name, is_private: true }),
    );
    if (created.ok) {
      const channel = created.value.channel?.id;
      if (channel === undefined) return { kind: 'unsure', code: 'unreadable_answer' };
      // Nobody misses it when Slack does not take it.
      await calls.attempt('conversations.setTopic', subject, (client) =>
        client.conversations.setTopic({ channel, topic }),
      );
      await calls.attempt('conversations.setPurpose', subject, (client) =>
        client.conversations.setPurpose({ channel, purpose }),
      );
      return { kind: 'made', channel };
    }
    if (!isRefused(created.failure, 'name_taken')) return failed(created.failure);
    const own = await findOwn(name);
    return typeof own === 'string' ? { kind: 'made', channel: own } : own;
  }

  /** Null when they are in there now; otherwise why not. */
  async function inviteOne(channel: string, user: string): Promise<SlackFailure | null> {
    const invited = await calls.attempt('conversations.invite', subject, (client) =>
      client.conversations.invite({ channel, users: user }),
    );
    return invited.ok || isRefused(invited.failure, isThere) ? null : invited.failure;
  }

  return {
    async make(_team, name) {
      for (let count = 1; count <= mostNames; count += 1) {
        const made = await makeNamed(count === 1 ? name : `${name}-${count}`);
        if (made !== null) return made;
      }
      return { kind: 'refused', code: 'name_taken' };
    },

    /** One at a time: an invitation of several is refused as a whole when one of them is there already. */
    async invite(_team, channel, people): Promise<Invited | CallFailure> {
      const absent: string[] = [];
      for (const user of people) {
        const failure = await inviteOne(channel, user);
        if (failure === null) continue;
        if (failure.kind !== 'refused' || concernsChannel.has(failure.code)) return failed(failure);
        absent.push(user);
      }
      return { kind: 'invited', absent };
    },

    /** https://docs.slack.dev/reference/methods/conversations.kick */
    async remove(_team, channel, user) {
      const kicked = await calls.attempt('conversations.kick', subject, (client) =>
        client.conversations.kick({ channel, user }),
      );
      if (kicked.ok || isRefused(kicked.failure, 'not_in_channel')) return { kind: 'removed' };
      return failed(kicked.failure);
    },

    async archive(_team, channel) {
      const archived = await calls.attempt('conversations.archive', subject, (client) =>
        client.conversations.archive({ channel }),
      );
      if (archived.ok || isRefused(archived.failure, 'already_archived')) return { kind: 'archived' };
      return failed(archived.failure);
    },

    async group(_team, people) {
      const opened = await calls.attempt('conversations.open', subject, (client) =>
        client.conversations.open({ users: people.join(',') }),
      );
      if (!opened.ok) return failed(opened.failure);
      const channel = opened.value.channel?.id;
      return channel === undefined
        ? { kind: 'unsure', code: 'unreadable_answer' }
        : { kind: 'made', channel };
    },
  };
}

/** Nobody at all can be added for these reasons. https://docs.slack.dev/reference/methods/conversations.invite#errors */
const concernsChannel = new Set([
  ...['channel_not_found', 'is_archived', 'not_in_channel', 'method_not_supported_for_channel_type'],
  ...['missing_scope', 'not_allowed_token_type', 'invalid_auth', 'account_inactive', 'token_revoked'],
]);

const isRefused = (failure: SlackFailure, code: string): boolean =>
  failure.kind === 'refused' && failure.code === code;
