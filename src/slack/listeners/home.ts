import type { HomeOpened } from '../event-payloads.ts';
import type { EventHandler, Handler } from '../listen.ts';
import type { Click } from '../payloads.ts';
import { standingOf } from '../people.ts';
import { homeTab } from '../views/home.ts';
import { type Bot, openFor } from './bot.ts';
import { openWindow } from './open-window.ts';
import { openSettings } from './settings.ts';
import { windowAfter } from './window-after.ts';

/** The Home tab is drawn when somebody opens it. Best effort: it shows nothing that is not elsewhere. */
export const onHomeOpened =
  (bot: Bot): EventHandler<HomeOpened> =>
  async ({ user, tab }, { team }) => {
    if (tab !== 'home') return;
    const id = await bot.store.openIncidentOf(team, user);
    const open = id === null ? null : await bot.store.incident(team, id);
    const published = await bot.windows.publish(user, homeTab(open, bot.words));
    if (!published.ok) bot.log.warn({ failure: published.failure.kind }, 'a Home tab was not drawn');
  };

/** *My people*: the same settings as `/oops settings`. */
export const onHomeSettings =
  (bot: Bot): Handler<Click, never> =>
  (click, heard) =>
    openSettings(bot, click, heard);

/** *Get me a person*, on the Home tab: asked at once, then the first screen. */
export const onHomeGetPerson =
  (bot: Bot): Handler<Click, never> =>
  async ({ user, triggerId }, { team, correlationId, ack }) => {
    const unopened = bot.words.failures.screenDidNotOpen;
    await openWindow(bot, { triggerId, unopened }, async () => {
      const engineer = await standingOf(bot.people, team, user);
      const opened = await openFor(bot, {
        team,
        engineer,
        origin: { kind: 'global_shortcut' },
        place: { kind: 'dm' },
        text: null,
        audience: 'helpers',
        helpWanted: true,
        evenIfOpen: false,
        key: `home:${triggerId}`,
        correlation: correlationId,
      });
      await ack();
      return windowAfter(bot, opened);
    });
    return undefined;
  };
