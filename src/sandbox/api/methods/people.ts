/** Methods about people: `users.*`, `dnd.*`. https://docs.slack.dev/reference/methods */
import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import {
  botPerson,
  isVisible,
  requirePerson,
  requireVisible,
  toSlackDnd,
  toSlackUser,
} from '../../world/people.ts';
import type { World } from '../../world/world.ts';
import { flag, idList, int, page, type Route, required, route, str } from '../route.ts';

function everyone(world: World) {
  return [...Object.values(world.state.people).filter((each) => isVisible(world, each)), botPerson(world)];
}

export const peopleRoutes: Readonly<Record<string, Route>> = {
  'users.info': route(
    z.strictObject({ user: required, include_locale: flag.optional() }),
    ({ world }, args) => ({
      user: toSlackUser(world, requireVisible(world, args.user), { locale: args.include_locale ?? false }),
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
    toSlackDnd(world, requireVisible(world, args.user)),
  ),
  'dnd.teamInfo': route(z.strictObject({ users: idList, team_id: str.optional() }), ({ world }, args) => {
    if (args.users.length === 0) throw new Refusal('no_users_provided');
    const known = args.users
      .flatMap((id) => world.person(id) ?? [])
      .filter((person) => isVisible(world, person));
    return { users: Object.fromEntries(known.map((person) => [person.id, toSlackDnd(world, person)])) };
  }),
};
