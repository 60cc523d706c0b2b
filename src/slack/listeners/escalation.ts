import { z } from 'zod';
import type { SummaryTiming } from '../../domain/events.ts';
import { nextMorning } from '../../domain/working-day.ts';
import { Declined } from '../declined.ts';
import { actionIds } from '../ids.ts';
import type { Handler, SubmissionAnswer } from '../listen.ts';
import type { Click, Submission } from '../payloads.ts';
import { type SummaryTime, summaryTimes } from '../views/screens/escalation.ts';
import { type Bot, readAs } from './bot.ts';
import { refuseUnfit } from './fit-person.ts';
import type { Form } from './form.ts';
import { clicked, inWindow, submit, windowOf } from './in-window.ts';
import { redraw } from './open-window.ts';
import { showScreen } from './show-screen.ts';

/** The summary to the manager: checked, kept in the engineer's words, sent now or when they said. */
export const onSummary =
  (bot: Bot): Handler<Submission, SubmissionAnswer> =>
  async ({ user, view }, heard) => {
    const at = await inWindow(bot, user, view, heard);
    const { form, team } = at;
    const manager = form.choice(actionIds.manager);
    // Without the question it has gone already: this is only the way on.
    if (manager !== null) {
      const text = form.text(actionIds.summaryText);
      if (text === null)
        throw new Declined(bot.words.failures.summaryEmpty, form.blockOf(actionIds.summaryText));
      await refuseUnfit(bot, team, manager, form.blockOf(actionIds.manager));
      const timing = await timingOf(bot, form, team, manager);
      await submit(bot, at, (keep) => ({
        ...{ type: 'write_summary', manager, timing },
        words: keep(text, 'manager'),
      }));
    }
    const reading = await readAs(bot, at.who, team, at.about.incident);
    return { response_action: 'update', view: await showScreen(bot, reading, 'fix') };
  };

async function timingOf(bot: Bot, form: Form, team: string, manager: string): Promise<SummaryTiming> {
  const when: SummaryTime = z.enum(summaryTimes).catch('now').parse(form.choice(actionIds.summaryWhen));
  switch (when) {
    case 'now':
      return { kind: 'now' };
    case 'myself':
      return { kind: 'myself' };
    case 'morning': {
      const zone = (await bot.people.facts(team, manager))?.zone ?? 'UTC';
      return { kind: 'at', at: nextMorning(bot.clock.now(), zone) };
    }
    default: {
      const at = form.time(actionIds.summaryAt);
      const blockId = form.blockOf(actionIds.summaryAt);
      if (at === null) throw new Declined(bot.words.failures.chooseTime, blockId);
      if (at <= bot.clock.now()) throw new Declined(bot.words.failures.rejection('time_is_past'), blockId);
      return { kind: 'at', at };
    }
  }
}

const severities = ['SEV1', 'SEV2', 'SEV3', 'SEV4', 'unknown'] as const;

/** Somebody knows better how serious it is. */
export const onSeverity =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const at = await inWindow(bot, click.user, windowOf(click), heard);
    await clicked(bot, at, { type: 'set_severity', level: z.enum(severities).parse(click.action.value) });
    await heard.ack();
    const reading = await readAs(bot, at.who, at.team, at.about.incident);
    await redraw(bot, at.view, await showScreen(bot, reading, 'escalation'));
    return undefined;
  };
