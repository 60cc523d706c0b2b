import type { ModalView } from '@slack/types';
import type { Reading } from '../../app/ports.ts';
import { draftIn } from '../draft-field.ts';
import { actionIds, viewIds } from '../ids.ts';
import { escalationScreen, type ManagerFacts } from '../views/screens/escalation.ts';
import { wordsFor } from '../words/words.ts';
import type { Bot } from './bot.ts';

/** Draws the screen about the manager, with what is known of them now. */
export async function showEscalation(bot: Bot, reading: Reading): Promise<ModalView> {
  const [facts, names] = await Promise.all([managerFacts(bot, reading), helperNames(bot, reading)]);
  return escalationScreen(reading, facts, names, wordsFor(reading.viewer.locale));
}

/** Whom the person has just chosen comes first: it is not saved before the summary is. */
async function managerFacts(bot: Bot, reading: Reading): Promise<ManagerFacts> {
  const { incident } = reading;
  const { team, engineer } = incident;
  const chosen = draftIn(reading, viewIds.escalation, actionIds.manager) ?? incident.manager;
  const manager = chosen ?? (await bot.store.circle(team, engineer)).manager;
  if (manager === null) return { manager, zone: null, paused: false };
  const [facts, paused] = await Promise.all([
    bot.people.facts(team, manager),
    bot.people.isPaused(team, manager),
  ]);
  return { manager, zone: facts?.zone ?? null, paused };
}

/** Names, since the first version of the summary is plain text. */
export async function helperNames(bot: Bot, { incident }: Reading): Promise<readonly string[]> {
  const facts = await Promise.all(incident.helpers.map((helper) => bot.people.facts(incident.team, helper)));
  return facts.flatMap((person) => (person === null ? [] : [person.name]));
}
