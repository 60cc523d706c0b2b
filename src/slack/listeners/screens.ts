import type { AnsweredScreen, Incident } from '../../domain/incident.ts';
import { previousScreen, type Screen, screenAfter } from '../../domain/phases.ts';
import { actionIds } from '../ids.ts';
import type { Handler, SubmissionAnswer } from '../listen.ts';
import type { Click, Submission } from '../payloads.ts';
import { smallWindow } from '../views/windows.ts';
import { type Bot, readAs } from './bot.ts';
import { refuseUnfit } from './fit-person.ts';
import { clicked, type InWindow, inWindow, submit, windowOf } from './in-window.ts';
import { redraw } from './open-window.ts';
import { isUntouched, questions } from './questions.ts';
import { screenIn } from './show-screen.ts';
import { keepFields } from './typing.ts';

/** *Next* on a screen of questions: saved, then the next screen in the same window. */
export const onAnswers =
  (bot: Bot, screen: AnsweredScreen): Handler<Submission, SubmissionAnswer> =>
  async ({ user, view }, heard) => {
    const at = await inWindow(bot, user, view, heard);
    const incident = await saveAnswers(bot, at, screen);
    const next = screenAfter(incident, screen);
    const following = next === null ? smallWindow(incident, bot.words) : await screenIn(bot, at, next);
    return { response_action: 'update', view: following };
  };

/** *Back*: the answers that stand on the screen are kept, and the one before is shown. */
export const onBack =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const at = await inWindow(bot, click.user, windowOf(click), heard);
    const screen = at.about.screen ?? 'reassurance';
    await keepWhatStands(bot, at, screen);
    await heard.ack();
    const view = await screenIn(bot, at, previousScreen(screen) ?? 'reassurance');
    await redraw(bot, at.view, view);
    return undefined;
  };

async function saveAnswers(bot: Bot, at: InWindow, screen: AnsweredScreen): Promise<Incident> {
  const { form, about } = at;
  const reading = await readAs(bot, at.who, at.team, about.incident);
  return submit(bot, at, (keep) => questions[screen]({ form, keep, reading, seen: about.version }));
}

/** On the way back nothing is lost: answers are saved, and what is not ready to be sent is kept as a draft. */
export async function keepWhatStands(bot: Bot, at: InWindow, screen: Screen): Promise<void> {
  if (screen === 'escalation') return keepFields(bot, at, [actionIds.summaryText]);
  if (screen === 'fix') return keepFields(bot, at, [actionIds.stepText]);
  if (!isUntouched(at.form, screen)) await saveAnswers(bot, at, screen);
}

/** An answer to *Is it still happening?* shows *Stop first* at once. It is kept as a draft: the form is not sent yet. */
export const onStillHappening =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const at = await inWindow(bot, click.user, windowOf(click), heard);
    await heard.ack();
    await redrawFirst(bot, at);
    return undefined;
  };

/** *Get me a person*, on the first screen: asked at once, and the screen says who. */
export const onGetPerson =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const at = await inWindow(bot, click.user, windowOf(click), heard);
    await clicked(bot, at, { type: 'want_help', more: false });
    await heard.ack();
    await redrawFirst(bot, at);
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
    await clicked(bot, at, { type: 'name_helper', person });
    await heard.ack();
    await redrawFirst(bot, at);
    return undefined;
  };

/** The first screen again, with what is typed and chosen on it left as it is. */
async function redrawFirst(bot: Bot, at: InWindow): Promise<void> {
  await keepFields(bot, at, [actionIds.stillHappening, actionIds.happened]);
  await redraw(bot, at.view, await screenIn(bot, at, 'reassurance'));
}
