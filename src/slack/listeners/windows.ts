import { Declined } from '../declined.ts';
import { actionIds } from '../ids.ts';
import type { Handler, SubmissionAnswer } from '../listen.ts';
import type { Click, Submission } from '../payloads.ts';
import { standingOf } from '../people.ts';
import { type Bot, openFor, readAs } from './bot.ts';
import { refuseUnfit } from './fit-person.ts';
import { readForm } from './form.ts';
import { inWindow, submissionKey, submit, windowOf } from './in-window.ts';
import { redraw } from './open-window.ts';
import { screenIn } from './show-screen.ts';
import { windowAfter } from './window-after.ts';

/** A note is kept, and the window closes. */
export const onNote =
  (bot: Bot): Handler<Submission, SubmissionAnswer> =>
  async ({ user, view }, heard) => {
    const at = await inWindow(bot, user, view, heard);
    const text = at.form.text(actionIds.noteText);
    if (text === null) throw new Declined(bot.words.failures.noteEmpty, at.form.blockOf(actionIds.noteText));
    await submit(bot, at, (keep) => ({ type: 'add_note', words: keep(text, 'helpers') }));
    return undefined;
  };

/** Somebody was named: asked at once, and remembered. */
export const onHelperChosen =
  (bot: Bot): Handler<Submission, SubmissionAnswer> =>
  async ({ user, view }, heard) => {
    const at = await inWindow(bot, user, view, heard);
    const person = at.form.choice(actionIds.helper) ?? '';
    await refuseUnfit(bot, at.team, person, at.form.blockOf(actionIds.helper));
    await submit(bot, at, () => ({ type: 'name_helper', person }));
    return undefined;
  };

/** *Yes, continue there*. */
export const onResume =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const at = await inWindow(bot, click.user, windowOf(click), heard);
    await heard.ack();
    await redraw(bot, at.view, await screenIn(bot, at, at.about.screen));
    return undefined;
  };

/** *No, this is something new*: a second incident, with what was just written, and its own request for help. */
export const onNewIncident =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const at = await inWindow(bot, click.user, windowOf(click), heard);
    const { team, who, about } = at;
    const kept =
      about.words === undefined
        ? undefined
        : (await readAs(bot, who, team, about.incident)).words.get(about.words);
    const opened = await openFor(bot, {
      ...{ team, engineer: who, origin: { kind: 'command', channel: null }, place: { kind: 'dm' } },
      ...{ text: kept ?? null, audience: 'helpers', helpWanted: true, evenIfOpen: true },
      ...{ key: `new:${at.view.id}`, correlation: heard.correlationId },
    });
    await heard.ack();
    await redraw(bot, at.view, await windowAfter(bot, opened));
    return undefined;
  };

/** *Try again*, after the database did not answer: what was written is in the field. */
export const onRetry =
  (bot: Bot): Handler<Submission, SubmissionAnswer> =>
  async ({ user, view }, { team, correlationId }) => {
    const text = readForm(view).text(actionIds.happened);
    const engineer = await standingOf(bot.people, team, user);
    const opened = await openFor(bot, {
      ...{ team, engineer, origin: { kind: 'command', channel: null }, place: { kind: 'dm' } },
      ...{ text, audience: 'helpers', helpWanted: true, evenIfOpen: false },
      ...{ key: `retry:${submissionKey(view)}`, correlation: correlationId },
    });
    return { response_action: 'update', view: await windowAfter(bot, opened) };
  };
