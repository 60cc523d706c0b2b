import type { Conversation } from './ports.ts';

/** A conversation as one string, the same in rows and in the names of job queues. */
export function conversationKey(conversation: Conversation): string {
  return conversation.kind === 'channel' ? `channel:${conversation.channel}` : `user:${conversation.user}`;
}

/** The way back. Refuses what `conversationKey` did not write. */
export function conversationFrom(key: string): Conversation {
  const [kind, id] = key.split(':');
  if (kind === 'channel' && id) return { kind: 'channel', channel: id };
  if (kind === 'user' && id) return { kind: 'user', user: id };
  throw new Error('not the key of a conversation');
}
