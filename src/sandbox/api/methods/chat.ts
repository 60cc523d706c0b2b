/** Methods of `chat.*`. https://docs.slack.dev/reference/methods#chat */
import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { openDirect, requireAsMember, requireForApp } from '../../world/conversations.ts';
import { showEphemeral } from '../../world/ephemerals.ts';
import { acceptContent, acceptMetadata } from '../../world/message-content.ts';
import {
  deleteMessage,
  editMessage,
  findMessage,
  isNotice,
  postMessage,
  toSlackMessage,
} from '../../world/messages.ts';
import { requirePerson } from '../../world/people.ts';
import type { StoredConversation, StoredMessage } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { flag, later, type Route, required, route, str, timestamp } from '../route.ts';

/** Texts of updates are refused from here on, where a new message would be cut. */
const MAX_UPDATE_TEXT = 4000;

/** The app may write here. A user id stands for the DM with that person. */
function requireWritable(world: World, channel: string): StoredConversation {
  const bot = world.state.bot.userId;
  let conversation: StoredConversation;
  if (/^[UW]/.test(channel)) {
    const person = world.person(channel);
    if (!person) throw new Refusal('channel_not_found');
    requireReachable(world, channel);
    conversation = openDirect(world, [bot, channel]).conversation;
  } else {
    conversation = requireAsMember(world, channel);
  }
  if (conversation.archived) throw new Refusal('is_archived');
  if (conversation.readOnly) throw new Refusal('restricted_action_read_only_channel');
  if (conversation.kind === 'dm') {
    if (!world.app.messagesTab) throw new Refusal('messages_tab_disabled');
    for (const member of conversation.members) if (member !== bot) requireReachable(world, member);
  }
  return conversation;
}

function requireReachable(world: World, user: string): void {
  const person = requirePerson(world, user);
  if (person.isBot) throw new Refusal('cannot_dm_bot');
  if (person.deleted) throw new Refusal('user_disabled');
}

/** A message one may reply to; joins and topics are none. */
function requireRepliable(
  world: World,
  conversation: StoredConversation,
  threadTs: string | undefined,
): void {
  const root = threadTs === undefined ? undefined : findMessage(world, conversation.id, threadTs);
  if (root && isNotice(root)) throw new Refusal('cannot_reply_to_message');
}

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
