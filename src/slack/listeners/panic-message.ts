import type { PostedMessage } from '../event-payloads.ts';
import type { EventHandler } from '../listen.ts';
import { plainFromSlack } from '../mrkdwn.ts';
import { standingOf } from '../people.ts';
import { type Bot, openFor } from './bot.ts';

/**
 * A message in a channel that Oops watches. A clear cry for help gets a thread with one quiet line and two buttons; nobody
 * is woken until its author says so, or says nothing for two minutes. What is in a thread already, what bots say, and
 * channels where people from outside read along are left alone.
 */
export const onPostedMessage =
  (bot: Bot): EventHandler<PostedMessage> =>
  async (message, { team, correlationId, isShared }) => {
    const { author, channel, ts } = message;
    if (author === null || !message.isTalk || message.threadTs !== null || isShared) return;
    if (message.channelType !== 'channel' && message.channelType !== 'group') return;
    if (bot.detect({ text: message.text }).verdict !== 'panic') return;
    if ((await bot.store.watchMode(team, channel)) === 'off') return;
    const engineer = await standingOf(bot.people, team, author);
    if (engineer.guest || engineer.otherOrganisation) return;
    const opened = await openFor(bot, {
      ...{ team, engineer, origin: { kind: 'panic_message', channel, ts } },
      place: { kind: 'thread', channel, ts },
      ...{ text: plainFromSlack(message.text), audience: 'place', helpWanted: false, evenIfOpen: false },
      ...{ key: `message:${channel}:${ts}`, correlation: correlationId },
    });
    bot.log.info({ incident: opened.incident.id, outcome: opened.kind }, 'a cry for help was noticed');
  };
