import { z } from 'zod';
import type { Say } from '../../app/act.ts';
import type { IncidentCommand } from '../../domain/commands.ts';
import type { YesNoUnknown } from '../../domain/identifiers.ts';
import type { Incident } from '../../domain/incident.ts';
import { followingScreen, previousScreen, type Screen } from '../../domain/phases.ts';
import { impactKinds, noticedByValues } from '../../domain/severity.ts';
import { actionIds } from '../ids.ts';
import type { Handler, SubmissionAnswer } from '../listen.ts';
import type { Click, Submission } from '../payloads.ts';
import { reassuranceScreen } from '../views/screens/reassurance.ts';
import { type Bot, readAs, readingOf } from './bot.ts';
import { refuseUnfit } from './fit-person.ts';
import type { Form } from './form.ts';
import { clicked, type InWindow, inWindow, submit, windowOf } from './in-window.ts';
import { redraw } from './open-window.ts';
import { showScreen } from './show-screen.ts';

const yesNoUnknown = z.enum(['yes', 'no', 'unknown']);

/** An answer that was left empty is "I don't know": it is never taken for a no. */
function answerOf(form: Form, actionId: string): YesNoUnknown {
  return yesNoUnknown.catch('unknown').parse(form.choice(actionId));
}

/** What each of the plain question screens says to the incident. */
const questions = {
  reassurance: (form: Form, keep: Say): IncidentCommand => {
    const happened = form.text(actionIds.happened);
    return {
      type: 'tell_happened',
      words: happened === null ? null : keep(happened, 'helpers'),
      stillHappening: answerOf(form, actionIds.stillHappening),
    };
  },
  impact: (form: Form, keep: Say): IncidentCommand => {
    const affected = form.text(actionIds.affected);
    return {
      type: 'tell_impact',
      affected: affected === null ? null : keep(affected, 'helpers'),
      kinds: z.array(z.enum(impactKinds)).parse(form.choices(actionIds.kinds)),
    };
  },
  reach: (form: Form): IncidentCommand => ({
    type: 'tell_reach',
    noticedBy: z.enum(noticedByValues).catch('unknown').parse(form.choice(actionIds.noticedBy)),
    spreading: answerOf(form, actionIds.spreading),
    sensitive: answerOf(form, actionIds.sensitive),
  }),
} satisfies Partial<Record<Screen, (form: Form, keep: Say) => IncidentCommand>>;

/** *Next* on a screen of questions: saved, then the next screen in the same window. */
export const onAnswers =
  (bot: Bot, screen: keyof typeof questions): Handler<Submission, SubmissionAnswer> =>
  async ({ user, view }, heard) => {
    const at = await inWindow(bot, user, view, heard);
    await submit(bot, at, (keep) => questions[screen](at.form, keep));
    return { response_action: 'update', view: await screenAt(bot, at, followingScreen(screen)) };
  };

/** *Back*: the answers that stand on the screen are kept, and the one before is shown. */
export const onBack =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const at = await inWindow(bot, click.user, windowOf(click), heard);
    const screen = at.about.screen ?? 'reassurance';
    if (screen === 'impact' || screen === 'reach') {
      await submit(bot, at, (keep) => questions[screen](at.form, keep));
    }
    await heard.ack();
    const view = await screenAt(bot, at, previousScreen(screen) ?? 'reassurance');
    await redraw(bot, at.view.id, view);
    return undefined;
  };

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
  const chosen = yesNoUnknown.safeParse(form.choice(actionIds.stillHappening));
  const typed = { stillHappening: chosen.data, happened: form.text(actionIds.happened) ?? undefined };
  await redraw(bot, view.id, reassuranceScreen(reading, bot.words, typed));
}
