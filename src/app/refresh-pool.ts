import type { TeamId, UserId } from '../domain/identifiers.ts';
import type { SettingsStore } from './settings.ts';

/** Who is in a user group now and may be asked; null when Slack did not say. */
export type GroupMembers = (team: TeamId, group: string) => Promise<readonly UserId[] | null>;

/**
 * Reads the people of the user group that is the pool again: a decision cannot ask Slack, so it uses those that were read
 * last. A pool that was changed meanwhile stays as it was changed.
 */
export async function refreshPool(store: SettingsStore, members: GroupMembers, team: TeamId): Promise<void> {
  const { pool } = await store.settings(team);
  if (pool?.kind !== 'group') return;
  const people = await members(team, pool.group);
  if (people === null) return;
  await store.changeSettings(team, { topic: 'pool_members', group: pool.group, people });
}
