/** Methods of `conversations.*` that make, fill, change and end channels. https://docs.slack.dev/apis/web-api/using-the-conversations-api */
import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { archive, rename, setPurpose, setTopic } from '../../world/channel-changes.ts';
import { toSlackConversation } from '../../world/conversation-object.ts';
import { createChannel, requireAsMember, requireForApp } from '../../world/conversations.ts';
import { inviteProblem } from '../../world/invitations.ts';
import { addMember, removeMember } from '../../world/membership.ts';
import { requirePerson } from '../../world/people.ts';
import type { StoredConversation } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { flag, idList, type Route, required, requireManageScope, route, str } from '../route.ts';

const MAX_TEXT = 250;
const MAX_INVITED = 100;

/** A channel, public or private, with the app in it. People in DMs stay as they are. */
function requireChannel(world: World, id: string): StoredConversation {
  const conversation = requireAsMember(world, id);
  if (conversation.kind === 'dm' || conversation.kind === 'group') {
    throw new Refusal('method_not_supported_for_channel_type');
  }
  return conversation;
}

/** One whose topic or purpose may be set: a group DM has them too, a DM has not. */
function requireTopical(world: World, id: string): StoredConversation {
  const conversation = requireAsMember(world, id);
  if (conversation.kind === 'dm') throw new Refusal('method_not_supported_for_channel_type');
  requireManageScope(world, conversation.kind !== 'channel', 'write.topic');
  if (conversation.archived) throw new Refusal('is_archived');
  return conversation;
}

export const channelRoutes: Readonly<Record<string, Route>> = {
  'conversations.create': route(
    z.strictObject({ name: str, is_private: flag.optional(), team_id: str.optional() }),
    ({ world }, args) => {
      const isPrivate = args.is_private ?? false;
      requireManageScope(world, isPrivate);
      if (!world.state.policy.createChannels) throw new Refusal('restricted_action');
      const conversation = createChannel(world, args.name, { creator: world.state.bot.userId, isPrivate });
      return { channel: toSlackConversation(world, conversation) };
    },
  ),
  'conversations.invite': route(
    z.strictObject({ channel: required, users: idList, force: flag.optional() }),
    ({ world }, args) => {
      const conversation = requireChannel(world, args.channel);
      requireManageScope(world, conversation.kind === 'private', 'write.invites');
      if (conversation.archived) throw new Refusal('is_archived');
      if (args.users.length === 0) throw new Refusal('no_user');
      const users = [...new Set(args.users)].slice(0, MAX_INVITED);
      const bot = world.state.bot.userId;
      const problems = users.flatMap((user) => {
        const error = user === bot ? 'cant_invite_self' : inviteProblem(world, conversation, user);
        return error === null ? [] : [{ user, ok: false, error }];
      });
      const [first] = problems;
      // Without `force` one bad id keeps everybody out.
      if (first && !args.force) throw new Refusal(first.error, { errors: problems });
      const refused = new Set(problems.map((each) => each.user));
      for (const user of users) if (!refused.has(user)) addMember(world, conversation, user, bot);
      return { channel: toSlackConversation(world, conversation), ...(first ? { errors: problems } : {}) };
    },
  ),
  'conversations.kick': route(z.strictObject({ channel: required, user: required }), ({ world }, args) => {
    const conversation = requireChannel(world, args.channel);
    requireManageScope(world, conversation.kind === 'private');
    if (!world.state.policy.manageChannels) throw new Refusal('restricted_action');
    requirePerson(world, args.user);
    if (args.user === world.state.bot.userId) throw new Refusal('cant_kick_self');
    if (conversation.general) throw new Refusal('cant_kick_from_general');
    if (!conversation.members.includes(args.user)) throw new Refusal('not_in_channel');
    removeMember(world, conversation, args.user, world.state.bot.userId);
    return {};
  }),
  'conversations.archive': route(z.strictObject({ channel: required }), ({ world }, args) => {
    const conversation = requireChannel(world, args.channel);
    requireManageScope(world, conversation.kind === 'private');
    if (!world.state.policy.manageChannels) throw new Refusal('restricted_action');
    if (conversation.general) throw new Refusal('cant_archive_general');
    if (conversation.archived) throw new Refusal('already_archived');
    archive(world, conversation, world.state.bot.userId);
    return {};
  }),
  /**
   * "Bot tokens cannot currently be used to unarchive conversations"; what they are told is `not_in_channel`.
   * https://docs.slack.dev/reference/methods/conversations.unarchive
   */
  'conversations.unarchive': route(z.strictObject({ channel: required }), ({ world }, args) => {
    const conversation = requireForApp(world, args.channel);
    if (conversation.kind === 'dm' || conversation.kind === 'group') {
      throw new Refusal('method_not_supported_for_channel_type');
    }
    requireManageScope(world, conversation.kind === 'private');
    throw new Refusal(conversation.archived ? 'not_in_channel' : 'not_archived');
  }),
  /** Only who made the channel (or an admin) may rename it. https://docs.slack.dev/reference/methods/conversations.rename */
  'conversations.rename': route(z.strictObject({ channel: required, name: str }), ({ world }, args) => {
    const conversation = requireChannel(world, args.channel);
    requireManageScope(world, conversation.kind === 'private');
    if (conversation.archived) throw new Refusal('is_archived');
    if (conversation.creator !== world.state.bot.userId) throw new Refusal('not_authorized');
    rename(world, conversation, args.name, world.state.bot.userId);
    return { channel: toSlackConversation(world, conversation) };
  }),
  'conversations.setTopic': route(z.strictObject({ channel: required, topic: str }), ({ world }, args) => {
    const conversation = requireTopical(world, args.channel);
    if (args.topic.length > MAX_TEXT) throw new Refusal('too_long');
    setTopic(world, conversation, args.topic, world.state.bot.userId);
    return { channel: toSlackConversation(world, conversation) };
  }),
  'conversations.setPurpose': route(
    z.strictObject({ channel: required, purpose: str }),
    ({ world }, args) => {
      const conversation = requireTopical(world, args.channel);
      if (args.purpose.length > MAX_TEXT) throw new Refusal('too_long');
      setPurpose(world, conversation, args.purpose, world.state.bot.userId);
      return { channel: toSlackConversation(world, conversation) };
    },
  ),
};
