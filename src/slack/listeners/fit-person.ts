import { Declined } from '../declined.ts';
import type { Bot } from './bot.ts';

/**
 * A picker offers bots, guests and deactivated people too, so the choice is checked. Gives why they cannot be chosen, or
 * null. Somebody of whom Slack says nothing is let through: the delivery will tell.
 */
export async function whyUnfit(bot: Bot, team: string, user: string): Promise<string | null> {
  const facts = await bot.people.facts(team, user);
  if (facts === null) return null;
  const { failures } = bot.words;
  if (facts.isBot) return failures.notAPerson;
  if (facts.isDeactivated) return failures.deactivated;
  return facts.isGuest || facts.isStranger ? failures.outsider : null;
}

/** Refuses somebody who cannot be chosen with a sentence, at the field when there is one. */
export async function refuseUnfit(bot: Bot, team: string, user: string, blockId?: string): Promise<void> {
  const why = await whyUnfit(bot, team, user);
  if (why !== null) throw new Declined(why, blockId);
}
