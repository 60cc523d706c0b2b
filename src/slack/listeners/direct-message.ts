import { hearDirect } from '../../app/hear-direct.ts';
import type { Heard } from '../listen.ts';
import { plainFromSlack } from '../mrkdwn.ts';
import { standingOf } from '../people.ts';
import { type Bot, commitWithinMs, openFor } from './bot.ts';
import { isSmallTalk } from './small-talk.ts';

type Written = {
  readonly author: string;
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
};

/**
 * Somebody wrote to Oops alone. A clear cry for help gets two buttons at once; anything else is kept with their open
 * incident, or answered with the same two buttons. There is never silence, and nobody is woken by words alone.
 */
export async function hearDirectMessage(
  bot: Bot,
  { author: user, channel, ts, text: escaped }: Written,
  { team, correlationId: correlation }: Pick<Heard, 'team' | 'correlationId'>,
): Promise<void> {
  const author = await standingOf(bot.people, team, user);
  if (author.otherOrganisation) return bot.chat.whisper({ channel, user, text: bot.words.failures.guest });
  const text = plainFromSlack(escaped).trim();
  const isClear = bot.detect({ text: escaped }).verdict === 'panic';
  // What is open already has its card: the words are kept there, and answered here.
  if (isClear && (await bot.store.openIncidentOf(team, user)) === null) {
    const opened = await openFor(bot, {
      ...{ team, engineer: author, origin: { kind: 'panic_message', channel, ts }, place: { kind: 'dm' } },
      ...{ text, audience: 'helpers', helpWanted: false, evenIfOpen: false },
      ...{ key: `message:${channel}:${ts}`, correlation },
    });
    bot.log.info({ incident: opened.incident.id, outcome: opened.kind }, 'a cry for help was noticed');
    return;
  }
  const message = { team, author, channel, ts, text, isSmallTalk: isSmallTalk(text), correlation };
  const outcome = await hearDirect(bot, message, commitWithinMs());
  bot.log.info({ outcome }, 'somebody wrote to Oops');
}
