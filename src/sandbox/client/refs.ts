/** What a person means by `#name`, `@handle` or an id, and whether they may. */
import type { Outcome, Person } from '../protocol.ts';
import { openDirect } from '../world/conversations.ts';
import type { StoredConversation } from '../world/state.ts';
import type { World } from '../world/world.ts';

/** The client would not let them. */
export class NotAllowed extends Error {
  readonly code: string;

  constructor(code: string, text: string) {
    super(text);
    this.name = 'NotAllowed';
    this.code = code;
  }

  outcome(): Outcome {
    return { result: 'refused', error: this.code, text: this.message };
  }
}

/** A user id from an id or `@handle`; the app's bot user too. @throws NotAllowed `user_not_found` */
export function userId(world: World, ref: string): string {
  const { bot } = world.state;
  const name = ref.replace(/^@/, '');
  if (ref === bot.userId || name === bot.name) return bot.userId;
  const found = world.person(ref) ?? Object.values(world.state.people).find((person) => person.name === name);
  if (!found) throw new NotAllowed('user_not_found', `There is nobody called ${ref}.`);
  return found.id;
}

/** Does this person see that conversation at all? Guests and strangers see only those they are in. */
export function sees(conversation: StoredConversation, person: Person): boolean {
  if (conversation.members.includes(person.id)) return true;
  return (
    conversation.kind === 'channel' && !person.isRestricted && !person.isUltraRestricted && !person.isStranger
  );
}

/** May this person write there? */
export function mayWrite(world: World, conversation: StoredConversation, person: Person): boolean {
  if (!conversation.members.includes(person.id) || conversation.archived) return false;
  if (conversation.readOnly && !person.isAdmin) return false;
  const isAppDm = conversation.kind === 'dm' && conversation.members.includes(world.state.bot.userId);
  return !isAppDm || (world.app.messagesTab && !world.app.messagesReadOnly);
}

/** A conversation this person is in. @throws NotAllowed `channel_not_found`, `not_in_channel` */
export function joinedConversation(world: World, person: Person, ref: string): StoredConversation {
  const conversation = visibleConversation(world, person, ref);
  if (!conversation.members.includes(person.id)) {
    throw new NotAllowed('not_in_channel', `You are not in #${conversation.name}.`);
  }
  return conversation;
}

/** A conversation this person sees. `@handle` opens the DM. @throws NotAllowed `channel_not_found` */
export function visibleConversation(world: World, person: Person, ref: string): StoredConversation {
  if (ref.startsWith('@')) return openDirect(world, [person.id, userId(world, ref)]).conversation;
  const name = ref.replace(/^#/, '');
  const found =
    world.state.conversations[ref] ??
    Object.values(world.state.conversations).find((each) => each.name !== '' && each.name === name);
  if (!found || !sees(found, person))
    throw new NotAllowed('channel_not_found', `There is no channel ${ref}.`);
  return found;
}
