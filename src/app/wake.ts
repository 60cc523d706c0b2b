import { dueWakes } from '../domain/due.ts';
import type { Wake } from '../domain/effects.ts';
import type { IncidentId, TeamId } from '../domain/identifiers.ts';
import { act } from './act.ts';
import type { Clock, Ids, Store } from './ports.ts';

type Deps = { readonly store: Store; readonly clock: Clock; readonly ids: Ids };

/**
 * A timer has run out. The domain asks again whether it still matters; too late or twice changes nothing. One that is
 * too early, because its time was changed, is set again.
 */
export async function wakeIncident(
  deps: Deps,
  request: {
    readonly team: TeamId;
    readonly incident: IncidentId;
    readonly wake: Wake;
    readonly correlation: string;
  },
): Promise<void> {
  const { team, incident, wake, correlation } = request;
  const acted = await act(deps, {
    ...{ team, incident, actor: null, key: null, correlation },
    command: () => ({ type: 'wake', wake }),
  });
  if (acted.kind === 'no_such_incident') return;
  const later = dueWakes(acted.incident).find((due) => sameWake(due.wake, wake) && due.at > deps.clock.now());
  if (later === undefined) return;
  const { key, at } = later;
  await deps.store.transact((tx) =>
    tx.addJobs([{ task: 'wake', team, incident, key, wake, correlation, at }]),
  );
}

function sameWake(one: Wake, other: Wake): boolean {
  const askOf = (each: Wake) => ('ask' in each ? each.ask : null);
  return one.kind === other.kind && askOf(one) === askOf(other);
}
