/** Methods about scheduled messages. https://docs.slack.dev/messaging/sending-and-scheduling-messages#scheduling */
import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { requireForApp } from '../../world/conversations.ts';
import { acceptContent } from '../../world/message-content.ts';
import { schedule, unschedule } from '../../world/scheduled.ts';
import { requireRepliable, requireWritable } from '../../world/writable.ts';
import { flag, int, later, page, type Route, required, route, str, timestamp } from '../route.ts';

/**
 * `metadata` is no argument here although Slack takes it: "messages … will not post if the metadata parameter is used".
 */
export const scheduledRoutes: Readonly<Record<string, Route>> = {
  'chat.scheduleMessage': route(
    z.strictObject({
      channel: required,
      post_at: int,
      text: str.optional(),
      blocks: later,
      thread_ts: timestamp.optional(),
      reply_broadcast: flag.optional(),
      unfurl_links: flag.optional(),
      unfurl_media: flag.optional(),
    }),
    ({ world }, args) => {
      const conversation = requireWritable(world, args.channel);
      const content = acceptContent(args);
      requireRepliable(world, conversation, args.thread_ts);
      const { id, postAt } = schedule(world, conversation, {
        postAt: args.post_at,
        text: content.text,
        blocks: content.blocks,
        threadTs: args.thread_ts ?? null,
        broadcast: args.reply_broadcast ?? false,
      });
      const { bot, team } = world.state;
      return {
        channel: conversation.id,
        scheduled_message_id: id,
        post_at: postAt,
        message: {
          type: 'delayed_message',
          user: bot.userId,
          bot_id: bot.botId,
          team: team.id,
          text: content.text,
          ...(content.blocks.length > 0 ? { blocks: content.blocks } : {}),
        },
      };
    },
  ),
  'chat.deleteScheduledMessage': route(
    z.strictObject({ channel: required, scheduled_message_id: required }),
    ({ world }, args) => {
      unschedule(world, requireForApp(world, args.channel).id, args.scheduled_message_id);
      return {};
    },
  ),
  'chat.scheduledMessages.list': route(
    z.strictObject({
      channel: str.optional(),
      cursor: str.optional(),
      limit: int.optional(),
      oldest: int.optional(),
      latest: int.optional(),
      team_id: str.optional(),
    }),
    ({ world }, args) => {
      if (args.channel && !world.state.conversations[args.channel]) throw new Refusal('invalid_channel');
      const found = world.state.scheduled.filter(
        (each) =>
          (!args.channel || each.channel === args.channel) &&
          each.postAt >= (args.oldest ?? 0) &&
          each.postAt <= (args.latest ?? Number.POSITIVE_INFINITY),
      );
      const { items, cursor } = page(found, args);
      return {
        scheduled_messages: items.map((each) => ({
          id: each.id,
          channel_id: each.channel,
          post_at: each.postAt,
          date_created: each.created,
          text: each.text,
        })),
        response_metadata: { next_cursor: cursor },
      };
    },
  ),
};
