/** User groups, which need a paid plan. https://docs.slack.dev/reference/objects/usergroup-object */
import { publish } from './events.ts';
import type { Json, WorldState } from './state.ts';
import type { World } from './world.ts';

type UserGroup = WorldState['userGroups'][number];

/** The user group object of answers and events; `users` and `user_count` where they are asked for. */
export function toSlackGroup(
  world: World,
  group: UserGroup,
  options: { include_users?: boolean; include_count?: boolean },
): Json {
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
    ...(options.include_users ? { users: group.users } : {}),
    ...(options.include_count ? { user_count: group.users.length } : {}),
  };
}

/**
 * Makes a group, or changes the one with that handle, and tells the app.
 * https://docs.slack.dev/reference/events/subteam_created, …/subteam_updated, …/subteam_members_changed
 * @returns its id
 */
export function setUserGroup(
  world: World,
  given: { handle: string; name?: string; users: readonly string[] },
): string {
  const users = [...new Set(given.users)];
  const existing = world.state.userGroups.find((each) => each.handle === given.handle);
  const group = existing ?? { id: world.newId('S'), handle: given.handle, name: given.handle, users: [] };
  const before = group.users;
  group.users = users;
  group.name = given.name ?? group.name;
  if (!existing) world.state.userGroups.push(group);
  const type = existing ? 'subteam_updated' : 'subteam_created';
  const subteam = toSlackGroup(world, group, { include_users: true, include_count: true });
  publish(world, { type, subteam, event_ts: world.newTs() }, null);
  if (existing) publishMembers(world, group, before);
  world.changed(['*']);
  return group.id;
}

function publishMembers(world: World, group: UserGroup, before: readonly string[]): void {
  const added = group.users.filter((each) => !before.includes(each));
  const removed = before.filter((each) => !group.users.includes(each));
  if (added.length + removed.length === 0) return;
  const event = {
    type: 'subteam_members_changed',
    subteam_id: group.id,
    team_id: world.state.team.id,
    added_users: added,
    added_users_count: added.length,
    removed_users: removed,
    removed_users_count: removed.length,
    event_ts: world.newTs(),
  };
  publish(world, event, null);
}
