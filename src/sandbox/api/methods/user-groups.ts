/** Methods of `usergroups.*`. https://docs.slack.dev/reference/methods/usergroups.list */
import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { toSlackGroup } from '../../world/user-groups.ts';
import type { World } from '../../world/world.ts';
import { flag, type Route, required, route, str } from '../route.ts';

function requirePaidPlan(world: World): void {
  if (!world.state.policy.paidPlan) throw new Refusal('plan_upgrade_required');
}

export const userGroupRoutes: Readonly<Record<string, Route>> = {
  'usergroups.list': route(
    z.strictObject({
      include_users: flag.optional(),
      include_count: flag.optional(),
      include_disabled: flag.optional(),
      team_id: str.optional(),
    }),
    ({ world }, args) => {
      requirePaidPlan(world);
      return { usergroups: world.state.userGroups.map((group) => toSlackGroup(world, group, args)) };
    },
  ),
  'usergroups.users.list': route(
    z.strictObject({ usergroup: required, include_disabled: flag.optional(), team_id: str.optional() }),
    ({ world }, args) => {
      requirePaidPlan(world);
      const group = world.state.userGroups.find((each) => each.id === args.usergroup);
      if (!group) throw new Refusal('no_such_subteam');
      // The deactivated stay in their groups and are listed only when asked for.
      const isShown = (id: string) => args.include_disabled || !world.person(id)?.deleted;
      return { users: group.users.filter(isShown) };
    },
  ),
};
