import { Declined } from '../declined.ts';
import type { Bot } from './bot.ts';

/**
 * A picker offers bots, guests and deactivated people too, so the choice is checked. Refuses with a sentence, at the
 * field when there is one. Somebody of whom Slack says nothing is let through: the delivery will tell.
 */
export async function refuseUnfit(bot: Bot, team: string, user: string, blockId?: string): Promise<void> {
  const facts = await bot.people.facts(team, user);
  if (facts === null) return;
  const { failures } = bot.words;
  if (facts.isBot) throw new Declined(failures.notAPerson, blockId);
  if (facts.isDeactivated) throw new Declined(failures.deactivated, blockId);
  if (facts.isGuest || facts.isStranger) throw new Declined(failures.outsider, blockId);
}
