/** Finding messages, and telling what kind they are. */
import type { StoredMessage } from './state.ts';
import type { World } from './world.ts';

export function messagesOf(world: World, channel: string): StoredMessage[] {
  return world.state.messages[channel] ?? [];
}

export function findMessage(world: World, channel: string, ts: string): StoredMessage | undefined {
  return messagesOf(world, channel).find((each) => each.ts === ts);
}

export function isReply(message: StoredMessage): boolean {
  return message.threadTs !== null && message.threadTs !== message.ts;
}

export function repliesOf(world: World, root: StoredMessage): StoredMessage[] {
  return messagesOf(world, root.channel).filter((each) => each.threadTs === root.ts && each !== root);
}

/** Lines that Slack writes about a channel, such as who joined it; they cannot be replied to, edited or deleted. */
export function isNotice(message: { readonly subtype: string | null }): boolean {
  return /^channel_(join|leave|topic|purpose|name|archive|unarchive)$/.test(message.subtype ?? '');
}
