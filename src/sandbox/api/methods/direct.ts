/** `conversations.open`: DMs and group DMs. https://docs.slack.dev/reference/methods/conversations.open */
import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { toSlackConversation } from '../../world/conversation-object.ts';
import { findDirect, openDirect, requireForApp } from '../../world/conversations.ts';
import { requirePerson, requireVisible } from '../../world/people.ts';
import type { World } from '../../world/world.ts';
import { flag, idList, type Route, requireScope, route, str } from '../route.ts';

const MAX_GROUP = 8;

/** Somebody the app may open a conversation with. */
function requireOpenable(world: World, user: string): void {
  const person = requirePerson(world, user);
  if (person.isBot) throw new Refusal('cannot_dm_bot');
  if (person.deleted) throw new Refusal('user_disabled');
  requireVisible(world, user);
}

/** Are all of them in one conversation already? */
function meet(world: World, users: readonly string[]): boolean {
  return Object.values(world.state.conversations).some(({ members }) =>
    users.every((user) => members.includes(user)),
  );
}

export const directRoutes: Readonly<Record<string, Route>> = {
  'conversations.open': route(
    z.strictObject({
      channel: str.optional(),
      users: idList.optional(),
      return_im: flag.optional(),
      prevent_creation: flag.optional(),
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
      const members = [world.state.bot.userId, ...users];
      if (users.length > 1 && !findDirect(world, members)) requireNewGroup(world, users);
      // What is answered when there is none is not documented; nothing is made in any case.
      if (args.prevent_creation && !findDirect(world, members)) throw new Refusal('channel_not_found');
      const { conversation, isNew } = openDirect(world, members);
      return {
        ...(isNew ? {} : { no_op: true, already_open: true }),
        channel: args.return_im ? toSlackConversation(world, conversation) : { id: conversation.id },
      };
    },
  ),
};

/** A new group DM; one that exists is resumed whatever the workspace has decided since. */
function requireNewGroup(world: World, users: readonly string[]): void {
  if (!world.state.policy.groupDms) throw new Refusal('restricted_action');
  const hasStranger = users.some((user) => world.person(user)?.isStranger);
  // "All external people must already be in at least one channel together."
  if (hasStranger && !meet(world, users)) throw new Refusal('invalid_user_combination');
}
