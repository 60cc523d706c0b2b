import { dueWakes } from '../domain/due.ts';
import type { IncidentId, Instant, TeamId } from '../domain/identifiers.ts';
import type { Clock, NewJob, Store } from './ports.ts';
import { Unreadable } from './ports.ts';

/** What is this late has lost its job. */
const late = 30_000;

type Deps = { readonly store: Store; readonly clock: Clock };

/**
 * Looks for messages that should have been shown by now and timers that should have run out, and sets them going again.
 * With jobs and rows in one transaction there should be none; this is for what nobody thought of. Gives how many it
 * found.
 */
export async function auditDeliveries(deps: Deps): Promise<number> {
  const at = deps.clock.now();
  const overdue = await deps.store.overdue(at - late);
  const jobs: NewJob[] = overdue.map((found) => ({ task: 'deliver', ...found, at }));
  for (const { team, id } of await deps.store.overdueIncidents(at - late)) {
    jobs.push(...(await lostTimers(deps, team, id, at)));
  }
  if (jobs.length > 0) await deps.store.transact((tx) => tx.addJobs(jobs));
  return jobs.length;
}

async function lostTimers(
  { store }: Deps,
  team: TeamId,
  id: IncidentId,
  at: Instant,
): Promise<readonly NewJob[]> {
  const incident = await store.incident(team, id).catch((error: unknown) => {
    if (error instanceof Unreadable) return null;
    throw error;
  });
  if (incident === null) return [];
  return dueWakes(incident)
    .filter((due) => due.at < at - late)
    .map(({ key, wake }) => ({ task: 'wake', team, incident: id, key, wake, correlation: null, at }));
}
