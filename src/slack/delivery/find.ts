/** Looks whether a message of ours is there, after an attempt of which it is not known. */
import { z } from 'zod';
import type { SlackCalls } from '../calls.ts';
import type { Outcome, SlackFailure } from '../errors.ts';
import type { ConversationRef, Conversations } from './conversations.ts';
import { carriesKey } from './mark.ts';

export type FindRequest = {
  readonly conversation: ConversationRef;
  readonly threadTs?: string | undefined;
  readonly key: string;
  /** It cannot be older, milliseconds. Slack's clock may be behind ours: some minutes are added. */
  readonly oldest: number;
};

export type Found =
  | { readonly kind: 'found'; readonly channel: string; readonly ts: string }
  /** Every message since `oldest` was read, and it is not among them. */
  | { readonly kind: 'absent' }
  /** One cannot look: a scope or method is missing, we are not in there, or there is too much to read. */
  | { readonly kind: 'unreadable'; readonly code: string };

const clockSkewMs = 120_000;
const pageSize = 100;
const mostPages = 10;

const pageSchema = z.looseObject({
  messages: z.array(z.looseObject({ ts: z.string() })).default([]),
  response_metadata: z.looseObject({ next_cursor: z.string().optional() }).optional(),
});

/**
 * Reads the thread, or else the conversation, page by page, back to `oldest`. A failure that passes (a rate limit, a
 * deadline) is a failure: ask again. One that does not is `unreadable`.
 */
export async function findMessage(
  calls: SlackCalls,
  conversations: Conversations,
  { conversation, threadTs, key, oldest }: FindRequest,
): Promise<Outcome<Found>> {
  const opened = await conversations.channelOf(conversation, 'background');
  if (!opened.ok) return orUnreadable(opened.failure);
  const channel = opened.value;
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const range = { oldest: (Math.max(0, oldest - clockSkewMs) / 1000).toFixed(6), inclusive: true };
    const paging = { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) };
    const what = { channel, include_all_metadata: true, ...range, ...paging };
    const subject = { waiting: 'background' } as const;
    const read =
      threadTs === undefined
        ? await calls.attempt('conversations.history', subject, (client) =>
            client.conversations.history(what),
          )
        : await calls.attempt('conversations.replies', subject, (client) =>
            client.conversations.replies({ ...what, ts: threadTs }),
          );
    if (!read.ok) return orUnreadable(read.failure);
    const parsed = pageSchema.safeParse(read.value);
    if (!parsed.success) return { ok: true, value: { kind: 'unreadable', code: 'unreadable_answer' } };
    const message = parsed.data.messages.find((candidate) => carriesKey(candidate, key));
    if (message !== undefined) return { ok: true, value: { kind: 'found', channel, ts: message.ts } };
    cursor = parsed.data.response_metadata?.next_cursor;
    if (cursor === undefined || cursor === '') return { ok: true, value: { kind: 'absent' } };
  }
  return { ok: true, value: { kind: 'unreadable', code: 'too_many_messages' } };
}

function orUnreadable(failure: SlackFailure): Outcome<Found> {
  if (failure.kind === 'refused' && failure.code === 'thread_not_found')
    return { ok: true, value: { kind: 'absent' } };
  if (failure.kind === 'refused' || failure.kind === 'broken') {
    return { ok: true, value: { kind: 'unreadable', code: failure.code } };
  }
  return { ok: false, failure };
}
