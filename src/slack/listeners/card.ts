import type { ModalView } from '@slack/types';
import type { Reading } from '../../app/ports.ts';
import { noticedBySomebodyElse } from '../../domain/opening.ts';
import { Declined } from '../declined.ts';
import type { Handler } from '../listen.ts';
import type { Click } from '../payloads.ts';
import { standingOf } from '../people.ts';
import { mention } from '../views/parts.ts';
import { chooseHelperWindow, noteWindow } from '../views/windows.ts';
import type { Words } from '../words/words.ts';
import { type Bot, readAs } from './bot.ts';
import { openHandOff } from './helping.ts';
import { actOnClick, referenceOf } from './in-message.ts';
import { openWindow } from './open-window.ts';
import { openWhoSees } from './places.ts';
import { showScreen } from './show-screen.ts';

/** *Continue*: the screen where the questions go on, also after a restart, for the engineer or a helper. */
export const onContinue =
  (bot: Bot): Handler<Click, never> =>
  async (click, { team, ack }) => {
    const { incident, screen } = referenceOf(click);
    await ack();
    await openWindow(bot, click, async () => {
      const who = await standingOf(bot.people, team, click.user);
      return showScreen(bot, await readAs(bot, who, team, incident), screen);
    });
    return undefined;
  };

/** *Yes, get me a person*, under a message that Oops noticed: a person is asked, and the first screen opens. */
export const onYesHelp =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    await authorOnly(bot, click, heard.team);
    const { triggerId } = click;
    await openWindow(bot, { triggerId, unopened: bot.words.failures.screenDidNotOpen }, async () => {
      const incident = await actOnClick(bot, click, heard, { type: 'want_help', more: false });
      await heard.ack();
      const who = await standingOf(bot.people, heard.team, click.user);
      return showScreen(bot, await readAs(bot, who, heard.team, incident.id));
    });
    return undefined;
  };

/** *It's nothing*, or *It turned out fine*: one tap, and it is only a line. */
export const onItsNothing =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    await authorOnly(bot, click, heard.team);
    await actOnClick(bot, click, heard, { type: 'dismiss' });
    return undefined;
  };

/** In a channel others see these buttons too: who presses them by mistake is told kindly whose they are. */
async function authorOnly(bot: Bot, click: Click, team: string): Promise<void> {
  const incident = await bot.store.incident(team, referenceOf(click).incident);
  if (incident === null) throw new Declined(bot.words.failures.noSuchIncident);
  if (incident.engineer === click.user || !noticedBySomebodyElse(incident.origin)) return;
  throw new Declined(bot.words.answers.onlyAuthor(mention(incident.engineer)));
}

/** *I need a person now*: the next one is asked; when there is nobody left, the person names somebody. */
export const onNeedPerson =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const incident = await actOnClick(bot, click, heard, { type: 'want_help', more: true });
    await heard.ack();
    if (incident.ladderExhaustedAt !== null) {
      await bot.windows.open(click.triggerId, chooseHelperWindow({ incident }, bot.words));
    }
    return undefined;
  };

/** *Add a note*. */
export const onAddNote = (bot: Bot): Handler<Click, never> => opening(bot, noteWindow);

/** *It's over*. */
export const onResolve =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    await actOnClick(bot, click, heard, { type: 'resolve' });
    return undefined;
  };

/** *Open it again*, on the card of one that is over. */
export const onReopen =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    await actOnClick(bot, click, heard, { type: 'reopen' });
    return undefined;
  };

/** The menu of the card. */
export const onCardMenu =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const [choice, incident = ''] = String(click.action.value).split(':');
    if (choice === 'fine') await actOnClick(bot, click, heard, { type: 'dismiss' }, incident);
    if (choice === 'choose') await openAbout(bot, click, heard, incident, chooseHelperWindow);
    if (choice === 'see') await openWhoSees(bot, click, heard, incident);
    if (choice === 'hand_off') await openHandOff(bot, click, heard, incident);
    return undefined;
  };

/** *Choose somebody*, below a message that says that nobody is left to ask. */
export const onChooseHelper = (bot: Bot): Handler<Click, never> => opening(bot, chooseHelperWindow);

/** Opens a small window about the incident, for those who may see it. */
const opening =
  (bot: Bot, view: (reading: Reading, words: Words) => ModalView): Handler<Click, never> =>
  async (click, heard) => {
    await openAbout(bot, click, heard, referenceOf(click).incident, view);
    return undefined;
  };

async function openAbout(
  bot: Bot,
  click: Click,
  { team, ack }: { readonly team: string; readonly ack: () => Promise<void> },
  incident: string,
  view: (reading: Reading, words: Words) => ModalView,
): Promise<void> {
  await ack();
  await openWindow(bot, click, async () => {
    const who = await standingOf(bot.people, team, click.user);
    return view(await readAs(bot, who, team, incident), bot.words);
  });
}
