import type { IncidentCommand } from '../../../src/domain/commands.ts';
import { type Name, people } from './people.ts';

/** What is said about asking people, in the words of the stories. */
export const accept = (ask: string): IncidentCommand => ({ type: 'answer_ask', ask, answer: 'accept' });
export const decline = (ask: string): IncidentCommand => ({ type: 'answer_ask', ask, answer: 'decline' });
export const due = (ask: string): IncidentCommand => ({ type: 'wake', wake: { kind: 'ask_due', ask } });
export const arrived = (ask: string, paused = false): IncidentCommand => ({
  ...{ type: 'ask_delivery', ask },
  delivery: { outcome: 'delivered', paused },
});
export const bounced = (ask: string): IncidentCommand => ({
  ...{ type: 'ask_delivery', ask },
  delivery: { outcome: 'refused', reason: 'user_disabled' },
});
export const more: IncidentCommand = { type: 'want_help', more: true };
export const name = (who: Name): IncidentCommand => ({ type: 'name_helper', person: people[who].user });
