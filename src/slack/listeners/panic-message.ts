import type { PostedMessage } from '../event-payloads.ts';
import type { EventHandler } from '../listen.ts';
import { plainFromSlack } from '../mrkdwn.ts';
import { standingOf } from '../people.ts';
import { type Bot, openFor } from './bot.ts';

/**
 * A message in a channel that Oops watches, or to Oops itself. A clear cry for help gets one quiet line and two buttons,
 * in a thread or in the direct message; nobody is woken until its author says so, or says nothing for two minutes. What
 * is in a thread already, what bots say, and channels where people from outside read along are left alone.
 */
export const onPostedMessage =
  (bot: Bot): EventHandler<PostedMessage> =>
  async (message, { team, correlationId, isShared }) => {
    const { author, channel, channelType, ts } = message;
    if (author === null || !message.isTalk || message.threadTs !== null || isShared) return;
    const isPrivate = channelType === 'im';
    if (!isPrivate && channelType !== 'channel' && channelType !== 'group') return;
    if (bot.detect({ text: message.text }).verdict !== 'panic') return;
    if (!isPrivate && (await bot.store.watchMode(team, channel)) === 'off') return;
    const engineer = await standingOf(bot.people, team, author);
    // A guest's incident is not shown to a channel; what they tell Oops alone stays between the two.
    if (engineer.otherOrganisation || (engineer.guest && !isPrivate)) return;
    const opened = await openFor(bot, {
      ...{ team, engineer, origin: { kind: 'panic_message', channel, ts } },
      place: isPrivate ? { kind: 'dm' } : { kind: 'thread', channel, ts },
      ...{ text: plainFromSlack(message.text), audience: isPrivate ? 'helpers' : 'place' },
      ...{ helpWanted: false, evenIfOpen: false },
      ...{ key: `message:${channel}:${ts}`, correlation: correlationId },
    });
    bot.log.info({ incident: opened.incident.id, outcome: opened.kind }, 'a cry for help was noticed');
  };
