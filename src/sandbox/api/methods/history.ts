/** Reading messages. https://docs.slack.dev/messaging/retrieving-messages */
import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { requireAsMember } from '../../world/conversations.ts';
import { findMessage, isReply, messagesOf, repliesOf } from '../../world/message-lookup.ts';
import { toSlackMessage } from '../../world/message-object.ts';
import type { StoredMessage } from '../../world/state.ts';
import { flag, int, page, type Route, required, requireKindScope, route, str, timestamp } from '../route.ts';

const range = {
  cursor: str.optional(),
  limit: int.optional(),
  oldest: str.optional(),
  latest: str.optional(),
  inclusive: flag.optional(),
  include_all_metadata: flag.optional(),
};

/** Keeps the messages between `oldest` and `latest`; both ends belong to it only when `inclusive`. */
function between(
  messages: readonly StoredMessage[],
  args: { oldest?: string; latest?: string; inclusive?: boolean },
): StoredMessage[] {
  const oldest = bound(args.oldest, 'invalid_ts_oldest');
  const latest = bound(args.latest, 'invalid_ts_latest');
  return messages.filter((each) => {
    const at = micros(each.ts);
    if (oldest !== null && (at < oldest || (at === oldest && !args.inclusive))) return false;
    return !(latest !== null && (at > latest || (at === latest && !args.inclusive)));
  });
}

function bound(ts: string | undefined, refusal: string): bigint | null {
  if (ts === undefined || ts === '' || ts === '0') return null;
  if (!/^\d+(\.\d{1,6})?$/.test(ts)) throw new Refusal(refusal);
  return micros(ts);
}

function micros(ts: string): bigint {
  const [seconds = '0', fraction = ''] = ts.split('.');
  return BigInt(seconds) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
}

export const historyRoutes: Readonly<Record<string, Route>> = {
  'conversations.history': route(z.strictObject({ channel: required, ...range }), ({ world }, args) => {
    const conversation = requireAsMember(world, args.channel);
    requireKindScope(world, conversation, 'history');
    const top = messagesOf(world, conversation.id).filter(
      (each) => !isReply(each) || each.subtype === 'thread_broadcast',
    );
    const { items, cursor } = page(between(top, args).reverse(), args);
    return {
      messages: items.map((each) => toSlackMessage(world, each, { metadata: args.include_all_metadata })),
      has_more: cursor !== '',
      pin_count: 0,
      channel_actions_ts: null,
      channel_actions_count: 0,
      ...(args.latest ? { latest: args.latest } : {}),
      ...(cursor ? { response_metadata: { next_cursor: cursor } } : {}),
    };
  }),
  'conversations.replies': route(
    z.strictObject({ channel: required, ts: timestamp, ...range }),
    ({ world }, args) => {
      const conversation = requireAsMember(world, args.channel);
      requireKindScope(world, conversation, 'history');
      const message = findMessage(world, conversation.id, args.ts);
      const root =
        message && isReply(message) ? findMessage(world, conversation.id, message.threadTs ?? '') : message;
      if (!root) throw new Refusal('thread_not_found');
      // The parent always comes first, whatever the range.
      const replies = between(repliesOf(world, root), args);
      const { items, cursor } = page([root, ...replies], args, 1000);
      return {
        messages: items.map((each) => toSlackMessage(world, each, { metadata: args.include_all_metadata })),
        has_more: cursor !== '',
        ...(cursor ? { response_metadata: { next_cursor: cursor } } : {}),
      };
    },
  ),
};
