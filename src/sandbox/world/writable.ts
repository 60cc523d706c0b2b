/** Where the app may write. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
import { Refusal } from '../refusal.ts';
import { openDirect, requireAsMember } from './conversations.ts';
import { findMessage, isNotice } from './message-lookup.ts';
import { isVisible, requirePerson } from './people.ts';
import type { StoredConversation } from './state.ts';
import type { World } from './world.ts';

/** The app may write here. A user id stands for the DM with that person. */
export function requireWritable(world: World, channel: string): StoredConversation {
  const bot = world.state.bot.userId;
  let conversation: StoredConversation;
  if (/^[UW]/.test(channel)) {
    const person = world.person(channel);
    if (!person || !isVisible(world, person)) throw new Refusal('channel_not_found');
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
export function requireRepliable(
  world: World,
  conversation: StoredConversation,
  threadTs: string | undefined,
): void {
  const root = threadTs === undefined ? undefined : findMessage(world, conversation.id, threadTs);
  if (root && isNotice(root)) throw new Refusal('cannot_reply_to_message');
}
