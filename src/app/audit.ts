import type { Clock, Store } from './ports.ts';

/** A message that is this late has lost its job. */
const late = 30_000;

/**
 * Looks for messages that should have been shown by now and sets their conversations going again. With jobs and
 * messages in one transaction there should be none; this is for what nobody thought of. Gives how many it found.
 */
export async function auditDeliveries(deps: {
  readonly store: Store;
  readonly clock: Clock;
}): Promise<number> {
  const at = deps.clock.now();
  const overdue = await deps.store.overdue(at - late);
  if (overdue.length > 0) {
    await deps.store.transact((tx) =>
      tx.addJobs(overdue.map((found) => ({ task: 'deliver', ...found, at }))),
    );
  }
  return overdue.length;
}
