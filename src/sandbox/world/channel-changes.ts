/** Names, topics and the end of channels, with the lines and events that Slack adds. */
import { toShortConversation } from './conversation-object.ts';
import { channelName } from './conversations.ts';
import { publish } from './events.ts';
import { postMessage } from './messages.ts';
import type { Json, StoredConversation } from './state.ts';
import type { World } from './world.ts';

/** `channel_…` for public channels, `group_…` for private ones. */
function eventType(conversation: StoredConversation, what: 'archive' | 'unarchive' | 'rename'): string {
  return `${conversation.kind === 'private' ? 'group' : 'channel'}_${what}`;
}

function line(
  world: World,
  conversation: StoredConversation,
  by: string,
  about: { subtype: string; text: string; extra?: Json },
): void {
  postMessage(world, conversation, { user: by, byApp: world.isBotUser(by), ...about });
}

/** Nobody writes here any more. https://docs.slack.dev/reference/events/channel_archive */
export function archive(world: World, conversation: StoredConversation, by: string): void {
  line(world, conversation, by, { subtype: 'channel_archive', text: `<@${by}> archived the channel` });
  conversation.archived = true;
  const type = eventType(conversation, 'archive');
  publish(world, { type, channel: conversation.id, user: by, event_ts: world.newTs() }, conversation);
  world.changed(['*']);
}

/** https://docs.slack.dev/reference/events/channel_unarchive */
export function unarchive(world: World, conversation: StoredConversation, by: string): void {
  conversation.archived = false;
  line(world, conversation, by, { subtype: 'channel_unarchive', text: `<@${by}> un-archived the channel` });
  const type = eventType(conversation, 'unarchive');
  publish(world, { type, channel: conversation.id, user: by, event_ts: world.newTs() }, conversation);
  world.changed(['*']);
}

/**
 * https://docs.slack.dev/reference/events/channel_rename
 * @throws Refusal for a name Slack would not take
 */
export function rename(world: World, conversation: StoredConversation, name: string, by: string): void {
  const old = conversation.name;
  conversation.name = channelName(world, name, conversation.id);
  conversation.previousNames = [old, ...conversation.previousNames];
  const text = `<@${by}> has renamed the channel from "${old}" to "${name}"`;
  line(world, conversation, by, { subtype: 'channel_name', text, extra: { old_name: old, name } });
  const type = eventType(conversation, 'rename');
  const channel = toShortConversation(conversation);
  publish(world, { type, channel, event_ts: world.newTs() }, conversation);
  world.changed(['*']);
}

export function setTopic(world: World, conversation: StoredConversation, topic: string, by: string): void {
  conversation.topic = topic;
  const text = topic ? `set the channel topic: ${topic}` : 'cleared the channel topic';
  line(world, conversation, by, { subtype: 'channel_topic', text, extra: { topic } });
}

export function setPurpose(
  world: World,
  conversation: StoredConversation,
  purpose: string,
  by: string,
): void {
  conversation.purpose = purpose;
  const text = purpose ? `set the channel description: ${purpose}` : 'cleared the channel description';
  line(world, conversation, by, { subtype: 'channel_purpose', text, extra: { purpose } });
}
