import type { Wake } from '../domain/effects.ts';
import type { IncidentId, TeamId } from '../domain/identifiers.ts';
import { act } from './act.ts';
import type { Clock, Ids, Store } from './ports.ts';

type Deps = { readonly store: Store; readonly clock: Clock; readonly ids: Ids };

/** A timer has run out. The domain asks again whether it still matters; too late or twice changes nothing. */
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
  await act(deps, {
    ...{ team, incident, actor: null, key: null, correlation },
    command: () => ({ type: 'wake', wake }),
  });
}
