import type { Notification, Screen, ShownConversation, ShownMessage } from '../../protocol.ts';
import { isQuietLine, isReply } from '../conversation/threads.ts';
import type { Spot } from './pane-context.ts';

/** Up to which ts this person has read; '' when nothing. */
export type ReadUpTo = (channel: string, threadTs: string | null) => string;

/** The key under which {@link ReadUpTo} is kept. */
export function readKey(user: string, channel: string, threadTs: string | null): string {
  return threadTs === null ? `${user}/${channel}` : `${user}/${channel}/${threadTs}`;
}

function threadOf(message: ShownMessage): string | null {
  return isReply(message) ? message.threadTs : null;
}

function isUnread(message: ShownMessage, me: string, read: ReadUpTo): boolean {
  return (
    message.user !== me && !isQuietLine(message) && message.ts > read(message.channel, threadOf(message))
  );
}

/** Unread talk of the conversation itself, threads aside. */
export function hasUnread(conversation: ShownConversation, me: string, read: ReadUpTo): boolean {
  return conversation.messages.some((each) => !isReply(each) && isUnread(each, me, read));
}

/** Unread replies in a thread. */
export function unreadReplies(
  conversation: ShownConversation,
  threadTs: string,
  me: string,
  read: ReadUpTo,
): boolean {
  return conversation.messages.some(
    (each) => each.threadTs === threadTs && isReply(each) && isUnread(each, me, read),
  );
}

/** A notification with the message it is about. */
export interface Ping {
  readonly notification: Notification;
  readonly message: ShownMessage;
}

/** What this person was notified of and has not looked at yet, oldest first. */
export function unreadPings(screen: Screen, read: ReadUpTo): Ping[] {
  return screen.notifications.flatMap((notification) => {
    const conversation = screen.conversations.find((each) => each.id === notification.channel);
    const message = conversation?.messages.find((each) => each.ts === notification.ts);
    return message && isUnread(message, screen.me.id, read) ? [{ notification, message }] : [];
  });
}

/** Where a message is to be seen. */
export function spotOf(message: ShownMessage): Spot {
  return { channel: message.channel, threadTs: threadOf(message), ts: message.ts, home: false };
}
