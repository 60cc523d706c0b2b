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

const read = 'channels:read groups:read im:read mpim:read';
const history = 'channels:history groups:history im:history mpim:history';
const posting =
  'channel_not_found not_in_channel is_archived restricted_action_read_only_channel messages_tab_disabled cannot_dm_bot user_disabled user_not_found cannot_reply_to_message';
const content = 'no_text invalid_blocks invalid_blocks_format msg_blocks_too_long msg_too_long';
const metadata = 'invalid_metadata_format invalid_metadata_schema metadata_too_large';
const triggers = 'invalid_trigger_id exchanged_trigger_id expired_trigger_id';
const viewFaults = 'view_too_large duplicate_external_id';
const range = 'cursor limit oldest latest inclusive include_all_metadata';

const openToAll = { json: true, token: 'none' } as const;
const appToken = { json: true, token: 'app' } as const;
const botToken = { json: true, token: 'bot' } as const;
const botTokenForm = { json: false, token: 'bot' } as const;

/** A line of the table; each list is written with spaces between. */
function row(kind: Pick<Coverage, 'json' | 'token'>, args: string, scopes: string, errors: string): Coverage {
  const list = (text: string) => text.split(' ').filter((each) => each !== '');
  return { ...kind, arguments: list(args), scopes: list(scopes), errors: list(errors) };
}

