import type { CommandAnswer, Handler } from '../listen.ts';
import { plainFromSlack } from '../mrkdwn.ts';
import type { Command } from '../payloads.ts';
import { standingOf } from '../people.ts';
import { type Bot, openFor } from './bot.ts';
import { writeInstead } from './closed-screens.ts';
import { answerToWord } from './command-words.ts';
import { oopsWordIn } from './oops-words.ts';
import { openWindow } from './open-window.ts';
import { openSettings } from './settings.ts';
import { windowAfter } from './window-after.ts';

/** `/oops`: with a sentence it opens the incident and asks a person at once; alone it opens the first screen. */
export const onCommand =
  (bot: Bot): Handler<Command, CommandAnswer> =>
  async (command, heard) => {
    const { team, correlationId: correlation, ack } = heard;
    const word = oopsWordIn(command.text);
    const who = () => standingOf(bot.people, team, command.user);
    if (word?.word === 'settings') return openSettings(bot, command, { team, ack });
    if (word !== null) return answerToWord(bot, word, { team, actor: await who(), correlation });
    const text = plainFromSlack(command.text).trim() || null;
    const open = async () => {
      const opened = await openFor(bot, {
        ...{ team, engineer: await who(), correlation, place: { kind: 'dm' } },
        ...{ text, audience: 'helpers', helpWanted: text !== null, evenIfOpen: false },
        origin: { kind: 'command', channel: command.channel },
        key: `command:${command.triggerId}`,
      });
      await ack();
      return opened;
    };
    const { triggerId } = command;
    const unopened = bot.words.failures.screenDidNotOpen;
    const opening = open();
    const ifUnopened = () => writeInstead(bot, opening, correlation);
    await openWindow(bot, { triggerId, typed: text, unopened, ifUnopened }, async () =>
      windowAfter(bot, await opening),
    );
    return undefined;
  };
