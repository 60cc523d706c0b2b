/** Conversations and who is in them. https://docs.slack.dev/reference/objects/conversation-object */
import { Refusal } from '../refusal.ts';
import { publish } from './events.ts';
import { postMessage } from './messages.ts';
import { requirePerson } from './people.ts';
import type { Json, StoredConversation } from './state.ts';
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
  const existing = Object.values(world.state.conversations).find(
    (each) => each.kind === kind && [...each.members].sort().join() === wanted.join(),
  );
  if (existing) return { conversation: existing, isNew: false };
  const conversation: StoredConversation = {
    id: world.newId(kind === 'dm' ? 'D' : 'C'),
    kind,
    name: '',
    topic: '',
    members: [...members],
    archived: false,
    shared: wanted.some((id) => world.person(id)?.isStranger),
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

/** A new channel. @throws Refusal for a name Slack would not take */
export function createChannel(
  world: World,
  name: string,
  options: { creator: string; isPrivate: boolean },
): StoredConversation {
  if (name === '') throw new Refusal('invalid_name_required');
  if (name.length > 80) throw new Refusal('invalid_name_maxlength');
  if (!/[\p{L}\p{N}]/u.test(name)) throw new Refusal('invalid_name_punctuation');
  if (/[^\p{L}\p{N}_-]/u.test(name) || name !== name.toLowerCase())
    throw new Refusal('invalid_name_specials');
  if (Object.values(world.state.conversations).some((each) => each.name === name))
    throw new Refusal('name_taken');
  const conversation: StoredConversation = {
    id: world.newId('C'),
    kind: options.isPrivate ? 'private' : 'channel',
    name,
    topic: '',
    members: [options.creator],
    archived: false,
    shared: false,
    general: false,
    readOnly: false,
    creator: options.creator,
    created: world.now(),
  };
  world.state.conversations[conversation.id] = conversation;
  world.state.messages[conversation.id] = [];
  world.changed(options.isPrivate ? [options.creator] : ['*']);
  return conversation;
}

/** Puts somebody in, with the line in the channel and the event that Slack adds. */
export function addMember(
  world: World,
  conversation: StoredConversation,
  user: string,
  inviter?: string,
): void {
  if (conversation.members.includes(user)) return;
  conversation.members.push(user);
  if (requirePerson(world, user).isStranger) conversation.shared = true;
  postMessage(world, conversation, {
    user,
    byApp: false,
    text: `<@${user}> has joined the channel`,
    subtype: 'channel_join',
    extra: inviter ? { inviter } : {},
  });
  publishMembership(world, 'member_joined_channel', conversation, user, inviter);
  world.changed(['*']);
}

/** Takes somebody out. */
export function removeMember(world: World, conversation: StoredConversation, user: string): void {
  conversation.members = conversation.members.filter((each) => each !== user);
  publishMembership(world, 'member_left_channel', conversation, user);
  world.changed(['*']);
}

export function archive(world: World, conversation: StoredConversation, by: string): void {
  conversation.archived = true;
  const type = conversation.kind === 'private' ? 'group_archive' : 'channel_archive';
  publish(world, { type, channel: conversation.id, user: by, event_ts: world.newTs() }, conversation);
  world.changed(['*']);
}

export function setTopic(world: World, conversation: StoredConversation, topic: string, by: string): void {
  conversation.topic = topic;
  postMessage(world, conversation, {
    user: by,
    byApp: world.isBotUser(by),
    text: `set the channel topic: ${topic}`,
    subtype: 'channel_topic',
    extra: { topic },
  });
}

function publishMembership(
  world: World,
  type: 'member_joined_channel' | 'member_left_channel',
  conversation: StoredConversation,
  user: string,
  inviter?: string,
): void {
  const event = {
    type,
    user,
    channel: conversation.id,
    channel_type: conversation.kind === 'private' ? 'G' : 'C',
    team: world.state.team.id,
    ...(inviter ? { inviter } : {}),
    event_ts: world.newTs(),
  };
  publish(world, event, conversation);
}

/** The handle-made name of a group DM. */
function groupName(world: World, conversation: StoredConversation): string {
  const handles = conversation.members.map((id) => requirePerson(world, id).name);
  return `mpdm-${handles.join('--')}-1`;
}

/** The conversation object an app is given. */
export function toSlackConversation(world: World, conversation: StoredConversation): Json {
  const bot = world.state.bot.userId;
  const created = Math.floor(conversation.created / 1000);
  if (conversation.kind === 'dm') {
    const user = conversation.members.find((each) => each !== bot) ?? bot;
    return {
      id: conversation.id,
      created,
      is_archived: false,
      is_im: true,
      is_org_shared: false,
      context_team_id: world.state.team.id,
      user,
      is_user_deleted: world.person(user)?.deleted ?? false,
      is_open: true,
      priority: 0,
    };
  }
  const isGroup = conversation.kind === 'group';
  const name = isGroup ? groupName(world, conversation) : conversation.name;
  const text = (value: string) => ({
    value,
    creator: value ? conversation.creator : '',
    last_set: value ? created : 0,
  });
  return {
    id: conversation.id,
    name,
    name_normalized: name,
    is_channel: !isGroup,
    is_group: false,
    is_im: false,
    is_mpim: isGroup,
    is_private: conversation.kind !== 'channel',
    created,
    creator: conversation.creator,
    is_archived: conversation.archived,
    is_general: conversation.general,
    is_shared: conversation.shared,
    is_ext_shared: conversation.shared,
    is_org_shared: false,
    is_pending_ext_shared: false,
    pending_shared: [],
    shared_team_ids: [
      ...new Set([
        world.state.team.id,
        ...conversation.members.flatMap((id) => world.person(id)?.teamId ?? []),
      ]),
    ],
    context_team_id: world.state.team.id,
    is_member: conversation.members.includes(bot),
    topic: text(conversation.topic),
    purpose: text(''),
    previous_names: [],
  };
}
