/**
 * What of Slack's Web API the sandbox covers. The router takes token, scopes and body kind from here, and a test holds
 * the table to the routes. Everything else is answered `{ok: false, error: 'unknown_method'}`; an argument that is not
 * listed is refused with `invalid_arguments`, so that nothing is silently left undone.
 */

export interface Coverage {
  readonly arguments: readonly string[];
  /** The token needs one of these; none means no scope is needed. What a kind of conversation needs is checked too. */
  readonly scopes: readonly string[];
  /** Error codes it may answer, besides {@link commonErrors}. */
  readonly errors: readonly string[];
  /** Does it read a JSON body? The others read form fields only. https://docs.slack.dev/apis/web-api */
  readonly json: boolean;
  readonly token: 'bot' | 'app' | 'none';
}

/** Codes that any method may answer. */
export const commonErrors: readonly string[] = [
  'invalid_arguments',
  'invalid_auth',
  'invalid_json',
  'missing_scope',
  'not_allowed_token_type',
  'not_authed',
  'ratelimited',
  'unknown_method',
];

const read = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];
const history = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];
const manage = ['channels:manage', 'groups:write'];
const range = ['cursor', 'limit', 'oldest', 'latest', 'inclusive', 'include_all_metadata'];
const content = ['no_text', 'invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'msg_too_long'];
const metadata = ['invalid_metadata_format', 'invalid_metadata_schema', 'metadata_too_large'];
const posting = [
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'restricted_action_read_only_channel',
  'messages_tab_disabled',
  'cannot_dm_bot',
  'user_disabled',
  'user_not_found',
  'cannot_reply_to_message',
];
const triggers = ['invalid_trigger_id', 'exchanged_trigger_id', 'expired_trigger_id'];
const viewFaults = ['view_too_large', 'duplicate_external_id'];
const paging = ['invalid_cursor', 'invalid_limit'];
const bot = { json: true, token: 'bot' } as const;
const formOnly = { json: false, token: 'bot' } as const;

export const coverage: Readonly<Record<string, Coverage>> = {
  'api.test': { ...bot, token: 'none', arguments: ['error'], scopes: [], errors: ['*'] },
  'apps.connections.open': {
    ...bot,
    token: 'app',
    arguments: [],
    scopes: ['connections:write'],
    errors: ['socket_mode_disabled'],
  },
  'auth.test': { ...bot, arguments: [], scopes: [], errors: [] },
  'blocks.validate': {
    ...bot,
    arguments: ['blocks', 'view', 'message'],
    scopes: [],
    errors: ['invalid_blocks', 'invalid_view', 'invalid_message'],
  },
  'bots.info': {
    ...formOnly,
    arguments: ['bot', 'team_id'],
    scopes: ['users:read'],
    errors: ['bot_not_found'],
  },
  'chat.delete': {
    ...bot,
    arguments: ['channel', 'ts'],
    scopes: ['chat:write'],
    errors: ['channel_not_found', 'message_not_found', 'cant_delete_message'],
  },
  'chat.getPermalink': {
    ...formOnly,
    arguments: ['channel', 'message_ts'],
    scopes: [],
    errors: ['channel_not_found', 'message_not_found'],
  },
  'chat.postEphemeral': {
    ...bot,
    arguments: ['channel', 'user', 'text', 'blocks', 'thread_ts'],
    scopes: ['chat:write'],
    errors: [...posting, ...content, 'user_not_in_channel'],
  },
  'chat.postMessage': {
    ...bot,
    arguments: [
      'channel',
      'text',
      'blocks',
      'thread_ts',
      'reply_broadcast',
      'metadata',
      'unfurl_links',
      'unfurl_media',
      'mrkdwn',
    ],
    scopes: ['chat:write'],
    errors: [...posting, ...content, ...metadata],
  },
  'chat.update': {
    ...bot,
    arguments: ['channel', 'ts', 'text', 'blocks', 'metadata', 'reply_broadcast'],
    scopes: ['chat:write'],
    errors: [...content, ...metadata, 'channel_not_found', 'message_not_found', 'cant_update_message'],
  },
  'conversations.archive': {
    ...bot,
    arguments: ['channel'],
    scopes: manage,
    errors: [
      'channel_not_found',
      'not_in_channel',
      'method_not_supported_for_channel_type',
      'cant_archive_general',
      'already_archived',
    ],
  },
  'conversations.create': {
    ...bot,
    arguments: ['name', 'is_private', 'team_id'],
    scopes: manage,
    errors: [
      'invalid_name_required',
      'invalid_name_maxlength',
      'invalid_name_punctuation',
      'invalid_name_specials',
      'name_taken',
    ],
  },
  'conversations.history': {
    ...bot,
    arguments: ['channel', ...range],
    scopes: history,
    errors: ['channel_not_found', 'not_in_channel', 'invalid_ts_oldest', 'invalid_ts_latest', ...paging],
  },
  'conversations.info': {
    ...formOnly,
    arguments: ['channel', 'include_locale', 'include_num_members'],
    scopes: read,
    errors: ['channel_not_found'],
  },
  'conversations.invite': {
    ...bot,
    arguments: ['channel', 'users', 'force'],
    scopes: [...manage, 'channels:write.invites', 'groups:write.invites'],
    errors: [
      'channel_not_found',
      'not_in_channel',
      'method_not_supported_for_channel_type',
      'is_archived',
      'no_user',
      'user_not_found',
      'cant_invite_self',
      'cant_invite',
      'already_in_channel',
      'ura_max_channels',
    ],
  },
  'conversations.join': {
    ...bot,
    arguments: ['channel'],
    scopes: ['channels:join'],
    errors: ['channel_not_found', 'method_not_supported_for_channel_type', 'is_archived'],
  },
  'conversations.kick': {
    ...bot,
    arguments: ['channel', 'user'],
    scopes: manage,
    errors: [
      'channel_not_found',
      'not_in_channel',
      'method_not_supported_for_channel_type',
      'user_not_found',
      'cant_kick_self',
      'cant_kick_from_general',
    ],
  },
  'conversations.list': {
    ...formOnly,
    arguments: ['types', 'exclude_archived', 'cursor', 'limit', 'team_id'],
    scopes: read,
    errors: ['invalid_types', ...paging],
  },
  'conversations.members': {
    ...formOnly,
    arguments: ['channel', 'cursor', 'limit'],
    scopes: read,
    errors: ['channel_not_found', ...paging],
  },
  'conversations.open': {
    ...bot,
    arguments: ['channel', 'users', 'return_im', 'prevent_creation'],
    scopes: ['im:write', 'mpim:write'],
    errors: [
      'channel_not_found',
      'method_not_supported_for_channel_type',
      'users_list_not_supplied',
      'not_enough_users',
      'too_many_users',
      'user_not_found',
      'user_disabled',
      'user_not_visible',
      'cannot_dm_bot',
    ],
  },
  'conversations.replies': {
    ...formOnly,
    arguments: ['channel', 'ts', ...range],
    scopes: history,
    errors: [
      'channel_not_found',
      'not_in_channel',
      'thread_not_found',
      'invalid_ts_oldest',
      'invalid_ts_latest',
      ...paging,
    ],
  },
  'conversations.setTopic': {
    ...bot,
    arguments: ['channel', 'topic'],
    scopes: [...manage, 'channels:write.topic', 'groups:write.topic'],
    errors: [
      'channel_not_found',
      'not_in_channel',
      'method_not_supported_for_channel_type',
      'is_archived',
      'too_long',
    ],
  },
  'dnd.info': {
    ...formOnly,
    arguments: ['user', 'team_id'],
    scopes: ['dnd:read'],
    errors: ['user_not_found'],
  },
  'dnd.teamInfo': {
    ...formOnly,
    arguments: ['users', 'team_id'],
    scopes: ['dnd:read'],
    errors: ['no_users_provided'],
  },
  'reactions.add': {
    ...bot,
    arguments: ['channel', 'name', 'timestamp'],
    scopes: ['reactions:write'],
    errors: [
      'channel_not_found',
      'not_in_channel',
      'is_archived',
      'message_not_found',
      'invalid_name',
      'already_reacted',
    ],
  },
  'reactions.get': {
    ...formOnly,
    arguments: ['channel', 'timestamp'],
    scopes: ['reactions:read'],
    errors: ['channel_not_found', 'message_not_found'],
  },
  'team.info': { ...bot, arguments: ['team', 'domain'], scopes: ['team:read'], errors: ['team_not_found'] },
  'usergroups.list': {
    ...formOnly,
    arguments: ['include_users', 'include_count', 'include_disabled', 'team_id'],
    scopes: ['usergroups:read'],
    errors: [],
  },
  'usergroups.users.list': {
    ...formOnly,
    arguments: ['usergroup', 'include_disabled', 'team_id'],
    scopes: ['usergroups:read'],
    errors: ['no_such_subteam'],
  },
  'users.getPresence': {
    ...formOnly,
    arguments: ['user'],
    scopes: ['users:read'],
    errors: ['user_not_found'],
  },
  'users.info': {
    ...formOnly,
    arguments: ['user', 'include_locale'],
    scopes: ['users:read'],
    errors: ['user_not_found'],
  },
  'users.list': {
    ...formOnly,
    arguments: ['cursor', 'limit', 'include_locale', 'team_id'],
    scopes: ['users:read'],
    errors: paging,
  },
  'views.open': {
    ...bot,
    arguments: ['trigger_id', 'view'],
    scopes: [],
    errors: [...triggers, ...viewFaults],
  },
  'views.publish': {
    ...bot,
    arguments: ['user_id', 'view', 'hash'],
    scopes: [],
    errors: ['not_enabled', 'hash_conflict', ...viewFaults],
  },
  'views.push': {
    ...bot,
    arguments: ['trigger_id', 'view'],
    scopes: [],
    errors: [...triggers, ...viewFaults, 'not_found', 'push_limit_reached'],
  },
  'views.update': {
    ...bot,
    arguments: ['view', 'view_id', 'external_id', 'hash'],
    scopes: [],
    errors: [...viewFaults, 'not_found', 'hash_conflict'],
  },
};

/** Where Slack describes the method. */
export function pageOf(method: string): string {
  return `https://docs.slack.dev/reference/methods/${method}`;
}
