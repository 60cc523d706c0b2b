import { z } from 'zod';
import type { SummaryTiming } from '../../domain/events.ts';
import { nextMorning } from '../../domain/working-day.ts';
import { Declined } from '../declined.ts';
import { actionIds } from '../ids.ts';
import { type SummaryTime, summaryTimes } from '../views/screens/escalation.ts';
import { actFor, type Bot, type Heard, readAs } from './bot.ts';
import { refuseUnfit } from './fit-person.ts';
import type { Form } from './form.ts';
import type { ClickPayload, SubmissionPayload } from './payloads.ts';
import { inView, submissionKey } from './screens.ts';
import { showScreen } from './show-screen.ts';

/** The summary to the manager: checked, kept in the engineer's words, sent now or when they said. */
export async function onSummary(
  bot: Bot,
  { payload, correlation, ack }: Heard<SubmissionPayload>,
): Promise<void> {
  const { team, who, view, about, form } = await inView(bot, payload, payload.view);
  const manager = form.user(actionIds.manager);
  // Without the question it has gone already: this is only the way on.
  if (manager !== null) {
    const text = form.text(actionIds.summaryText);
    if (text === null)
      throw new Declined(bot.words.failures.summaryEmpty, form.blockOf(actionIds.summaryText));
    await refuseUnfit(bot, team, manager, form.blockOf(actionIds.manager));
    const timing = await timingOf(bot, form, team, manager);
    await actFor(bot, {
      ...{ team, incident: about.incident, actor: who, correlation, key: submissionKey(view) },
      command: (keep) => ({ type: 'write_summary', manager, words: keep(text, 'manager'), timing }),
    });
  }
  const reading = await readAs(bot, who, team, about.incident);
  await ack({ response_action: 'update', view: await showScreen(bot, reading, 'fix') });
}

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
export async function onSeverity(
  bot: Bot,
  { payload, correlation, ack }: Heard<ClickPayload>,
): Promise<void> {
  const { view } = payload;
  if (!view) return ack();
  const { team, who, about } = await inView(bot, payload, view);
  const level = z.enum(severities).parse(payload.actions[0]?.selected_option?.value);
  await actFor(bot, {
    ...{ team, incident: about.incident, actor: who, correlation, key: null },
    command: () => ({ type: 'set_severity', level }),
  });
  await ack();
  const reading = await readAs(bot, who, team, about.incident);
  await bot.windows.update(view.id, await showScreen(bot, reading, 'escalation'));
}
