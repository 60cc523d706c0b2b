/** Messages, threads, edits and deletions. https://docs.slack.dev/reference/events/message */
import type { Block } from '../protocol.ts';
import { channelTypes, publish } from './events.ts';
import { findMessage, isNotice, isReply, messagesOf, repliesOf } from './message-lookup.ts';
import { toSlackMessage } from './message-object.ts';
import { notifyOf } from './notifications.ts';
import type { Json, StoredConversation, StoredMessage } from './state.ts';
import type { World } from './world.ts';

export interface NewMessage {
  readonly user: string;
  readonly byApp: boolean;
  readonly text: string;
  readonly blocks?: Block[];
  readonly threadTs?: string;
  readonly broadcast?: boolean;
  readonly subtype?: string;
  readonly metadata?: StoredMessage['metadata'];
  readonly files?: string[];
  readonly extra?: Json;
}

/** Who sees what happens in this conversation. */
function audience(conversation: StoredConversation): string[] {
  return conversation.kind === 'channel' ? ['*'] : conversation.members;
}

/**
 * Puts a message into a conversation and tells the app. A reply to a reply goes to the same thread; a reply to a
 * message that is gone becomes an ordinary message, silently, as on Slack
 * (https://github.com/slack-go/slack/issues/1571).
 */
export function postMessage(
  world: World,
  conversation: StoredConversation,
  draft: NewMessage,
): StoredMessage {
  const target = draft.threadTs ? findMessage(world, conversation.id, draft.threadTs) : undefined;
  const root =
    target && isReply(target) ? findMessage(world, conversation.id, target.threadTs ?? '') : target;
  const message: StoredMessage = {
    channel: conversation.id,
    ts: world.newTs(),
    user: draft.user,
    byApp: draft.byApp,
    text: draft.text,
    blocks: draft.blocks ?? [],
    threadTs: root?.ts ?? null,
    subtype: root && draft.broadcast ? 'thread_broadcast' : (draft.subtype ?? null),
    edited: null,
    metadata: draft.metadata ?? null,
    reactions: [],
    ...(draft.files ? { files: draft.files } : {}),
    extra: draft.extra ?? {},
  };
  if (root) root.threadTs = root.ts;
  const list = world.state.messages[conversation.id] ?? [];
  list.push(message);
  world.state.messages[conversation.id] = list;
  publishMessage(world, conversation, toSlackMessage(world, message), message.ts);
  publishMention(world, conversation, message);
  if (!isNotice(message)) notifyOf(world, conversation, message, threadPeople(world, message));
  world.changed(audience(conversation));
  return message;
}

/** Changes a message in place; nobody is notified. `edited` is left out when nothing that shows changed. */
export function editMessage(
  world: World,
  conversation: StoredConversation,
  message: StoredMessage,
  change: { text: string; blocks: Block[]; metadata?: StoredMessage['metadata']; by: string },
): void {
  const previous = toSlackMessage(world, message);
  message.text = change.text;
  message.blocks = change.blocks;
  if (change.metadata !== undefined) message.metadata = change.metadata;
  const ts = world.newTs();
  message.edited = { user: change.by, ts };
  publishChange(world, conversation, message, previous, ts);
}

/** Removes a message; a parent with replies leaves a tombstone. https://docs.slack.dev/reference/events/message/message_deleted */
export function deleteMessage(world: World, conversation: StoredConversation, message: StoredMessage): void {
  const previous = toSlackMessage(world, message);
  const ts = world.newTs();
  if (!isReply(message) && repliesOf(world, message).length > 0) {
    Object.assign(message, {
      subtype: 'tombstone',
      text: 'This message was deleted.',
      blocks: [],
      metadata: null,
    });
    message.user = 'USLACKBOT';
    message.byApp = false;
    publishChange(world, conversation, message, previous, ts);
    return;
  }
  world.state.messages[conversation.id] = messagesOf(world, conversation.id).filter(
    (each) => each !== message,
  );
  const event = {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    deleted_ts: message.ts,
    channel: conversation.id,
    ts,
    event_ts: ts,
    previous_message: previous,
    channel_type: channelTypes[conversation.kind],
  };
  publish(world, event, conversation);
  world.changed(audience(conversation));
}

/** Adds or takes away a reaction and tells the app. */
export function setReaction(
  world: World,
  conversation: StoredConversation,
  message: StoredMessage,
  reaction: { name: string; user: string; on: boolean },
): boolean {
  const entry = message.reactions.find((each) => each.name === reaction.name) ?? {
    name: reaction.name,
    users: [],
  };
  if (entry.users.includes(reaction.user) === reaction.on) return false;
  entry.users = reaction.on
    ? [...entry.users, reaction.user]
    : entry.users.filter((each) => each !== reaction.user);
  message.reactions = [...message.reactions.filter((each) => each !== entry), entry].filter(
    (each) => each.users.length > 0,
  );
  const event = {
    type: reaction.on ? 'reaction_added' : 'reaction_removed',
    user: reaction.user,
    reaction: reaction.name,
    item_user: message.user,
    item: { type: 'message', channel: conversation.id, ts: message.ts },
    event_ts: world.newTs(),
  };
  publish(world, event, conversation);
  world.changed(audience(conversation));
  return true;
}

function threadPeople(world: World, message: StoredMessage): string[] {
  if (!isReply(message)) return [];
  const root = findMessage(world, message.channel, message.threadTs ?? '');
  if (!root) return [];
  return [...new Set([root.user, ...repliesOf(world, root).map((each) => each.user)])];
}

function publishMessage(
  world: World,
  conversation: StoredConversation,
  message: Json,
  eventTs: string,
): void {
  const event = {
    ...message,
    channel: conversation.id,
    event_ts: eventTs,
    channel_type: channelTypes[conversation.kind],
  };
  publish(world, event, conversation);
}

/** A mention comes as `app_mention` too, outside DMs. https://docs.slack.dev/reference/events/app_mention */
function publishMention(world: World, conversation: StoredConversation, message: StoredMessage): void {
  if (message.byApp || conversation.kind === 'dm' || isNotice(message)) return;
  if (!message.text.includes(`<@${world.state.bot.userId}>`)) return;
  const slack = toSlackMessage(world, message);
  publish(
    world,
    { ...slack, type: 'app_mention', channel: conversation.id, event_ts: message.ts },
    conversation,
  );
}

function publishChange(
  world: World,
  conversation: StoredConversation,
  message: StoredMessage,
  previous: Json,
  ts: string,
): void {
  const event = {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    channel: conversation.id,
    ts,
    event_ts: ts,
    message: toSlackMessage(world, message),
    previous_message: previous,
    channel_type: channelTypes[conversation.kind],
  };
  publish(world, event, conversation);
  world.changed(audience(conversation));
}
