import { openWithin } from './open-incident.ts';
import type { Clock, Ids, Store } from './ports.ts';

/** Nobody's workspace. */
const team = 'rehearsal';

class RolledBack extends Error {}

/** After so often what the first person will need runs as fast as later. */
const times = 3;

type Deps = { readonly store: Store; readonly clock: Clock; readonly ids: Ids };

/**
 * Opens an incident that never was: everything is done and rolled back, and what a first screen reads is read. The first
 * of each query is slow in a new process, and the first person to ask for help should not be the one who waits for it.
 */
export async function rehearse(deps: Deps): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await open(deps);
    await read(deps);
  }
}

async function open(deps: Deps): Promise<void> {
  const engineer = { user: 'nobody', guest: false, otherOrganisation: false, admin: false };
  try {
    await deps.store.transact(async (tx) => {
      const opened = await openWithin(tx, deps, {
        team,
        engineer,
        origin: { kind: 'global_shortcut' },
        place: { kind: 'dm' },
        text: 'rehearsal',
        audience: 'engineer',
        helpWanted: true,
        evenIfOpen: false,
        key: 'rehearsal',
        correlation: 'rehearsal',
      });
      await tx.incident(team, opened.incident.id);
      await tx.claim(team, { kind: 'user', user: engineer.user });
      throw new RolledBack();
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
}

async function read({ store }: Deps): Promise<void> {
  const nothing = { team, incident: 'rehearsal', user: 'nobody' };
  await store.incident(team, nothing.incident);
  await store.words(team, nothing.incident, ['engineer']);
  await store.drafts(nothing);
  await store.settings(team);
  await store.openScreens(team, nothing.incident);
  await store.watchMode(team, 'nowhere');
}
