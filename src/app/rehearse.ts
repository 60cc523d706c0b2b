import { openWithin } from './open-incident.ts';
import type { Clock, Ids, Store } from './ports.ts';

/** Nobody's workspace. */
const team = 'rehearsal';

class RolledBack extends Error {}

/**
 * Opens an incident that never was: everything is done and rolled back. The first of each query is slow in a new process,
 * and the first person to ask for help should not be the one who waits for it.
 */
export async function rehearse(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
}): Promise<void> {
  const engineer = { user: 'nobody', guest: false, otherOrganisation: false, admin: false };
  try {
    await deps.store.transact(async (tx) => {
      const opened = await openWithin(tx, deps, {
        ...{ team, engineer, origin: { kind: 'global_shortcut' }, place: { kind: 'dm' } },
        ...{ text: 'rehearsal', audience: 'engineer', helpWanted: true, evenIfOpen: false },
        ...{ key: 'rehearsal', correlation: 'rehearsal' },
      });
      await tx.incident(team, opened.incident.id);
      await tx.claim(team, { kind: 'user', user: engineer.user });
      throw new RolledBack();
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
}
