import type { ShownConversation, ShownMessage } from '../../protocol.ts';

/** Does it belong to a thread without having begun it? */
export function isReply(message: ShownMessage): boolean {
  return message.threadTs !== null && message.threadTs !== message.ts;
}

/** What the conversation itself shows: no replies, but those that were sent to the channel too. */
export function mainMessages(conversation: ShownConversation): ShownMessage[] {
  return conversation.messages.filter((each) => !isReply(each) || each.subtype === 'thread_broadcast');
}

/** The thread's first message and its replies, oldest first. */
export function threadMessages(conversation: ShownConversation, threadTs: string): ShownMessage[] {
  return conversation.messages.filter((each) => each.ts === threadTs || each.threadTs === threadTs);
}

const quietSubtypes = new Set([
  'channel_join',
  'channel_leave',
  'channel_topic',
  'channel_name',
  'channel_archive',
  'channel_unarchive',
  'channel_purpose',
  'group_join',
  'group_leave',
  'group_topic',
]);

/** A line about the conversation, not talk. */
export function isQuietLine(message: ShownMessage): boolean {
  return message.subtype !== null && quietSubtypes.has(message.subtype);
}
