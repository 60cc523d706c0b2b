import { z } from 'zod';
import type { Confidence } from '../../domain/events.ts';
import { findStep } from '../../domain/incident.ts';
import { Declined } from '../declined.ts';
import { actionIds } from '../ids.ts';
import type { Handler, SubmissionAnswer } from '../listen.ts';
import type { Click, Submission } from '../payloads.ts';
import { standingOf } from '../people.ts';
import { playbookWindow } from '../views/playbook-window.ts';
import { changeStepWindow, questionStepWindow } from '../views/windows.ts';
import { type Bot, readAs } from './bot.ts';
import type { Form } from './form.ts';
import { actOnClick, referenceOf } from './in-message.ts';
import { clicked, inWindow, submit, windowOf } from './in-window.ts';
import { openWindow, pushWindow, redraw } from './open-window.ts';
import { screenIn } from './show-screen.ts';

const undoSchema = z.enum(['yes', 'no', 'unknown']).catch('unknown');
/** Not said how sure is not sure: the step then waits for a second person. */
const confidenceSchema = z.coerce
  .number()
  .pipe(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]))
  .catch(1);

type StepFields = {
  readonly text: string;
  readonly confidence: Confidence;
  readonly undo: 'yes' | 'no' | 'unknown';
};

export function stepIn(bot: Bot, form: Form): StepFields {
  const text = form.text(actionIds.stepText);
  if (text === null) throw new Declined(bot.words.failures.stepEmpty, form.blockOf(actionIds.stepText));
  const confidence = confidenceSchema.parse(form.choice(actionIds.stepConfidence));
  return { text, confidence, undo: undoSchema.parse(form.choice(actionIds.stepUndo)) };
}

/** *Add this step*; the screen stays, with the step in its list and the field empty again. */
export const onAddStep =
  (bot: Bot): Handler<Submission, SubmissionAnswer> =>
  async ({ user, view }, heard) => {
    const at = await inWindow(bot, user, view, heard);
    const { text, confidence, undo } = stepIn(bot, at.form);
    await submit(bot, at, (keep) => ({ type: 'add_step', words: keep(text, 'place'), confidence, undo }));
    return { response_action: 'update', view: await screenIn(bot, at, 'fix') };
  };

/** *Start*, *Done*, *Did not work*: the last part of the action id says which. */
export const onMoveStep =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const at = await inWindow(bot, click.user, windowOf(click), heard);
    const to = z.enum(['started', 'done', 'failed']).parse(click.action.id.split('.')[1]);
    const { step = '' } = referenceOf(click);
    await clicked(bot, at, { type: 'move_step', step, to });
    await heard.ack();
    await redraw(bot, at.view, await screenIn(bot, at, 'fix'));
    return undefined;
  };

/** The menu beside a step: change it, or take it out. */
export const onStepMenu =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const at = await inWindow(bot, click.user, windowOf(click), heard);
    const [choice, step = ''] = String(click.action.value).split(':');
    if (choice === 'remove') {
      await clicked(bot, at, { type: 'move_step', step, to: 'removed' });
      await heard.ack();
      await redraw(bot, at.view, await screenIn(bot, at, 'fix'));
      return undefined;
    }
    const reading = await readAs(bot, at.who, at.team, at.about.incident);
    const found = findStep(reading.incident, step);
    if (found === undefined) throw new Declined(bot.words.failures.rejection('no_such_step'));
    await heard.ack();
    await pushWindow(bot, click.triggerId, changeStepWindow(reading, found, bot.words));
    return undefined;
  };

/** The window that changes a step: saved, and the plan below it is drawn anew. */
export const onChangeStep =
  (bot: Bot): Handler<Submission, SubmissionAnswer> =>
  async ({ user, view }, heard) => {
    const at = await inWindow(bot, user, view, heard);
    const { text, confidence, undo } = stepIn(bot, at.form);
    const step = at.about.step ?? '';
    await submit(bot, at, (keep) => ({
      type: 'change_step',
      step,
      words: keep(text, 'place'),
      confidence,
      undo,
    }));
    await heard.ack();
    if (view.previousId !== null) await redraw(bot, view.previousId, await screenIn(bot, at, 'fix'));
    return undefined;
  };

/** *Read what has helped others*. */
export const onPlaybook =
  (bot: Bot): Handler<Click, never> =>
  async (click, { ack }) => {
    const { playbook: id } = referenceOf(click);
    const playbook = bot.playbooks.find((candidate) => candidate.id === id);
    if (playbook === undefined) throw new Declined(bot.words.failures.noSuchPlaybook);
    await ack();
    await pushWindow(bot, click.triggerId, playbookWindow(playbook, bot.words));
    return undefined;
  };

/** *Looks good; I know this system*, in a helper's DM: for the words they read, and no others. */
export const onApproveStep =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const { step = '', words = '' } = referenceOf(click);
    await actOnClick(bot, click, heard, {
      type: 'check_step',
      step,
      read: words,
      answer: { kind: 'approve' },
    });
    return undefined;
  };

/** *Let's change it*: asks what they would do instead. */
export const onQuestionStep =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const { incident, step = '', words = '' } = referenceOf(click);
    await heard.ack();
    await openWindow(bot, click, async () => {
      const who = await standingOf(bot.people, heard.team, click.user);
      const { version } = (await readAs(bot, who, heard.team, incident)).incident;
      return questionStepWindow({ incident, step, words, version }, bot.words);
    });
    return undefined;
  };

export const onStepQuestioned =
  (bot: Bot): Handler<Submission, SubmissionAnswer> =>
  async ({ user, view }, heard) => {
    const at = await inWindow(bot, user, view, heard);
    const { step = '', words: read = '' } = at.about;
    const text = at.form.text(actionIds.stepText);
    await submit(bot, at, (keep) => ({
      ...{ type: 'check_step', step, read },
      answer: { kind: 'question', words: text === null ? null : keep(text, 'place') },
    }));
    return undefined;
  };
