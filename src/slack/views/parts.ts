import type * as Kit from '@slack/types';
import type { UserId } from '../../domain/identifiers.ts';
import type { Incident } from '../../domain/incident.ts';
import { donePhases, nextScreen, phaseOf, phasesOf } from '../../domain/phases.ts';
import type { Words } from '../words/words.ts';

export type Block = Kit.KnownBlock;

export const mention = (user: UserId): string => `<@${user}>`;

/** The phases in one line, the present one marked. */
export function progressLine(incident: Incident, words: Words): string {
  const done = donePhases(incident);
  const present = incident.status === 'open' ? phaseOf(nextScreen(incident)) : null;
  return phasesOf(incident)
    .map((phase) => {
      const name = words.common.phase(phase);
      if (done.has(phase)) return words.card.done(name);
      return phase === present ? words.card.now(name) : words.card.later(name);
    })
    .join('   ');
}
