import { readFor } from '../../app/reading.ts';
import { Declined } from '../declined.ts';
import type { Handler } from '../listen.ts';
import { plainFromSlack } from '../mrkdwn.ts';
import type { GlobalShortcut, MessageShortcut } from '../payloads.ts';
import { standingOf } from '../people.ts';
import { actFor, type Bot, openFor } from './bot.ts';
import { openWindow } from './open-window.ts';
import { showScreen } from './show-screen.ts';

/**
 * *Get help with this*, on one's own message: the incident opens privately with its text, and a person is asked at once.
 * On somebody else's it is for its author to ask.
 */
export const onHelpWithMessage =
  (bot: Bot): Handler<MessageShortcut, never> =>
  async ({ user, triggerId, channel, message }, { team, correlationId, ack }) => {
    if (message.author !== user) throw new Declined(bot.words.answers.askedForOther);
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
      const incident =
        opened.kind === 'opened'
          ? opened.incident
          : await actFor(bot, {
              ...{
                team,
                incident: opened.incident.id,
                actor: engineer,
                correlation: correlationId,
                key: null,
              },
              command: () => ({ type: 'want_help', more: false }),
            });
      await ack();
      return showScreen(bot, await readFor(bot, incident, 'engineer'));
    };
    await openWindow(bot, triggerId, open, text);
    return undefined;
  };

/** *Get help now*: the first screen, as `/oops` alone. */
export const onHelpNow =
  (bot: Bot): Handler<GlobalShortcut, never> =>
  async ({ user, triggerId }, { team, correlationId, ack }) => {
    await openWindow(bot, triggerId, async () => {
      const engineer = await standingOf(bot.people, team, user);
      const { incident } = await openFor(bot, {
        ...{ team, engineer, origin: { kind: 'global_shortcut' }, place: { kind: 'dm' } },
        ...{ text: null, audience: 'helpers', helpWanted: false, evenIfOpen: false },
        ...{ key: `shortcut:${triggerId}`, correlation: correlationId },
      });
      await ack();
      return showScreen(bot, await readFor(bot, incident, 'engineer'));
    });
    return undefined;
  };
