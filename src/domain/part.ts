import type { UserId } from './identifiers.ts';
import { type Incident, isOver } from './incident.ts';

/** What somebody is to an open incident that they know of. */
export type Part = 'engineer' | 'helper' | 'asked' | 'manager';

/** Null when it is over, or when they were never told of it: then not even its existence is theirs to know. */
export function findPart(incident: Incident, user: UserId): Part | null {
  if (isOver(incident)) return null;
  if (incident.engineer === user) return 'engineer';
  if (incident.helpers.includes(user)) return 'helper';
  const asks = incident.asks.filter((ask) => ask.person === user);
  if (asks.some(({ state }) => state === 'asked' || state === 'unanswered')) return 'asked';
  if (incident.manager === user && isTold(incident)) return 'manager';
  return null;
}

/** A manager who was named knows nothing before the summary is on its way. */
function isTold({ summary }: Incident): boolean {
  return summary?.state === 'sending' || summary?.state === 'delivered' || summary?.state === 'seen';
}
