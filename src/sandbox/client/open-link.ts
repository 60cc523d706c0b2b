/** Permalinks. https://docs.slack.dev/reference/methods/chat.getPermalink */
import type { Outcome, Person } from '../protocol.ts';
import { findMessage } from '../world/message-lookup.ts';
import type { World } from '../world/world.ts';
import { NotAllowed, visibleConversation } from './refs.ts';

const form = /^\/archives\/(\w+)\/p(\d{10})(\d{6})$/;

/**
 * Where a permalink leads for this person. Who does not see the conversation is told no more than that it is not there.
 * @throws NotAllowed `not_a_permalink`, `channel_not_found`, `message_not_found`
 */
export function openLink(world: World, person: Person, url: string): Outcome {
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  const [, channel = '', seconds = '', micros = ''] = form.exec(path) ?? [];
  if (channel === '') throw new NotAllowed('not_a_permalink', 'This is no link to a message.');
  const conversation = visibleConversation(world, person, channel);
  const message = findMessage(world, conversation.id, `${seconds}.${micros}`);
  if (!message) throw new NotAllowed('message_not_found', 'This message is gone.');
  return { result: 'done', channel: conversation.id, ts: message.ts };
}
