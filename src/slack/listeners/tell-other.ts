import { actionIds } from '../ids.ts';
import type { Handler, SubmissionAnswer } from '../listen.ts';
import type { Click, Submission } from '../payloads.ts';
import { standingOf } from '../people.ts';
import { tellOtherWindow } from '../views/tell-other.ts';
import { type Bot, readAs } from './bot.ts';
import { refuseUnfit } from './fit-person.ts';
import { referenceOf } from './in-message.ts';
import { inWindow, submit } from './in-window.ts';
import { openWindow } from './open-window.ts';

/** *Tell somebody else*, in the engineer's DM: the manager's own manager is chosen already, where the directory knows. */
export const onTellOther =
  (bot: Bot): Handler<Click, never> =>
  async (click, { team, ack }) => {
    const { incident: id } = referenceOf(click);
    await ack();
    await openWindow(bot, click, async () => {
      const who = await standingOf(bot.people, team, click.user);
      const { incident } = await readAs(bot, who, team, id);
      const { manager } = incident;
      const above = manager === null ? null : (await bot.store.circle(team, manager)).manager;
      const known = above === incident.engineer || above === manager ? null : above;
      return tellOtherWindow(incident, known, bot.words);
    });
    return undefined;
  };

export const onOtherChosen =
  (bot: Bot): Handler<Submission, SubmissionAnswer> =>
  async ({ user, view }, heard) => {
    const at = await inWindow(bot, user, view, heard);
    const person = at.form.choice(actionIds.otherReader) ?? '';
    await refuseUnfit(bot, at.team, person, at.form.blockOf(actionIds.otherReader));
    await submit(bot, at, () => ({ type: 'tell_other', person }));
    return undefined;
  };
