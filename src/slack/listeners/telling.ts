import { Declined } from '../declined.ts';
import { actionIds } from '../ids.ts';
import type { Handler, SubmissionAnswer } from '../listen.ts';
import type { Click, Submission } from '../payloads.ts';
import { standingOf } from '../people.ts';
import { questionSummaryWindow } from '../views/summary-review.ts';
import { type Bot, readAs } from './bot.ts';
import { drawAgain } from './escalation.ts';
import { actOnClick, referenceOf } from './in-message.ts';
import { clicked, inWindow, submit, windowOf } from './in-window.ts';
import { openWindow } from './open-window.ts';
import { showScreen } from './show-screen.ts';

/** *I have told them* and *Send it now*, on the card, in the engineer's DM, or on the screen itself. */
export const onTelling =
  (bot: Bot, type: 'say_manager_told' | 'send_summary'): Handler<Click, never> =>
  async (click, heard) => {
    if (click.place.in === 'message') {
      await actOnClick(bot, click, heard, { type });
      return undefined;
    }
    const at = await inWindow(bot, click.user, windowOf(click), heard);
    await clicked(bot, at, { type });
    await heard.ack();
    await drawAgain(bot, at);
    return undefined;
  };

/** *Open the summary*, in the engineer's DM. */
export const onOpenSummary =
  (bot: Bot): Handler<Click, never> =>
  async (click, { team, ack }) => {
    const { incident } = referenceOf(click);
    await ack();
    await openWindow(bot, click, async () => {
      const who = await standingOf(bot.people, team, click.user);
      return showScreen(bot, await readAs(bot, who, team, incident), 'escalation');
    });
    return undefined;
  };

/** *Looks good, send it*, in a helper's DM: for the words they read, and no others. */
export const onApproveSummary =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const { words: read = '' } = referenceOf(click);
    await actOnClick(bot, click, heard, { type: 'review_summary', read, answer: { kind: 'approve' } });
    return undefined;
  };

/** *I would change it*: asks what. */
export const onQuestionSummary =
  (bot: Bot): Handler<Click, never> =>
  async (click, { team, ack }) => {
    const { incident: id, words } = referenceOf(click);
    if (words === undefined) throw new Declined(bot.words.failures.rejection('summary_changed'));
    await ack();
    await openWindow(bot, click, async () => {
      const who = await standingOf(bot.people, team, click.user);
      const { incident } = await readAs(bot, who, team, id);
      return questionSummaryWindow({ incident: id, version: incident.version, words }, bot.words);
    });
    return undefined;
  };

/** What they would change goes to the engineer alone. */
export const onSummaryQuestioned =
  (bot: Bot): Handler<Submission, SubmissionAnswer> =>
  async ({ user, view }, heard) => {
    const at = await inWindow(bot, user, view, heard);
    const text = at.form.text(actionIds.remarkText);
    await submit(bot, at, (keep) => ({
      ...{ type: 'review_summary', read: at.about.words ?? '' },
      answer: { kind: 'question', words: text === null ? null : keep(text, 'engineer') },
    }));
    return undefined;
  };
