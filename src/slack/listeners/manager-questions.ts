import { findQuestion } from '../../domain/incident.ts';
import { Declined } from '../declined.ts';
import { actionIds } from '../ids.ts';
import type { Handler, SubmissionAnswer } from '../listen.ts';
import type { Click, Submission } from '../payloads.ts';
import { standingOf } from '../people.ts';
import { bossWindow } from '../views/boss-window.ts';
import { answerQuestionWindow, askQuestionWindow } from '../views/manager-questions.ts';
import { type Bot, readAs, readAsManager } from './bot.ts';
import { referenceOf } from './in-message.ts';
import { inWindow, submit } from './in-window.ts';
import { openWindow } from './open-window.ts';

/** *Ask a question*, in the manager's DM. */
export const onAskQuestion =
  (bot: Bot): Handler<Click, never> =>
  async (click, { team, ack }) => {
    const { incident } = referenceOf(click);
    await ack();
    await openWindow(bot, click, async () => {
      const who = await standingOf(bot.people, team, click.user);
      return askQuestionWindow((await readAsManager(bot, who, team, incident)).incident, bot.words);
    });
    return undefined;
  };

/** The question goes to the engineer alone. */
export const onQuestionAsked =
  (bot: Bot): Handler<Submission, SubmissionAnswer> =>
  async ({ user, view }, heard) => {
    const at = await inWindow(bot, user, view, heard);
    const text = at.form.text(actionIds.questionText);
    const blockId = at.form.blockOf(actionIds.questionText);
    if (text === null) throw new Declined(bot.words.failures.questionEmpty, blockId);
    await submit(bot, at, (keep) => ({ type: 'ask_question', words: keep(text, 'manager') }));
    return undefined;
  };

/** *Answer*, below the question in the engineer's DM. */
export const onAnswerQuestion =
  (bot: Bot): Handler<Click, never> =>
  async (click, { team, ack }) => {
    const { incident, question = '' } = referenceOf(click);
    await ack();
    await openWindow(bot, click, async () => {
      const who = await standingOf(bot.people, team, click.user);
      const reading = await readAs(bot, who, team, incident);
      const asked = findQuestion(reading.incident, question);
      if (asked === undefined) throw new Declined(bot.words.failures.rejection('no_such_question'));
      return answerQuestionWindow(reading, asked, bot.words);
    });
    return undefined;
  };

export const onQuestionAnswered =
  (bot: Bot): Handler<Submission, SubmissionAnswer> =>
  async ({ user, view }, heard) => {
    const at = await inWindow(bot, user, view, heard);
    const text = at.form.text(actionIds.answerText);
    const blockId = at.form.blockOf(actionIds.answerText);
    if (text === null) throw new Declined(bot.words.failures.answerEmpty, blockId);
    const question = at.about.question ?? '';
    await submit(bot, at, (keep) => ({ type: 'answer_question', question, words: keep(text, 'manager') }));
    return undefined;
  };

/** *Copy for my boss*. */
export const onCopyForBoss =
  (bot: Bot): Handler<Click, never> =>
  async (click, { team, ack }) => {
    const { incident } = referenceOf(click);
    await ack();
    await openWindow(bot, click, async () => {
      const who = await standingOf(bot.people, team, click.user);
      return bossWindow(await readAsManager(bot, who, team, incident), bot.words);
    });
    return undefined;
  };

/** *Done*: the text was copied, or not; nothing is kept. */
export const onBossTextDone = (): Handler<Submission, SubmissionAnswer> => async () => undefined;
