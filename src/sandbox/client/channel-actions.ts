/** What people do with channels: make, join, fill, rename, end them. */
import type { Outcome, Person, PersonAction } from '../protocol.ts';
import { Refusal } from '../refusal.ts';
import { archive, rename, setPurpose, setTopic, unarchive } from '../world/channel-changes.ts';
import { createChannel, openDirect } from '../world/conversations.ts';
import { inviteProblem } from '../world/invitations.ts';
import { addMember, removeMember } from '../world/membership.ts';
import type { StoredConversation } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { joinedConversation, NotAllowed, userId, visibleConversation } from './refs.ts';

export type ChannelActionName =
  | 'join'
  | 'leave'
  | 'invite'
  | 'kick'
  | 'archive'
  | 'unarchive'
  | 'rename'
  | 'setTopic'
  | 'setPurpose'
  | 'createChannel'
  | 'openDm';
type Handlers = {
  [K in ChannelActionName]: (
    world: World,
    person: Person,
    action: Extract<PersonAction, { do: K }>,
  ) => Outcome;
};

function isGuest(person: Person): boolean {
  return person.isRestricted || person.isUltraRestricted;
}

function requireLive(conversation: StoredConversation): void {
  if (conversation.archived) throw new NotAllowed('is_archived', `#${conversation.name} is archived.`);
}

/** A channel (no DM) that this person is in and may change. Guests and people from elsewhere change nothing. */
function manageable(world: World, person: Person, ref: string): StoredConversation {
  const conversation = joinedConversation(world, person, ref);
  if (conversation.kind === 'dm' || conversation.kind === 'group') {
    throw new NotAllowed('not_supported', 'This cannot be done with a direct message.');
  }
  if (isGuest(person) || person.isStranger) {
    throw new NotAllowed('restricted_action', 'You are not allowed to do this here.');
  }
  return conversation;
}

/** What the workspace leaves to admins. */
function requirePermitted(isPermitted: boolean, person: Person): void {
  if (isPermitted || person.isAdmin) return;
  throw new NotAllowed('restricted_action', 'Only admins of this workspace may do this.');
}

const done = (conversation: StoredConversation): Outcome => ({ result: 'done', channel: conversation.id });

export const channelActions: Handlers = {
  join(world, person, { channel }) {
    const conversation = visibleConversation(world, person, channel);
    requireLive(conversation);
    addMember(world, conversation, person.id);
    return done(conversation);
  },
  leave(world, person, { channel }) {
    const conversation = joinedConversation(world, person, channel);
    if (conversation.kind === 'dm' || conversation.kind === 'group') {
      throw new NotAllowed('not_supported', 'A direct message cannot be left.');
    }
    if (conversation.general) throw new NotAllowed('cant_leave_general', 'This channel cannot be left.');
    removeMember(world, conversation, person.id);
    return done(conversation);
  },
  invite(world, person, { channel, users }) {
    const conversation = joinedConversation(world, person, channel);
    if (conversation.kind === 'dm' || conversation.kind === 'group') {
      throw new NotAllowed('not_supported', 'Nobody can be added to a direct message.');
    }
    requireLive(conversation);
    for (const id of users.map((ref) => userId(world, ref))) {
      const problem = world.isBotUser(id) ? null : inviteProblem(world, conversation, id);
      // People, unlike apps, can bring in other organisations, and have a guest let into one more channel.
      if (problem === 'user_not_found') throw new NotAllowed(problem, 'This person cannot be added here.');
      addMember(world, conversation, id, person.id);
    }
    return done(conversation);
  },
  kick(world, person, { channel, user }) {
    const conversation = manageable(world, person, channel);
    requirePermitted(world.state.policy.manageChannels, person);
    if (conversation.general)
      throw new NotAllowed('cant_kick_from_general', 'Nobody can be removed from this channel.');
    const id = userId(world, user);
    if (!conversation.members.includes(id)) throw new NotAllowed('not_in_channel', 'They are not in here.');
    removeMember(world, conversation, id, person.id);
    return done(conversation);
  },
  archive(world, person, { channel }) {
    const conversation = manageable(world, person, channel);
    requirePermitted(world.state.policy.manageChannels, person);
    requireLive(conversation);
    if (conversation.general)
      throw new NotAllowed('cant_archive_general', 'This channel cannot be archived.');
    archive(world, conversation, person.id);
    return done(conversation);
  },
  unarchive(world, person, { channel }) {
    const conversation = manageable(world, person, channel);
    if (!conversation.archived) throw new NotAllowed('not_archived', 'This channel is not archived.');
    unarchive(world, conversation, person.id);
    return done(conversation);
  },
  rename(world, person, { channel, name }) {
    const conversation = manageable(world, person, channel);
    requireLive(conversation);
    requirePermitted(conversation.creator === person.id, person);
    naming(name, () => rename(world, conversation, name, person.id));
    return done(conversation);
  },
  setTopic(world, person, { channel, topic }) {
    const conversation = manageable(world, person, channel);
    requireLive(conversation);
    setTopic(world, conversation, topic, person.id);
    return done(conversation);
  },
  setPurpose(world, person, { channel, purpose }) {
    const conversation = manageable(world, person, channel);
    requireLive(conversation);
    setPurpose(world, conversation, purpose, person.id);
    return done(conversation);
  },
  createChannel(world, person, { name, isPrivate }) {
    if (isGuest(person) || person.isStranger)
      throw new NotAllowed('restricted_action', 'You are not allowed to create channels here.');
    requirePermitted(world.state.policy.createChannels, person);
    return done(naming(name, () => createChannel(world, name, { creator: person.id, isPrivate })));
  },
  openDm(world, person, { users }) {
    const members = [person.id, ...users.map((ref) => userId(world, ref))];
    if (new Set(members).size > 2) requirePermitted(world.state.policy.groupDms, person);
    return done(openDirect(world, members).conversation);
  },
};

function naming<T>(name: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusal) throw new NotAllowed(error.code, `Slack does not take the name ${name}.`);
    throw error;
  }
}
