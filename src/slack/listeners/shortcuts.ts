import { makeOffer } from '../../app/offers.ts';
import type { Opened } from '../../app/open-incident.ts';
import type { Incident } from '../../domain/incident.ts';
import type { PersonStanding } from '../../domain/permissions.ts';
import type { Handler } from '../listen.ts';
import { plainFromSlack } from '../mrkdwn.ts';
import type { GlobalShortcut, MessageShortcut } from '../payloads.ts';
import { standingOf } from '../people.ts';
import { actFor, type Bot, commitWithinMs, openFor } from './bot.ts';
import { writeInstead } from './closed-screens.ts';
import { openWindow } from './open-window.ts';
import { windowAfter } from './window-after.ts';

/**
 * *Get help with this*, on one's own message: the incident opens privately with its text, and a person is asked at once.
 * On somebody else's it is for its author to ask.
 */
export const onHelpWithMessage =
  (bot: Bot): Handler<MessageShortcut, never> =>
  async ({ user, triggerId, responseUrl, channel, message }, { team, correlationId, ack }) => {
    if (message.author !== user) {
      const text = await askAuthor(
        bot,
        team,
        user,
        { channel, ts: message.ts, author: message.author },
        correlationId,
      );
      await ack();
      // The first message of a thread was pressed in the channel: an answer in the thread would not be seen.
      const threadTs = message.threadTs === message.ts ? null : message.threadTs;
      await bot.chat.answer(responseUrl, { channel, user, threadTs, text });
      return undefined;
    }
    const text = plainFromSlack(message.text).trim() || null;
    const open = async () => {
      const engineer = await standingOf(bot.people, team, user);
      const opened = await openFor(bot, {
        ...{
          team,
          engineer,
          origin: { kind: 'message_shortcut', channel, ts: message.ts },
          place: { kind: 'dm' },
        },
        ...{ text, audience: 'helpers', helpWanted: true, evenIfOpen: false },
        ...{ key: `message:${channel}:${message.ts}`, correlation: correlationId },
      });
      if (opened.kind === 'opened_before') await wantHelp(bot, opened, engineer, correlationId);
      await ack();
      return windowAfter(bot, opened);
    };
    await openWindow(bot, { triggerId, typed: text, unopened: bot.words.failures.screenDidNotOpen }, open);
    return undefined;
  };

/** Who pressed is not told and not kept. Gives what they read; the same whether or not the author was asked before. */
async function askAuthor(
  bot: Bot,
  team: string,
  user: string,
  { channel, ts, author }: { readonly channel: string; readonly ts: string; readonly author: string | null },
  correlation: string,
): Promise<string> {
  const { offers, failures } = bot.words;
  const presser = await standingOf(bot.people, team, user);
  if (presser.otherOrganisation) return failures.guest;
  const facts = author === null ? null : await bot.people.facts(team, author);
  if (author === null || facts?.isBot) return offers.authorIsBot;
  if (facts?.isDeactivated) return offers.authorIsGone;
  if (facts?.isStranger) return offers.authorIsOutsider;
  if (facts?.isGuest) return offers.authorIsGuest;
  await makeOffer(bot, { team, user: author, why: 'pointed_at', channel, ts, correlation }, commitWithinMs());
  return offers.askedAuthor;
}

/** Oops knows this message already, for example as a cry for help that its author has not answered yet. */
function wantHelp(
  bot: Bot,
  { incident }: Opened,
  actor: PersonStanding,
  correlation: string,
): Promise<Incident> {
  const request = { team: incident.team, incident: incident.id, actor, correlation, key: null };
  return actFor(bot, { ...request, command: () => ({ type: 'want_help', more: false }) });
}

/** *Get help now*: the first screen, as `/oops` alone. */
export const onHelpNow =
  (bot: Bot): Handler<GlobalShortcut, never> =>
  async ({ user, triggerId }, { team, correlationId: correlation, ack }) => {
    const open = async () => {
      const engineer = await standingOf(bot.people, team, user);
      const opened = await openFor(bot, {
        ...{ team, engineer, origin: { kind: 'global_shortcut' }, place: { kind: 'dm' } },
        ...{ text: null, audience: 'helpers', helpWanted: false, evenIfOpen: false },
        ...{ key: `shortcut:${triggerId}`, correlation },
      });
      await ack();
      return opened;
    };
    const unopened = bot.words.failures.screenDidNotOpen;
    const opening = open();
    const ifUnopened = () => writeInstead(bot, opening, correlation);
    await openWindow(bot, { triggerId, unopened, ifUnopened }, async () => windowAfter(bot, await opening));
    return undefined;
  };
