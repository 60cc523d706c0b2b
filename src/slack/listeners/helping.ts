import { actionIds } from '../ids.ts';
import type { Handler, SubmissionAnswer } from '../listen.ts';
import type { Click, Submission } from '../payloads.ts';
import { standingOf } from '../people.ts';
import { handOffWindow, writeStepWindow } from '../views/windows.ts';
import { type Bot, readAs } from './bot.ts';
import { refuseUnfit } from './fit-person.ts';
import { stepIn } from './fix.ts';
import { referenceOf } from './in-message.ts';
import { inWindow, submit } from './in-window.ts';
import { openWindow } from './open-window.ts';

/** *Write a step*, in a helper's DM. */
export const onWriteStep =
  (bot: Bot): Handler<Click, never> =>
  async (click, { team, ack }) => {
    await ack();
    await openWindow(bot, click, async () => {
      const who = await standingOf(bot.people, team, click.user);
      const { incident } = await readAs(bot, who, team, referenceOf(click).incident);
      return writeStepWindow(incident, bot.words);
    });
    return undefined;
  };

/** A helper has written a step: it stands in the plan, and the engineer hears of it. */
export const onStepWritten =
  (bot: Bot): Handler<Submission, SubmissionAnswer> =>
  async ({ user, view }, heard) => {
    const at = await inWindow(bot, user, view, heard);
    const { text, confidence, undo } = stepIn(bot, at.form);
    await submit(bot, at, (keep) => ({ type: 'add_step', words: keep(text, 'place'), confidence, undo }));
    return undefined;
  };

/** *Hand over*, in a helper's DM. */
export const onHandOff =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    await openHandOff(bot, click, heard, referenceOf(click).incident);
    return undefined;
  };

/** The window that asks who should go on; also behind the menu of the card. */
export async function openHandOff(
  bot: Bot,
  click: Click,
  { team, ack }: { readonly team: string; readonly ack: () => Promise<void> },
  incidentId: string,
): Promise<void> {
  await ack();
  await openWindow(bot, click, async () => {
    const who = await standingOf(bot.people, team, click.user);
    const { incident } = await readAs(bot, who, team, incidentId);
    return handOffWindow(incident, who.user, bot.words);
  });
}

/** Somebody was chosen to go on: checked, and asked at once. */
export const onHandedOff =
  (bot: Bot): Handler<Submission, SubmissionAnswer> =>
  async ({ user, view }, heard) => {
    const at = await inWindow(bot, user, view, heard);
    const person = at.form.choice(actionIds.helper) ?? '';
    await refuseUnfit(bot, at.team, person, at.form.blockOf(actionIds.helper));
    await submit(bot, at, () => ({ type: 'hand_off', person }));
    return undefined;
  };
