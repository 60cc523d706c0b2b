/** The conversation object an app is given. https://docs.slack.dev/reference/objects/conversation-object */
import { requirePerson } from './people.ts';
import type { Json, StoredConversation } from './state.ts';
import type { World } from './world.ts';

/** The handle-made name of a group DM. */
function groupName(world: World, conversation: StoredConversation): string {
  const handles = conversation.members.map((id) => requirePerson(world, id).name);
  return `mpdm-${handles.join('--')}-1`;
}

/** The conversation as the app sees it. */
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
    is_pending_ext_shared: conversation.pendingShares.length > 0,
    pending_shared: [],
    pending_connected_team_ids: conversation.pendingShares,
    shared_team_ids: [world.state.team.id, ...conversation.sharedWith],
    context_team_id: world.state.team.id,
    is_member: conversation.members.includes(bot),
    topic: text(conversation.topic),
    purpose: text(conversation.purpose),
    previous_names: conversation.previousNames,
  };
}

/** The few fields that `channel_created`, `channel_rename` and the like carry. */
export function toShortConversation(conversation: StoredConversation): Json {
  return {
    id: conversation.id,
    name: conversation.name,
    name_normalized: conversation.name,
    created: Math.floor(conversation.created / 1000),
    creator: conversation.creator,
    is_channel: true,
    is_private: conversation.kind === 'private',
    is_shared: conversation.shared,
  };
}
