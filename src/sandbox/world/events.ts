/** Which events the app hears, and how they are wrapped. https://docs.slack.dev/apis/events-api */
import type { Json, StoredConversation } from './state.ts';
import type { World } from './world.ts';

/** `channel_type` of a message event for each kind of conversation. */
export const channelTypes = { channel: 'channel', private: 'group', dm: 'im', group: 'mpim' } as const;

const messageSubscriptions = {
  channel: { event: 'message.channels', scope: 'channels:history' },
  private: { event: 'message.groups', scope: 'groups:history' },
  dm: { event: 'message.im', scope: 'im:history' },
  group: { event: 'message.mpim', scope: 'mpim:history' },
} as const;

/** The scope each event needs; the per-event pages of https://docs.slack.dev/reference/events name them. */
const eventScopes: Readonly<Record<string, string | null>> = {
  app_mention: 'app_mentions:read',
  app_home_opened: null,
  member_joined_channel: 'channels:read|groups:read',
  member_left_channel: 'channels:read|groups:read',
  channel_shared: 'channels:read|groups:read',
  channel_unshared: 'channels:read|groups:read',
  channel_created: 'channels:read',
  channel_archive: 'channels:read',
  channel_unarchive: 'channels:read',
  channel_rename: 'channels:read',
  channel_left: 'channels:read',
  group_archive: 'groups:read',
  group_unarchive: 'groups:read',
  group_rename: 'groups:read',
  group_left: 'groups:read',
  file_shared: 'files:read',
  reaction_added: 'reactions:read',
  reaction_removed: 'reactions:read',
  team_join: 'users:read',
  user_change: 'users:read',
  subteam_created: 'usergroups:read',
  subteam_updated: 'usergroups:read',
  subteam_members_changed: 'usergroups:read',
  dnd_updated_user: 'dnd:read',
};

/** Events about public channels that the app hears without being in them; their pages say "sent to all". */
const heardFromOutside = new Set([
  'channel_created',
  'channel_archive',
  'channel_unarchive',
  'channel_rename',
  'channel_shared',
  'channel_unshared',
]);

function isHeard(world: World, type: string, conversation: StoredConversation | null): boolean {
  const isInside = conversation?.members.includes(world.state.bot.userId) ?? true;
  if (!isInside && !(conversation?.kind === 'channel' && heardFromOutside.has(type))) return false;
  const scopes = world.scopes();
  if (type === 'message') {
    if (!conversation) return false;
    const { event, scope } = messageSubscriptions[conversation.kind];
    return world.app.events.has(event) && scopes.includes(scope);
  }
  const needed = eventScopes[type];
  if (needed === undefined || !world.app.events.has(type)) return false;
  if (needed === null) return true;
  // Where there are two, the kind of conversation says which one counts.
  const [forPublic = '', forPrivate = forPublic] = needed.split('|');
  return scopes.includes(conversation?.kind === 'private' ? forPrivate : forPublic);
}

/**
 * Sends an event to the app, if it subscribed to it, has the scope, and is in the conversation (null when the event
 * has none).
 */
export function publish(world: World, event: Json, conversation: StoredConversation | null): void {
  if (!isHeard(world, String(event.type), conversation)) return;
  world.sink(event, { shared: conversation?.shared ?? false });
}

/** The outer object that every event comes in. */
export function wrapEvent(world: World, event: Json, eventId: string, shared: boolean): Json {
  const { team, bot } = world.state;
  return {
    token: 'sandbox-verification-token',
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: bot.appId,
    event,
    type: 'event_callback',
    event_id: eventId,
    event_time: Math.floor(world.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: bot.userId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: shared,
    event_context: `4-${eventId}`,
  };
}
