import type { QuietHandler } from '../listen.ts';
import type { Click } from '../payloads.ts';
import { standingOf } from '../people.ts';
import { noticeWindow } from '../views/windows.ts';
import { type Bot, readAs } from './bot.ts';
import { actOnClick, referenceOf } from './in-message.ts';
import { windowOf } from './in-window.ts';
import { redraw } from './open-window.ts';
import { showScreen } from './show-screen.ts';

/** *It's over*, in the window that says that it looks small. */
export const onSmallOver =
  (bot: Bot): QuietHandler<Click> =>
  async (click, heard) => {
    const incident = await actOnClick(bot, click, heard, { type: 'resolve' });
    await heard.ack();
    const { closing, common } = bot.words;
    const text = `${closing.over(common.incidentName(incident.number))} ${closing.rest}`;
    await redraw(bot, windowOf(click), noticeWindow(text, bot.words));
  };

/** *Make a plan*: nobody has to, for something small. */
export const onSmallPlan =
  (bot: Bot): QuietHandler<Click> =>
  async (click, heard) => {
    const { incident } = referenceOf(click);
    await heard.ack();
    const who = await standingOf(bot.people, heard.team, click.user);
    const reading = await readAs(bot, who, heard.team, incident);
    await redraw(bot, windowOf(click), await showScreen(bot, reading, 'fix'));
  };
