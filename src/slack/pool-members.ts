import type { GroupMembers } from '../app/refresh-pool.ts';
import type { People } from './people.ts';
import type { Workplace } from './workplace.ts';

/** The members of a user group without bots, guests, people from outside and the deactivated: they must not read asks. */
export async function fitAmong(
  people: People,
  team: string,
  members: readonly string[],
): Promise<readonly string[]> {
  const facts = await Promise.all(members.map((member) => people.facts(team, member)));
  return members.filter((_member, index) => {
    const person = facts[index];
    if (person === null || person === undefined) return true;
    return !person.isBot && !person.isGuest && !person.isStranger && !person.isDeactivated;
  });
}

/** As the app asks for them. */
export function groupMembers(workplace: Workplace, people: People): GroupMembers {
  return async (team, group) => {
    const members = await workplace.members(group);
    return members.kind === 'given' ? fitAmong(people, team, members.value) : null;
  };
}
