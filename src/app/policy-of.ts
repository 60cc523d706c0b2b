import type { Instant, TeamId } from '../domain/identifiers.ts';
import { type Policy, poolOrder, recently } from '../domain/policy.ts';
import type { Transaction } from './ports.ts';

/** What the workspace has set, for a decision; the pool in the order in which it is to be asked now. */
export async function policyOf(
  tx: Pick<Transaction, 'settings' | 'asksSince'>,
  team: TeamId,
  now: Instant,
): Promise<Policy> {
  const { services, dutyContact, helpersChannel, pool } = await tx.settings(team);
  const people = pool?.people ?? [];
  const asked = people.length > 1 ? await tx.asksSince(team, now - recently) : new Map<string, number>();
  return { services, dutyContact, helpersChannel, pool: poolOrder(people, asked) };
}
