/** Methods of `conversations.*` that look at conversations, and the app's own coming and going. https://docs.slack.dev/apis/web-api/using-the-conversations-api */
import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { toSlackConversation } from '../../world/conversation-object.ts';
import { requireForApp } from '../../world/conversations.ts';
import { addMember, removeMember } from '../../world/membership.ts';
import { requirePerson } from '../../world/people.ts';
import type { Json, StoredConversation } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import {
  flag,
  idList,
  int,
  page,
  type Route,
  required,
  requireKindScope,
  requireManageScope,
  requireScope,
  route,
  scopeFor,
  str,
} from '../route.ts';

const kinds = { public_channel: 'channel', private_channel: 'private', im: 'dm', mpim: 'group' } as const;

const listing = {
  types: idList.optional(),
  exclude_archived: flag.optional(),
  cursor: str.optional(),
  limit: int.optional(),
};

export const conversationRoutes: Readonly<Record<string, Route>> = {
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
  'conversations.list': route(z.strictObject({ ...listing, team_id: str.optional() }), ({ world }, args) =>
    listed(world, args, () => true),
  ),
  /** https://docs.slack.dev/reference/methods/users.conversations: of private ones, only those the app is in too. */
  'users.conversations': route(
    z.strictObject({
      ...listing,
      user: str.optional(),
      exclude_muted: flag.optional(),
      team_id: str.optional(),
    }),
    ({ world }, args) => {
      const user = args.user ?? world.state.bot.userId;
      requirePerson(world, user);
      return listed(world, args, (each) => each.members.includes(user));
    },
  ),
  'conversations.leave': route(z.strictObject({ channel: required }), ({ world }, args) => {
    const conversation = requireForApp(world, args.channel);
    if (conversation.kind === 'dm' || conversation.kind === 'group') {
      throw new Refusal('method_not_supported_for_channel_type');
    }
    requireManageScope(world, conversation.kind === 'private');
    const bot = world.state.bot.userId;
    if (!conversation.members.includes(bot)) return { not_in_channel: true };
    if (conversation.archived) throw new Refusal('is_archived');
    if (conversation.general) throw new Refusal('cant_leave_general');
    if (conversation.kind === 'private' && conversation.members.length === 1)
      throw new Refusal('last_member');
    removeMember(world, conversation, bot);
    return {};
  }),
};

/** The conversations of the wanted types that the app may know of and that `isWanted`, a page of them. */
function listed(
  world: World,
  args: { types?: string[]; exclude_archived?: boolean; cursor?: string; limit?: number },
  isWanted: (conversation: StoredConversation) => boolean,
): Json {
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
      !(args.exclude_archived && each.archived) &&
      isWanted(each),
  );
  const { items, cursor } = page(found, args);
  return {
    channels: items.map((each) => ({
      ...toSlackConversation(world, each),
      num_members: each.members.length,
    })),
    response_metadata: { next_cursor: cursor },
  };
}
