import type { DraftKind } from '../../domain/events.ts';
import type { AnsweredScreen, Incident } from '../../domain/incident.ts';
import { followingScreen, previousScreen, type Screen } from '../../domain/phases.ts';
import { actionIds } from '../ids.ts';
import type { Handler, SubmissionAnswer } from '../listen.ts';
import type { Click, Submission } from '../payloads.ts';
import { reassuranceScreen } from '../views/screens/reassurance.ts';
import { type Bot, readAs, readingOf } from './bot.ts';
import { refuseUnfit } from './fit-person.ts';
import { clicked, type InWindow, inWindow, submit, windowOf } from './in-window.ts';
import { redraw } from './open-window.ts';
import { answerOf, isUntouched, questions } from './questions.ts';
import { showScreen } from './show-screen.ts';

/** *Next* on a screen of questions: saved, then the next screen in the same window. */
export const onAnswers =
  (bot: Bot, screen: AnsweredScreen): Handler<Submission, SubmissionAnswer> =>
  async ({ user, view }, heard) => {
    const at = await inWindow(bot, user, view, heard);
    await saveAnswers(bot, at, screen);
    return { response_action: 'update', view: await screenAt(bot, at, followingScreen(screen)) };
  };

/** *Back*: the answers that stand on the screen are kept, and the one before is shown. */
export const onBack =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const at = await inWindow(bot, click.user, windowOf(click), heard);
    const screen = at.about.screen ?? 'reassurance';
    await keepWhatStands(bot, at, screen);
    await heard.ack();
    const view = await screenAt(bot, at, previousScreen(screen) ?? 'reassurance');
    await redraw(bot, at.view, view);
    return undefined;
  };

async function saveAnswers(bot: Bot, at: InWindow, screen: AnsweredScreen): Promise<void> {
  const { form, about } = at;
  const reading = await readAs(bot, at.who, at.team, about.incident);
  await submit(bot, at, (keep) => questions[screen]({ form, keep, reading, seen: about.version }));
}

/** On the way back nothing is lost: answers are saved, and what is not ready to be sent is kept as a draft. */
async function keepWhatStands(bot: Bot, at: InWindow, screen: Screen): Promise<void> {
  if (screen === 'escalation') return keepDraft(bot, at, 'summary', actionIds.summaryText);
  if (screen === 'fix') return keepDraft(bot, at, 'step', actionIds.stepText);
  if (!isUntouched(at.form, screen)) await saveAnswers(bot, at, screen);
}

async function keepDraft(bot: Bot, at: InWindow, of: DraftKind, field: string): Promise<void> {
  const text = at.form.text(field);
  if (text === null) return;
  const audience = of === 'summary' ? 'engineer' : 'helpers';
  await submit(bot, at, (keep) => ({ type: 'keep_draft', of, words: keep(text, audience) }));
}

async function screenAt(bot: Bot, at: InWindow, screen: Screen) {
  return showScreen(bot, await readAs(bot, at.who, at.team, at.about.incident), screen);
}

/** An answer to *Is it still happening?* shows *Stop first* at once; nothing is saved yet. */
export const onStillHappening =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const at = await inWindow(bot, click.user, windowOf(click), heard);
    await heard.ack();
    const { incident } = await readAs(bot, at.who, at.team, at.about.incident);
    await redrawFirst(bot, at, incident);
    return undefined;
  };

/** *Get me a person*, on the first screen: asked at once, and the screen says who. */
export const onGetPerson =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const at = await inWindow(bot, click.user, windowOf(click), heard);
    const incident = await clicked(bot, at, { type: 'want_help', more: false });
    await heard.ack();
    await redrawFirst(bot, at, incident);
    return undefined;
  };

/** A person was chosen in *Who should I ask for you?* */
export const onNameHelper =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const person = click.action.value;
    if (typeof person !== 'string') return undefined;
    await refuseUnfit(bot, heard.team, person);
    const at = await inWindow(bot, click.user, windowOf(click), heard);
    const incident = await clicked(bot, at, { type: 'name_helper', person });
    await heard.ack();
    await redrawFirst(bot, at, incident);
    return undefined;
  };

/** The first screen again, with what is typed and chosen on it left as it is. */
async function redrawFirst(bot: Bot, { who, form, view }: InWindow, incident: Incident): Promise<void> {
  const reading = await readingOf(bot, incident, who.user);
  const chosen = form.choice(actionIds.stillHappening);
  const typed = {
    stillHappening: chosen === null ? undefined : answerOf(form, actionIds.stillHappening),
    happened: form.text(actionIds.happened) ?? undefined,
  };
  await redraw(bot, view, reassuranceScreen(reading, bot.words, typed));
}
