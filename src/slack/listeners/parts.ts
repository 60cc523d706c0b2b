import { Declined } from '../declined.ts';
import { draftField } from '../draft-field.ts';
import { actionIds } from '../ids.ts';
import type { Handler, SubmissionAnswer } from '../listen.ts';
import type { Click, Submission } from '../payloads.ts';
import { partGivenWindow } from '../views/parts-windows.ts';
import { actFor, type Bot } from './bot.ts';
import { inWindow, submit, windowOf } from './in-window.ts';
import { redraw } from './open-window.ts';
import { keepWhatStands } from './screens.ts';

/** *I can't do this part*: what stands there is kept, somebody else is asked, and the window says who. */
export const onCannotDo =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const at = await inWindow(bot, click.user, windowOf(click), heard);
    const { team, who, about, form, correlation } = at;
    const screen = about.screen ?? 'reassurance';
    if (screen !== 'escalation') await keepWhatStands(bot, at, screen);
    // A helper goes on with what the engineer began to write to the manager, instead of beginning anew.
    const text = screen === 'escalation' ? form.text(actionIds.summaryText) : null;
    const incident = await actFor(bot, {
      ...{ team, incident: about.incident, actor: who, correlation, key: null },
      ...(text === null ? {} : { sent: [draftField(at.view.callbackId, actionIds.summaryText)] }),
      command: (keep) => ({
        ...{ type: 'give_part', screen },
        words: text === null ? null : keep(text, 'helpers'),
      }),
    });
    await heard.ack();
    await redraw(bot, at.view, partGivenWindow({ incident }, screen, who.user, bot.words));
    return undefined;
  };

/** A helper has written a first version for the manager: the engineer hears of it, and sends it or not. */
export const onSummaryDrafted =
  (bot: Bot): Handler<Submission, SubmissionAnswer> =>
  async ({ user, view }, heard) => {
    const at = await inWindow(bot, user, view, heard);
    const text = at.form.text(actionIds.summaryText);
    if (text === null) {
      throw new Declined(bot.words.parts.draftEmpty, at.form.blockOf(actionIds.summaryText));
    }
    await submit(bot, at, (keep) => ({ type: 'draft_summary', words: keep(text, 'helpers') }));
    return undefined;
  };
