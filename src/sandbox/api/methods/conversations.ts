/** Methods of `conversations.*` about conversations and their members. https://docs.slack.dev/apis/web-api/using-the-conversations-api */
import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import {
  addMember,
  archive,
  createChannel,
  openDirect,
  removeMember,
  requireAsMember,
  requireForApp,
  setTopic,
  toSlackConversation,
} from '../../world/conversations.ts';
import { requirePerson } from '../../world/people.ts';
import type { StoredConversation } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import {
  flag,
  idList,
  int,
  page,
  type Route,
  required,
  requireKindScope,
  requireScope,
  route,
  scopeFor,
  str,
} from '../route.ts';

const MAX_GROUP = 8;

/** A channel, public or private, that may be managed. */
function requireChannel(world: World, id: string): StoredConversation {
  const conversation = requireAsMember(world, id);
  if (conversation.kind === 'dm' || conversation.kind === 'group') {
    throw new Refusal('method_not_supported_for_channel_type');
  }
  return conversation;
}

function requireManage(world: World, isPrivate: boolean, ...narrower: readonly string[]): void {
  if (isPrivate) requireScope(world, 'groups:write', ...narrower.map((each) => `groups:${each}`));
  else requireScope(world, 'channels:manage', ...narrower.map((each) => `channels:${each}`));
}

/** Somebody the app may open a conversation with. */
function requireOpenable(world: World, user: string): void {
  const person = requirePerson(world, user);
  if (person.isBot) throw new Refusal('cannot_dm_bot');
  if (person.deleted) throw new Refusal('user_disabled');
  const bot = world.state.bot.userId;
  const meets = Object.values(world.state.conversations).some(
    ({ members }) => members.includes(user) && members.includes(bot),
  );
  // Of another organisation, only those who share a conversation with the app can be seen.
  if (person.isStranger && !meets) throw new Refusal('user_not_visible');
}

const kinds = { public_channel: 'channel', private_channel: 'private', im: 'dm', mpim: 'group' } as const;

