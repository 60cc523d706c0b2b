import type { Incident } from './incident.ts';
import type { Screen } from './phases.ts';

export function partDone(incident: Incident, screen: Screen): Incident {
  return { ...incident, givenParts: incident.givenParts.filter((part) => part.screen !== screen) };
}
