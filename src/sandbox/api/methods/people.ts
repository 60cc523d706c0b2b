/** Methods about people: `users.*`, `dnd.*`, `usergroups.*`. https://docs.slack.dev/reference/methods */
import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { botPerson, requirePerson, toSlackDnd, toSlackUser } from '../../world/people.ts';
import type { Json } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { flag, idList, int, page, type Route, required, route, str } from '../route.ts';

function everyone(world: World) {
  return [...Object.values(world.state.people), botPerson(world)];
}

function toSlackGroup(world: World, group: World['state']['userGroups'][number], args: GroupOptions): Json {
  const created = 1_700_000_000;
  return {
    id: group.id,
    team_id: world.state.team.id,
    is_usergroup: true,
    name: group.name,
    description: '',
    handle: group.handle,
    is_external: false,
    date_create: created,
    date_update: created,
    date_delete: 0,
    auto_type: null,
    prefs: { channels: [], groups: [] },
    ...(args.include_users ? { users: group.users } : {}),
    ...(args.include_count ? { user_count: group.users.length } : {}),
  };
}

interface GroupOptions {
  readonly include_users?: boolean;
  readonly include_count?: boolean;
}

export const peopleRoutes: Readonly<Record<string, Route>> = {
  'users.info': route(
    z.strictObject({ user: required, include_locale: flag.optional() }),
    ({ world }, args) => ({
      user: toSlackUser(world, requirePerson(world, args.user), { locale: args.include_locale ?? false }),
    }),
  ),
  'users.list': route(
    z.strictObject({
      cursor: str.optional(),
      limit: int.optional(),
      include_locale: flag.optional(),
      team_id: str.optional(),
    }),
    ({ world }, args) => {
      const { items, cursor } = page(everyone(world), args, 1000);
      return {
        members: items.map((each) => toSlackUser(world, each, { locale: args.include_locale ?? false })),
        cache_ts: Math.floor(world.now() / 1000),
        response_metadata: { next_cursor: cursor },
      };
    },
  ),
  'users.getPresence': route(z.strictObject({ user: required }), ({ world }, args) => {
    const person = requirePerson(world, args.user);
    return { presence: person.deleted ? 'away' : person.presence };
  }),
  'dnd.info': route(z.strictObject({ user: required, team_id: str.optional() }), ({ world }, args) =>
    toSlackDnd(world, requirePerson(world, args.user)),
  ),
  'dnd.teamInfo': route(z.strictObject({ users: idList, team_id: str.optional() }), ({ world }, args) => {
    if (args.users.length === 0) throw new Refusal('no_users_provided');
    const known = args.users.flatMap((id) => world.person(id) ?? []);
    return { users: Object.fromEntries(known.map((person) => [person.id, toSlackDnd(world, person)])) };
  }),
  'usergroups.list': route(
    z.strictObject({
      include_users: flag.optional(),
      include_count: flag.optional(),
      include_disabled: flag.optional(),
      team_id: str.optional(),
    }),
    ({ world }, args) => ({
      usergroups: world.state.userGroups.map((group) => toSlackGroup(world, group, args)),
    }),
  ),
  'usergroups.users.list': route(
    z.strictObject({ usergroup: required, include_disabled: flag.optional(), team_id: str.optional() }),
    ({ world }, args) => {
      const group = world.state.userGroups.find((each) => each.id === args.usergroup);
      if (!group) throw new Refusal('no_such_subteam');
      return { users: group.users };
    },
  ),
};
