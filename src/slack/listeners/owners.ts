import type { Handler } from '../listen.ts';
import type { Click } from '../payloads.ts';
import { type Bot, readAs } from './bot.ts';
import { actOnClick, referenceOf } from './in-message.ts';
import { clicked, inWindow, windowOf } from './in-window.ts';
import { redraw } from './open-window.ts';
import { showScreen } from './show-screen.ts';

/** *Ask them*, beside the owner of an affected service. */
export const onAskOwner =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const { service = '' } = referenceOf(click);
    const at = await inWindow(bot, click.user, windowOf(click), heard);
    await clicked(bot, at, { type: 'ask_owner', service });
    await heard.ack();
    const reading = await readAs(bot, at.who, at.team, at.about.incident);
    await redraw(bot, at.view, await showScreen(bot, reading, at.about.screen));
    return undefined;
  };

/** *I'm with them*, in the helpers' channel. The message there is redrawn by what this changes. */
export const onTakeAsk =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    await actOnClick(bot, click, heard, { type: 'take_ask' });
    return undefined;
  };
