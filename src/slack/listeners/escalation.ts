import { z } from 'zod';
import type { Say } from '../../app/act.ts';
import type { IncidentCommand } from '../../domain/commands.ts';
import type { SummaryTiming } from '../../domain/events.ts';
import { nextMorning } from '../../domain/working-day.ts';
import { Declined } from '../declined.ts';
import { actionIds } from '../ids.ts';
import type { Handler, SubmissionAnswer } from '../listen.ts';
import type { Click, Submission } from '../payloads.ts';
import { type SummaryTime, summaryTimes } from '../views/screens/escalation.ts';
import { type Bot, readAs } from './bot.ts';
import { refuseUnfit, whyUnfit } from './fit-person.ts';
import type { Form } from './form.ts';
import { clicked, type InWindow, inWindow, submit, windowOf } from './in-window.ts';
import { redraw } from './open-window.ts';
import { screenIn } from './show-screen.ts';
import { keepField, keepFields } from './typing.ts';

/** The summary to the manager: checked, kept in the engineer's words, sent now or when they said. */
export const onSummary =
  (bot: Bot): Handler<Submission, SubmissionAnswer> =>
  async ({ user, view }, heard) => {
    const at = await inWindow(bot, user, view, heard);
    const { form, team } = at;
    // Without the question it has gone already: this is only the way on.
    if (form.choice(actionIds.summaryWhen) !== null) await keepSummary(bot, at, timeIn(form), team);
    return { response_action: 'update', view: await screenIn(bot, at, 'fix') };
  };

async function keepSummary(bot: Bot, at: InWindow, when: SummaryTime, team: string): Promise<void> {
  const { form, about } = at;
  const manager = form.choice(actionIds.manager) ?? about.manager;
  // Where the manager is a line and not a field, an error stands at a field that is there.
  const field = form.fields().includes(actionIds.manager) ? actionIds.manager : actionIds.summaryWhen;
  if (manager === undefined) throw new Declined(bot.words.failures.chooseManager, form.blockOf(field));
  const text = when === 'myself' ? null : form.text(actionIds.summaryText);
  if (text === null && when !== 'myself')
    throw new Declined(bot.words.failures.summaryEmpty, form.blockOf(actionIds.summaryText));
  await refuseUnfit(bot, team, manager, form.blockOf(field));
  const timing = await timingOf(bot, form, { team, manager, when });
  const audience = when === 'after_helper' ? 'helpers_and_manager' : 'manager';
  const write = (keep: Say): IncidentCommand => ({
    ...{ type: 'write_summary', manager, timing },
    words: text === null ? null : keep(text, audience),
  });
  await submit(bot, at, write, [actionIds.manager, actionIds.changeManager, actionIds.summaryAt]);
}

const timeIn = (form: Form): SummaryTime =>
  z.enum(summaryTimes).catch('now').parse(form.choice(actionIds.summaryWhen));

async function timingOf(
  bot: Bot,
  form: Form,
  { team, manager, when }: { readonly team: string; readonly manager: string; readonly when: SummaryTime },
): Promise<SummaryTiming> {
  if (when === 'morning') {
    const zone = (await bot.people.facts(team, manager))?.zone ?? 'UTC';
    return { kind: 'at', at: nextMorning(bot.clock.now(), zone) };
  }
  if (when !== 'at') return { kind: when };
  const chosen = z.coerce.number().int().positive().safeParse(form.choice(actionIds.summaryAt));
  if (!chosen.success) {
    const blockId = form.fields().includes(actionIds.summaryAt) ? actionIds.summaryAt : actionIds.summaryWhen;
    throw new Declined(bot.words.failures.chooseTime, form.blockOf(blockId));
  }
  if (chosen.data <= bot.clock.now())
    throw new Declined(bot.words.failures.rejection('time_is_past'), form.blockOf(actionIds.summaryAt));
  return { kind: 'at', at: chosen.data };
}

const severities = ['SEV1', 'SEV2', 'SEV3', 'SEV4', 'unknown'] as const;

/** Somebody knows better how serious it is. */
export const onSeverity =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const at = await inWindow(bot, click.user, windowOf(click), heard);
    await clicked(bot, at, { type: 'set_severity', level: z.enum(severities).parse(click.action.value) });
    await heard.ack();
    await drawAgain(bot, at);
    return undefined;
  };

/** Another time was chosen: the screen says what it means, and asks only what it needs. */
export const onSummaryWhen =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const at = await inWindow(bot, click.user, windowOf(click), heard);
    await readAs(bot, at.who, at.team, at.about.incident);
    await heard.ack();
    await drawAgain(bot, at);
    return undefined;
  };

/**
 * Somebody was chosen as the manager: from here on they are a line with their time. Nothing is saved yet. Who cannot be
 * chosen stays in the field, where sending the form says why.
 */
export const onManagerChosen =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const at = await inWindow(bot, click.user, windowOf(click), heard);
    await readAs(bot, at.who, at.team, at.about.incident);
    const manager = at.form.choice(actionIds.manager);
    await heard.ack();
    if (manager === null || manager === click.user) return undefined;
    if ((await whyUnfit(bot, heard.team, manager)) !== null) return undefined;
    await keepField(bot, at, actionIds.manager, manager);
    await keepField(bot, at, actionIds.changeManager, '');
    await drawAgain(bot, at);
    return undefined;
  };

/** *Change*, beside the manager: the person is asked for. */
export const onChangeManager =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const at = await inWindow(bot, click.user, windowOf(click), heard);
    await readAs(bot, at.who, at.team, at.about.incident);
    await heard.ack();
    await keepField(bot, at, actionIds.changeManager, 'yes');
    await drawAgain(bot, at);
    return undefined;
  };

/** The screen again. What is typed and chosen on it is kept as the person's draft, from which it is drawn. */
export async function drawAgain(bot: Bot, at: InWindow): Promise<void> {
  await keepFields(
    bot,
    at,
    at.form.fields().filter((field) => isKept(at.form, field)),
  );
  await redraw(bot, at.view, await screenIn(bot, at, 'escalation'));
}

/**
 * A first version that nobody has touched is written anew each time: by then more may be known. A manager is kept when
 * they were looked at, and not before.
 */
function isKept(form: Form, field: string): boolean {
  if (field === actionIds.manager) return false;
  return field !== actionIds.summaryText || form.isChanged(field);
}