export const conversationRoutes: Readonly<Record<string, Route>> = {
  'conversations.open': route(
    z.strictObject({
      channel: str.optional(),
      users: idList.optional(),
      return_im: flag.optional(),
    }),
    ({ world }, args) => {
      if (args.channel !== undefined) {
        const conversation = requireForApp(world, args.channel);
        if (conversation.kind !== 'dm' && conversation.kind !== 'group') {
          throw new Refusal('method_not_supported_for_channel_type');
        }
        return { no_op: true, already_open: true, channel: { id: conversation.id } };
      }
      if (args.users === undefined) throw new Refusal('users_list_not_supplied');
      const users = [...new Set(args.users)];
      if (users.length === 0) throw new Refusal('not_enough_users');
      if (users.length > MAX_GROUP) throw new Refusal('too_many_users');
      requireScope(world, users.length === 1 ? 'im:write' : 'mpim:write');
      for (const user of users) requireOpenable(world, user);
      const { conversation, isNew } = openDirect(world, [world.state.bot.userId, ...users]);
      const short = { id: conversation.id };
      return {
        ...(isNew ? {} : { no_op: true, already_open: true }),
        channel: args.return_im ? toSlackConversation(world, conversation) : short,
      };
    },
  ),
  'conversations.create': route(
    z.strictObject({ name: str, is_private: flag.optional(), team_id: str.optional() }),
    ({ world }, args) => {
      const isPrivate = args.is_private ?? false;
      requireManage(world, isPrivate);
      const conversation = createChannel(world, args.name, { creator: world.state.bot.userId, isPrivate });
      return { channel: toSlackConversation(world, conversation) };
    },
  ),
  'conversations.invite': route(
    z.strictObject({ channel: required, users: idList, force: flag.optional() }),
    ({ world }, args) => {
      const conversation = requireChannel(world, args.channel);
      requireManage(world, conversation.kind === 'private', 'write.invites');
      if (conversation.archived) throw new Refusal('is_archived');
      if (args.users.length === 0) throw new Refusal('no_user');
      const problems = args.users.flatMap((user) => {
        const error = inviteProblem(world, conversation, user);
        return error === null ? [] : [{ user, ok: false, error }];
      });
      const [first] = problems;
      if (first && !args.force) throw new Refusal(first.error, { errors: problems });
      const refused = new Set(problems.map((each) => each.user));
      for (const user of args.users) {
        if (!refused.has(user)) addMember(world, conversation, user, world.state.bot.userId);
      }
      return { channel: toSlackConversation(world, conversation), ...(first ? { errors: problems } : {}) };
    },
  ),
  'conversations.kick': route(z.strictObject({ channel: required, user: required }), ({ world }, args) => {
    const conversation = requireChannel(world, args.channel);
    requireManage(world, conversation.kind === 'private');
    requirePerson(world, args.user);
    if (args.user === world.state.bot.userId) throw new Refusal('cant_kick_self');
    if (conversation.general) throw new Refusal('cant_kick_from_general');
    if (!conversation.members.includes(args.user)) throw new Refusal('not_in_channel');
    removeMember(world, conversation, args.user);
    return {};
  }),
  'conversations.archive': route(z.strictObject({ channel: required }), ({ world }, args) => {
    const conversation = requireChannel(world, args.channel);
    requireManage(world, conversation.kind === 'private');
    if (conversation.general) throw new Refusal('cant_archive_general');
    if (conversation.archived) throw new Refusal('already_archived');
    archive(world, conversation, world.state.bot.userId);
    return {};
  }),
  'conversations.join': route(z.strictObject({ channel: required }), ({ world }, args) => {
    const conversation = requireForApp(world, args.channel);
    if (conversation.kind !== 'channel') throw new Refusal('method_not_supported_for_channel_type');
    if (conversation.archived) throw new Refusal('is_archived');
    const bot = world.state.bot.userId;
    const was = conversation.members.includes(bot);
    addMember(world, conversation, bot);
    return {
      channel: toSlackConversation(world, conversation),
      ...(was
        ? { warning: 'already_in_channel', response_metadata: { warnings: ['already_in_channel'] } }
        : {}),
    };
  }),
  'conversations.info': route(
    z.strictObject({
      channel: required,
      include_locale: flag.optional(),
      include_num_members: flag.optional(),
    }),
    ({ world }, args) => {
      const conversation = requireForApp(world, args.channel);
      requireKindScope(world, conversation, 'read');
      return {
        channel: {
          ...toSlackConversation(world, conversation),
          ...(args.include_num_members ? { num_members: conversation.members.length } : {}),
          ...(args.include_locale ? { locale: 'en-US' } : {}),
        },
      };
    },
  ),
  'conversations.members': route(
    z.strictObject({ channel: required, cursor: str.optional(), limit: int.optional() }),
    ({ world }, args) => {
      const conversation = requireForApp(world, args.channel);
      requireKindScope(world, conversation, 'read');
      const { items, cursor } = page(conversation.members, args);
      return { members: items, response_metadata: { next_cursor: cursor } };
    },
  ),
  'conversations.list': route(
    z.strictObject({
      types: idList.optional(),
      exclude_archived: flag.optional(),
      cursor: str.optional(),
      limit: int.optional(),
      team_id: str.optional(),
    }),
    ({ world }, args) => {
      const wanted = (args.types ?? ['public_channel']).map((each) => {
        const kind = each in kinds ? kinds[each as keyof typeof kinds] : undefined;
        if (!kind) throw new Refusal('invalid_types');
        requireScope(world, scopeFor(kind, 'read'));
        return kind;
      });
      const bot = world.state.bot.userId;
      const found = Object.values(world.state.conversations).filter(
        (each) =>
          wanted.includes(each.kind) &&
          (each.kind === 'channel' || each.members.includes(bot)) &&
          !(args.exclude_archived && each.archived),
      );
      const { items, cursor } = page(found, args);
      return {
        channels: items.map((each) => ({
          ...toSlackConversation(world, each),
          num_members: each.members.length,
        })),
        response_metadata: { next_cursor: cursor },
      };
    },
  ),
  'conversations.setTopic': route(z.strictObject({ channel: required, topic: str }), ({ world }, args) => {
    const conversation = requireAsMember(world, args.channel);
    if (conversation.kind === 'dm') throw new Refusal('method_not_supported_for_channel_type');
    requireManage(world, conversation.kind !== 'channel', 'write.topic');
    if (conversation.archived) throw new Refusal('is_archived');
    if (args.topic.length > 250) throw new Refusal('too_long');
    setTopic(world, conversation, args.topic, world.state.bot.userId);
    return { channel: toSlackConversation(world, conversation) };
  }),
};

function inviteProblem(world: World, conversation: StoredConversation, user: string): string | null {
  const person = world.person(user);
  if (user === world.state.bot.userId) return 'cant_invite_self';
  if (!person || person.deleted) return 'user_not_found';
  if (conversation.members.includes(user)) return 'already_in_channel';
  if (person.isUltraRestricted) return 'ura_max_channels';
  if (person.isStranger) return 'cant_invite';
  return null;
}
