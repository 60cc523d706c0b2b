import { z } from 'zod';
import type { Say } from '../../app/act.ts';
import { readFor } from '../../app/reading.ts';
import type { IncidentCommand } from '../../domain/commands.ts';
import type { YesNoUnknown } from '../../domain/identifiers.ts';
import type { PersonStanding } from '../../domain/permissions.ts';
import { followingScreen, previousScreen, type Screen } from '../../domain/phases.ts';
import { impactKinds, noticedByValues } from '../../domain/severity.ts';
import { actionIds } from '../ids.ts';
import { standingOf } from '../people.ts';
import { type ViewReference, viewReferenceSchema } from '../references.ts';
import { reassuranceScreen } from '../views/screens/reassurance.ts';
import { actFor, type Bot, type Heard, readAs } from './bot.ts';
import { refuseUnfit } from './fit-person.ts';
import { type Form, readForm } from './form.ts';
import { type ClickPayload, type SubmissionPayload, teamKey, type ViewPayload } from './payloads.ts';
import { showScreen } from './show-screen.ts';

const yesNoUnknown = z.enum(['yes', 'no', 'unknown']);

/** An answer that was left empty is "I don't know": it is never taken for a no. */
function answerOf(form: Form, actionId: string): YesNoUnknown {
  return yesNoUnknown.catch('unknown').parse(form.choice(actionId));
}

/** What each of the plain question screens says to the incident. */
export const questions = {
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

export type InView = {
  readonly team: string;
  readonly who: PersonStanding;
  readonly view: ViewPayload;
  readonly about: ViewReference;
  readonly form: Form;
};

/** Reads what a form or a click in a window is about. */
export async function inView(
  bot: Bot,
  payload: { readonly team: SubmissionPayload['team']; readonly user: SubmissionPayload['user'] },
  view: ViewPayload,
): Promise<InView> {
  const team = teamKey(payload.team.id, payload.team.enterprise_id);
  const who = await standingOf(bot.people, team, payload.user.id, payload.user.team_id ?? null);
  const about = viewReferenceSchema.parse(JSON.parse(view.private_metadata));
  return { team, who, view, about, form: readForm(view.state) };
}

/** A submission counts once, however often it is delivered: a view has a new hash after each change. */
export const submissionKey = (view: ViewPayload): string => `view:${view.id}:${view.hash ?? ''}`;

/** *Next* on a screen of questions: saved, then the next screen in the same window. */
export function onAnswers(screen: keyof typeof questions) {
  return async (bot: Bot, { payload, correlation, ack }: Heard<SubmissionPayload>): Promise<void> => {
    const { team, who, view, about, form } = await inView(bot, payload, payload.view);
    const incident = await actFor(bot, {
      ...{ team, incident: about.incident, actor: who, correlation, key: submissionKey(view) },
      command: (keep) => questions[screen](form, keep),
    });
    const reading = await readAs(bot, who, team, incident.id);
    await ack({ response_action: 'update', view: await showScreen(bot, reading, followingScreen(screen)) });
  };
}

/** *Back*: what stands on the screen is kept, where it can be, and the one before is shown. */
export async function onBack(bot: Bot, { payload, correlation, ack }: Heard<ClickPayload>): Promise<void> {
  const { view } = payload;
  if (!view) return ack();
  const { team, who, about, form } = await inView(bot, payload, view);
  const screen = about.screen ?? 'reassurance';
  if (screen === 'impact' || screen === 'reach') {
    await actFor(bot, {
      ...{ team, incident: about.incident, actor: who, correlation, key: submissionKey(view) },
      command: (keep) => questions[screen](form, keep),
    });
  }
  await ack();
  const reading = await readAs(bot, who, team, about.incident);
  await bot.windows.update(view.id, await showScreen(bot, reading, previousScreen(screen) ?? 'reassurance'));
}

/** An answer to *Is it still happening?* shows *Stop first* at once; nothing is saved yet. */
export async function onStillHappening(bot: Bot, { payload, ack }: Heard<ClickPayload>): Promise<void> {
  await ack();
  const { view } = payload;
  if (!view) return;
  const { team, who, about, form } = await inView(bot, payload, view);
  const reading = await readAs(bot, who, team, about.incident);
  const typed = {
    stillHappening: answerOf(form, actionIds.stillHappening),
    happened: form.text(actionIds.happened) ?? undefined,
  };
  await bot.windows.update(view.id, reassuranceScreen(reading, bot.words, typed));
}

/** *Get me a person*, on the first screen: asked at once, and the screen says who. */
export async function onGetPerson(
  bot: Bot,
  { payload, correlation, ack }: Heard<ClickPayload>,
): Promise<void> {
  await askInView(bot, payload, ack, correlation, { type: 'want_help', more: false });
}

/** A person was chosen in *Who should I ask for you?* */
export async function onNameHelper(
  bot: Bot,
  { payload, correlation, ack }: Heard<ClickPayload>,
): Promise<void> {
  const person = payload.actions[0]?.selected_user;
  if (!person) return ack();
  await refuseUnfit(bot, teamKey(payload.team.id, payload.team.enterprise_id), person);
  await askInView(bot, payload, ack, correlation, { type: 'name_helper', person });
}

async function askInView(
  bot: Bot,
  payload: ClickPayload,
  ack: () => Promise<void>,
  correlation: string,
  command: IncidentCommand,
): Promise<void> {
  const { view } = payload;
  if (!view) return ack();
  const { team, who, about, form } = await inView(bot, payload, view);
  const asked = { team, incident: about.incident, actor: who, correlation, key: null };
  const incident = await actFor(bot, { ...asked, command: () => command });
  await ack();
  const reading = await readFor(bot, incident, incident.engineer === who.user ? 'engineer' : 'helper');
  const chosen = form.choice(actionIds.stillHappening);
  const typed = {
    stillHappening: chosen === null ? undefined : yesNoUnknown.parse(chosen),
    happened: form.text(actionIds.happened) ?? undefined,
  };
  await bot.windows.update(view.id, reassuranceScreen(reading, bot.words, typed));
}
