/** Conversations: found, opened, made. https://docs.slack.dev/reference/objects/conversation-object */
import { Refusal } from '../refusal.ts';
import { toShortConversation } from './conversation-object.ts';
import { publish } from './events.ts';
import type { StoredConversation } from './state.ts';
import type { World } from './world.ts';

/** A conversation the app may know of: public ones, and those it is in. @throws Refusal `channel_not_found` */
export function requireForApp(world: World, id: string): StoredConversation {
  const found = world.state.conversations[id];
  const seen = found && (found.kind === 'channel' || found.members.includes(world.state.bot.userId));
  if (!found || !seen) throw new Refusal('channel_not_found');
  return found;
}

/** A conversation the app is in. @throws Refusal `channel_not_found`, `not_in_channel` */
export function requireAsMember(world: World, id: string): StoredConversation {
  const found = requireForApp(world, id);
  if (!found.members.includes(world.state.bot.userId)) throw new Refusal('not_in_channel');
  return found;
}

/** The DM or group DM of exactly these people, if there is one. */
export function findDirect(world: World, members: readonly string[]): StoredConversation | undefined {
  const wanted = [...new Set(members)].sort().join();
  return Object.values(world.state.conversations).find(
    (each) => (each.kind === 'dm' || each.kind === 'group') && [...each.members].sort().join() === wanted,
  );
}

/**
 * The DM of two, or group DM of several; the same people always get the same one.
 * https://docs.slack.dev/reference/methods/conversations.open
 */
export function openDirect(
  world: World,
  members: readonly string[],
): { conversation: StoredConversation; isNew: boolean } {
  const wanted = [...new Set(members)].sort();
  const kind = wanted.length <= 2 ? 'dm' : 'group';
  const existing = findDirect(world, members);
  if (existing) return { conversation: existing, isNew: false };
  const otherTeams = wanted.flatMap((id) => {
    const person = world.person(id);
    return person?.isStranger ? [person.teamId] : [];
  });
  const conversation: StoredConversation = {
    id: world.newId(kind === 'dm' ? 'D' : 'C'),
    kind,
    name: '',
    topic: '',
    purpose: '',
    previousNames: [],
    members: [...members],
    archived: false,
    shared: otherTeams.length > 0,
    sharedWith: [...new Set(otherTeams)],
    pendingShares: [],
    general: false,
    readOnly: false,
    creator: members[0] ?? '',
    created: world.now(),
  };
  world.state.conversations[conversation.id] = conversation;
  world.state.messages[conversation.id] = [];
  world.changed(conversation.members);
  return { conversation, isNew: true };
}

/**
 * A name for a channel: lowercase letters, numbers, hyphens and underscores, 80 at most, and nobody else's; an archived
 * channel keeps its name. https://docs.slack.dev/reference/methods/conversations.create#naming
 * @throws Refusal `invalid_name_*`, `name_taken`
 */
export function channelName(world: World, name: string, own?: string): string {
  if (name === '') throw new Refusal('invalid_name_required');
  if (name.length > 80) throw new Refusal('invalid_name_maxlength');
  if (!/[\p{L}\p{N}]/u.test(name)) throw new Refusal('invalid_name_punctuation');
  if (/[^\p{L}\p{N}_-]/u.test(name) || name !== name.toLowerCase())
    throw new Refusal('invalid_name_specials');
  if (Object.values(world.state.conversations).some((each) => each.name === name && each.id !== own))
    throw new Refusal('name_taken');
  return name;
}

/** A new channel. https://docs.slack.dev/reference/events/channel_created @throws Refusal for its name */
export function createChannel(
  world: World,
  name: string,
  options: { creator: string; isPrivate: boolean },
): StoredConversation {
  const conversation: StoredConversation = {
    id: world.newId('C'),
    kind: options.isPrivate ? 'private' : 'channel',
    name: channelName(world, name),
    topic: '',
    purpose: '',
    previousNames: [],
    members: [options.creator],
    archived: false,
    shared: false,
    sharedWith: [],
    pendingShares: [],
    general: false,
    readOnly: false,
    creator: options.creator,
    created: world.now(),
  };
  world.state.conversations[conversation.id] = conversation;
  world.state.messages[conversation.id] = [];
  if (conversation.kind === 'channel') {
    const channel = toShortConversation(conversation);
    publish(world, { type: 'channel_created', channel, event_ts: world.newTs() }, conversation);
  }
  world.changed(options.isPrivate ? [options.creator] : ['*']);
  return conversation;
}
