/** The message object an app is given. https://docs.slack.dev/reference/events/message */
import { toSlackFile } from './file-object.ts';
import { findMessage, isReply, repliesOf } from './message-lookup.ts';
import type { Json, StoredMessage } from './state.ts';
import type { World } from './world.ts';

/** The message object of events, history and answers. Metadata is added by whoever may show it. */
export function toSlackMessage(
  world: World,
  message: StoredMessage,
  options: { metadata?: boolean } = {},
): Json {
  const { bot, team } = world.state;
  const replies = isReply(message) ? [] : repliesOf(world, message);
  const replyUsers = [...new Set(replies.map((each) => each.user))];
  const root = isReply(message) ? findMessage(world, message.channel, message.threadTs ?? '') : undefined;
  return {
    ...(message.subtype ? { subtype: message.subtype } : {}),
    user: message.user,
    type: 'message',
    ts: message.ts,
    ...(message.byApp
      ? {
          bot_id: bot.botId,
          app_id: bot.appId,
          bot_profile: {
            id: bot.botId,
            app_id: bot.appId,
            name: bot.realName,
            deleted: false,
            team_id: team.id,
          },
        }
      : {}),
    text: message.text,
    team: world.person(message.user)?.teamId ?? team.id,
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.edited ? { edited: message.edited } : {}),
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    ...(root ? { parent_user_id: root.user } : {}),
    ...(replies.length > 0
      ? {
          reply_count: replies.length,
          reply_users_count: replyUsers.length,
          latest_reply: replies.at(-1)?.ts,
          reply_users: replyUsers,
          is_locked: false,
          subscribed: false,
        }
      : {}),
    ...(message.reactions.length > 0
      ? { reactions: message.reactions.map((each) => ({ ...each, count: each.users.length })) }
      : {}),
    ...(options.metadata && message.metadata ? { metadata: message.metadata } : {}),
    ...(message.files ? { files: message.files.map((id) => fileOf(world, id)) } : {}),
    ...message.extra,
  };
}

/** A file that was deleted leaves a tombstone. https://docs.slack.dev/reference/objects/file-object */
function fileOf(world: World, id: string): Json {
  const file = world.state.files[id];
  return file ? toSlackFile(world, file) : { id, mode: 'tombstone' };
}
