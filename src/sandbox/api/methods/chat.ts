/** Methods of `chat.*`. https://docs.slack.dev/reference/methods#chat */
import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { requireForApp } from '../../world/conversations.ts';
import { showEphemeral } from '../../world/ephemerals.ts';
import { acceptContent, acceptMetadata } from '../../world/message-content.ts';
import { findMessage, isNotice } from '../../world/message-lookup.ts';
import { toSlackMessage } from '../../world/message-object.ts';
import { deleteMessage, editMessage, postMessage } from '../../world/messages.ts';
import type { StoredConversation, StoredMessage } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { requireRepliable, requireWritable } from '../../world/writable.ts';
import { flag, later, type Route, required, route, str, timestamp } from '../route.ts';

/** Texts of updates are refused from here on, where a new message would be cut. */
const MAX_UPDATE_TEXT = 4000;

function requireOwn(
  world: World,
  channel: string,
  ts: string,
  refusal: string,
): [StoredConversation, StoredMessage] {
  const conversation = requireForApp(world, channel);
  const message = findMessage(world, conversation.id, ts);
  if (!message) throw new Refusal('message_not_found');
  if (!message.byApp || isNotice(message)) throw new Refusal(refusal);
  return [conversation, message];
}

const unfurl = { unfurl_links: flag.optional(), unfurl_media: flag.optional(), mrkdwn: flag.optional() };

export const chatRoutes: Readonly<Record<string, Route>> = {
  'chat.postMessage': route(
    z.strictObject({
      channel: required,
      text: str.optional(),
      blocks: later,
      thread_ts: timestamp.optional(),
      reply_broadcast: flag.optional(),
      metadata: later,
      ...unfurl,
    }),
    ({ world }, args) => {
      const conversation = requireWritable(world, args.channel);
      const content = acceptContent(args);
      const metadata = args.metadata === undefined ? null : acceptMetadata(args.metadata);
      requireRepliable(world, conversation, args.thread_ts);
      const message = postMessage(world, conversation, {
        ...content,
        user: world.state.bot.userId,
        byApp: true,
        threadTs: args.thread_ts,
        broadcast: args.reply_broadcast,
        metadata,
      });
      return {
        channel: conversation.id,
        ts: message.ts,
        message: toSlackMessage(world, message, { metadata: true }),
      };
    },
  ),
  'chat.update': route(
    z.strictObject({
      channel: required,
      ts: timestamp,
      text: str.optional(),
      blocks: later,
      metadata: later,
    }),
    ({ world }, args) => {
      const [conversation, message] = requireOwn(world, args.channel, args.ts, 'cant_update_message');
      const content = acceptContent(args, MAX_UPDATE_TEXT);
      // Text without blocks takes the blocks away; blocks without text leave the text as it is.
      const text = args.text === undefined || args.text === '' ? message.text : content.text;
      const metadata = args.metadata === undefined ? undefined : acceptMetadata(args.metadata);
      editMessage(world, conversation, message, { ...content, text, metadata, by: world.state.bot.botId });
      return {
        channel: conversation.id,
        ts: message.ts,
        text: message.text,
        message: toSlackMessage(world, message, { metadata: true }),
      };
    },
  ),
  'chat.delete': route(z.strictObject({ channel: required, ts: timestamp }), ({ world }, args) => {
    const [conversation, message] = requireOwn(world, args.channel, args.ts, 'cant_delete_message');
    deleteMessage(world, conversation, message);
    return { channel: conversation.id, ts: args.ts };
  }),
  'chat.postEphemeral': route(
    z.strictObject({
      channel: required,
      user: required,
      text: str.optional(),
      blocks: later,
      thread_ts: timestamp.optional(),
    }),
    ({ world }, args) => {
      const conversation = requireWritable(world, args.channel);
      const content = acceptContent(args);
      requireRepliable(world, conversation, args.thread_ts);
      if (!conversation.members.includes(args.user)) throw new Refusal('user_not_in_channel');
      return {
        message_ts: showEphemeral(world, conversation, args.user, { ...content, threadTs: args.thread_ts }),
      };
    },
  ),
  'chat.getPermalink': route(
    z.strictObject({ channel: required, message_ts: timestamp }),
    ({ world }, args) => {
      const conversation = requireForApp(world, args.channel);
      const message = findMessage(world, conversation.id, args.message_ts);
      if (!message) throw new Refusal('message_not_found');
      const link = `${world.baseUrl}/archives/${conversation.id}/p${message.ts.replace('.', '')}`;
      const inThread = message.threadTs !== null && message.threadTs !== message.ts;
      const permalink = inThread ? `${link}?thread_ts=${message.threadTs}&cid=${conversation.id}` : link;
      return { channel: conversation.id, permalink };
    },
  ),
};
