/** Messages for one person: not in history, not an event. https://docs.slack.dev/reference/methods/chat.postEphemeral */
import type { Block } from '../protocol.ts';
import { findMessage } from './message-lookup.ts';
import type { StoredConversation, StoredEphemeral } from './state.ts';
import type { World } from './world.ts';

const KEPT = 500;

/**
 * Shows a message to one person, if their client is there to show it: somebody away never sees it, and in a thread it
 * shows only where the thread has replies.
 * @returns its timestamp, whether it was shown or not; Slack does not tell
 */
export function showEphemeral(
  world: World,
  conversation: StoredConversation,
  to: string,
  content: { text: string; blocks: Block[]; threadTs?: string },
): string {
  const ts = world.newTs();
  const root = content.threadTs ? findMessage(world, conversation.id, content.threadTs) : undefined;
  const isShown = world.person(to)?.presence === 'active' && (!content.threadTs || root?.threadTs);
  if (!isShown) return ts;
  const message: StoredEphemeral = {
    to,
    channel: conversation.id,
    ts,
    user: world.state.bot.userId,
    byApp: true,
    text: content.text,
    blocks: content.blocks,
    threadTs: root?.threadTs ?? null,
    subtype: null,
    edited: null,
    metadata: null,
    reactions: [],
    extra: {},
  };
  world.state.ephemerals = [...world.state.ephemerals, message].slice(-KEPT);
  world.changed([to]);
  return ts;
}

export function findEphemeral(
  world: World,
  to: string,
  channel: string,
  ts: string,
): StoredEphemeral | undefined {
  return world.state.ephemerals.find((each) => each.to === to && each.channel === channel && each.ts === ts);
}

export function removeEphemeral(world: World, message: StoredEphemeral): void {
  world.state.ephemerals = world.state.ephemerals.filter((each) => each !== message);
  world.changed([message.to]);
}
