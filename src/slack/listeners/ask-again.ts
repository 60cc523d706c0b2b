import type { Incident } from '../../domain/incident.ts';
import type { PersonStanding } from '../../domain/permissions.ts';
import { actFor, type Bot } from './bot.ts';

/** Help was asked for while an incident is open: what was written is kept with it, and somebody is asked if nobody is. */
export async function askAgain(
  bot: Bot,
  incident: Incident,
  actor: PersonStanding,
  text: string,
  correlation: string,
): Promise<void> {
  const request = { team: incident.team, incident: incident.id, actor, correlation, key: null };
  await actFor(bot, { ...request, command: (keep) => ({ type: 'add_note', words: keep(text, 'helpers') }) });
  await actFor(bot, { ...request, command: () => ({ type: 'want_help', more: false }) });
}