/** Method: how it is called, its arguments, the scopes of which one is needed, the errors it may answer. */
export const coverage: Readonly<Record<string, Coverage>> = {
  'api.test': row(openToAll, 'error', '', '*'),
  'apps.connections.open': row(appToken, '', 'connections:write', 'socket_mode_disabled'),
  'auth.test': row(botToken, '', '', ''),
  'blocks.validate': row(botToken, 'blocks view message', '', 'invalid_blocks invalid_view invalid_message'),
  'bots.info': row(botTokenForm, 'bot team_id', 'users:read', 'bot_not_found'),
  'chat.delete': row(
    botToken,
    'channel ts',
    'chat:write',
    'channel_not_found message_not_found cant_delete_message',
  ),
  'chat.deleteScheduledMessage': row(
    botToken,
    'channel scheduled_message_id',
    'chat:write',
    'channel_not_found invalid_scheduled_message_id',
  ),
  'chat.getPermalink': row(botTokenForm, 'channel message_ts', '', 'channel_not_found message_not_found'),
  'chat.postEphemeral': row(
    botToken,
    'channel user text blocks thread_ts',
    'chat:write',
    `${posting} ${content} user_not_in_channel`,
  ),
  'chat.postMessage': row(
    botToken,
    'channel text blocks thread_ts reply_broadcast metadata unfurl_links unfurl_media mrkdwn',
    'chat:write',
    `${posting} ${content} ${metadata}`,
  ),
  'chat.scheduleMessage': row(
    botToken,
    'channel post_at text blocks thread_ts reply_broadcast unfurl_links unfurl_media',
    'chat:write',
    `${posting} ${content} time_in_past time_too_far restricted_too_many`,
  ),
  'chat.scheduledMessages.list': row(
    botToken,
    'channel cursor limit oldest latest team_id',
    '',
    'invalid_channel invalid_cursor invalid_limit',
  ),
  'chat.update': row(
    botToken,
    'channel ts text blocks metadata',
    'chat:write',
    `${content} ${metadata} channel_not_found message_not_found cant_update_message`,
  ),
  'conversations.archive': row(
    botToken,
    'channel',
    'channels:manage groups:write',
    'channel_not_found not_in_channel method_not_supported_for_channel_type restricted_action cant_archive_general already_archived',
  ),
  'conversations.create': row(
    botToken,
    'name is_private team_id',
    'channels:manage groups:write',
    'invalid_name_required invalid_name_maxlength invalid_name_punctuation invalid_name_specials name_taken restricted_action',
  ),
  'conversations.history': row(
    botToken,
    `${range} channel`,
    history,
    'channel_not_found not_in_channel invalid_ts_oldest invalid_ts_latest invalid_cursor invalid_limit',
  ),
  'conversations.info': row(
    botTokenForm,
    'channel include_locale include_num_members',
    read,
    'channel_not_found',
  ),
  'conversations.invite': row(
    botToken,
    'channel users force',
    'channels:manage groups:write channels:write.invites groups:write.invites',
    'channel_not_found not_in_channel method_not_supported_for_channel_type is_archived no_user user_not_found cant_invite_self cant_invite already_in_channel ura_max_channels',
  ),
  'conversations.join': row(
    botToken,
    'channel',
    'channels:join',
    'channel_not_found method_not_supported_for_channel_type is_archived',
  ),
  'conversations.kick': row(
    botToken,
    'channel user',
    'channels:manage groups:write',
    'channel_not_found not_in_channel method_not_supported_for_channel_type restricted_action user_not_found cant_kick_self cant_kick_from_general',
  ),
  'conversations.leave': row(
    botToken,
    'channel',
    'channels:manage groups:write',
    'channel_not_found method_not_supported_for_channel_type is_archived cant_leave_general last_member',
  ),
  'conversations.list': row(
    botTokenForm,
    'types exclude_archived cursor limit team_id',
    read,
    'invalid_types invalid_cursor invalid_limit',
  ),
  'conversations.members': row(
    botTokenForm,
    'channel cursor limit',
    read,
    'channel_not_found invalid_cursor invalid_limit',
  ),
  'conversations.open': row(
    botToken,
    'channel users return_im prevent_creation',
    'im:write mpim:write',
    'channel_not_found method_not_supported_for_channel_type users_list_not_supplied not_enough_users too_many_users user_not_found user_disabled user_not_visible cannot_dm_bot invalid_user_combination restricted_action',
  ),
  'conversations.rename': row(
    botToken,
    'channel name',
    'channels:manage groups:write',
    'channel_not_found not_in_channel method_not_supported_for_channel_type is_archived not_authorized invalid_name_required invalid_name_maxlength invalid_name_punctuation invalid_name_specials name_taken',
  ),
  'conversations.replies': row(
    botTokenForm,
    `${range} channel ts`,
    history,
    'channel_not_found not_in_channel thread_not_found invalid_ts_oldest invalid_ts_latest invalid_cursor invalid_limit',
  ),
  'conversations.setTopic': row(
    botToken,
    'channel topic',
    'channels:manage groups:write channels:write.topic groups:write.topic',
    'channel_not_found not_in_channel method_not_supported_for_channel_type is_archived too_long',
  ),
  'conversations.setPurpose': row(
    botToken,
    'channel purpose',
    'channels:manage groups:write channels:write.topic groups:write.topic',
    'channel_not_found not_in_channel method_not_supported_for_channel_type is_archived too_long',
  ),
  'conversations.unarchive': row(
    botToken,
    'channel',
    'channels:manage groups:write',
    'channel_not_found method_not_supported_for_channel_type not_archived not_in_channel',
  ),
  'dnd.info': row(botTokenForm, 'user team_id', 'dnd:read', 'user_not_found user_not_visible'),
  'dnd.teamInfo': row(botTokenForm, 'users team_id', 'dnd:read', 'no_users_provided'),
  'files.completeUploadExternal': row(
    botToken,
    'files channel_id channels initial_comment blocks thread_ts',
    'files:write',
    `${posting} file_not_found channels_limit_exceeded invalid_blocks invalid_blocks_format msg_blocks_too_long`,
  ),
  'files.delete': row(botToken, 'file', 'files:write', 'file_not_found cant_delete_file'),
  'files.getUploadURLExternal': row(
    botTokenForm,
    'filename length alt_txt snippet_type',
    'files:write',
    'file_uploads_disabled file_upload_size_restricted alt_txt_too_large',
  ),
  'files.info': row(botTokenForm, 'file', 'files:read', 'file_not_found'),
  'reactions.add': row(
    botToken,
    'channel name timestamp',
    'reactions:write',
    'channel_not_found not_in_channel is_archived message_not_found invalid_name already_reacted',
  ),
  'reactions.get': row(
    botTokenForm,
    'channel timestamp',
    'reactions:read',
    'channel_not_found message_not_found',
  ),
  'team.info': row(botToken, 'team domain', 'team:read', 'team_not_found'),
  'usergroups.list': row(
    botTokenForm,
    'include_users include_count include_disabled team_id',
    'usergroups:read',
    'plan_upgrade_required',
  ),
  'usergroups.users.list': row(
    botTokenForm,
    'usergroup include_disabled team_id',
    'usergroups:read',
    'no_such_subteam plan_upgrade_required',
  ),
  'users.conversations': row(
    botTokenForm,
    'user types exclude_archived exclude_muted cursor limit team_id',
    read,
    'invalid_types invalid_cursor invalid_limit user_not_found',
  ),
  'users.getPresence': row(botTokenForm, 'user', 'users:read', 'user_not_found'),
  'users.info': row(botTokenForm, 'user include_locale', 'users:read', 'user_not_found user_not_visible'),
  'users.list': row(
    botTokenForm,
    'cursor limit include_locale team_id',
    'users:read',
    'invalid_cursor invalid_limit',
  ),
  'views.open': row(botToken, 'trigger_id view', '', `${triggers} ${viewFaults}`),
  'views.publish': row(botToken, 'user_id view hash', '', `${viewFaults} not_enabled hash_conflict`),
  'views.push': row(
    botToken,
    'trigger_id view',
    '',
    `${triggers} ${viewFaults} not_found push_limit_reached`,
  ),
  'views.update': row(botToken, 'view view_id external_id hash', '', `${viewFaults} not_found hash_conflict`),
};

/** Where Slack describes the method. */
export function pageOf(method: string): string {
  return `https://docs.slack.dev/reference/methods/${method}`;
}
