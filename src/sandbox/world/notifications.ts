/** What lock screens show. A message's `text` is the preview. https://docs.slack.dev/messaging/formatting-message-text */
import { isQuiet } from './people.ts';
import type { StoredConversation, StoredMessage } from './state.ts';
import type { World } from './world.ts';

const KEPT = 50;

/**
 * Notes a notification for everyone whom Slack would notify: the others of a DM, those mentioned, and those who took
 * part in the thread. A mention of somebody who is not in the conversation notifies nobody.
 */
export function notifyOf(
  world: World,
  conversation: StoredConversation,
  message: StoredMessage,
  threadPeople: readonly string[],
): void {
  const direct = conversation.kind === 'dm' || conversation.kind === 'group';
  const everyone = /<!(channel|here|everyone)(\|[^>]*)?>/.test(message.text);
  const grouped = mentionedInGroups(world, message.text);
  for (const id of conversation.members) {
    const person = world.person(id);
    if (!person || id === message.user || person.deleted) continue;
    const isMentioned = everyone || message.text.includes(`<@${id}>`) || grouped.has(id);
    const told = direct || isMentioned || threadPeople.includes(id);
    if (!told) continue;
    const list = world.state.notifications[id] ?? [];
    list.push({
      at: world.now(),
      channel: conversation.id,
      ts: message.ts,
      from: message.user,
      text: message.text || "This content can't be displayed.",
      silent: isQuiet(world, person),
    });
    world.state.notifications[id] = list.slice(-KEPT);
  }
}

/** Who is in the user groups that this text mentions. https://docs.slack.dev/messaging/formatting-message-text#mentioning-groups */
function mentionedInGroups(world: World, text: string): Set<string> {
  const ids = [...text.matchAll(/<!subteam\^(\w+)(?:\|[^>]*)?>/g)].map((match) => match[1]);
  return new Set(world.state.userGroups.flatMap((group) => (ids.includes(group.id) ? group.users : [])));
}
