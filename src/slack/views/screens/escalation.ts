import type { ModalView } from '@slack/types';
import type { Reading } from '../../../app/ports.ts';
import type { Incident, SummaryState } from '../../../domain/incident.ts';
import { ownWordTime, ownWordTimes } from '../../../domain/own-word.ts';
import { isSerious } from '../../../domain/severity.ts';
import {
  actions,
  button,
  context,
  input,
  radios,
  section,
  select,
  textInput,
  userSelect,
} from '../../blocks.ts';
import { draftIn } from '../../draft-field.ts';
import { actionIds, viewIds } from '../../ids.ts';
import { refer, referView } from '../../references.ts';
import { slackDayAndTime, slackTime, wallClock } from '../../words/dates.ts';
import type { Words } from '../../words/words.ts';
import { firstSummary } from '../first-summary.ts';
import { type Block, mention } from '../parts.ts';
import { screenView } from './frame.ts';
import { draftBlocks, draftOfHelper, givenWords } from './summary-draft.ts';
import { morningOf, onBothClocks, timeChoices, type Zones } from './summary-times.ts';

export const summaryLimit = 2500;

/** What is known of the manager: asked of Slack just before the screen is drawn, and left out when it did not answer. */
export type ManagerFacts = {
  readonly manager: string | null;
  readonly zone: string | null;
  readonly paused: boolean;
};

/** The values of the question *when*. */
export const summaryTimes = ['now', 'morning', 'at', 'after_helper', 'myself'] as const;
export type SummaryTime = (typeof summaryTimes)[number];

/** What was typed and chosen on this screen and is not sent yet, among the person's drafts. */
function typedIn(reading: Reading) {
  const draft = (actionId: string) => draftIn(reading, viewIds.escalation, actionId);
  const when = summaryTimes.find((time) => time === draft(actionIds.summaryWhen));
  return {
    when,
    text: draft(actionIds.summaryText),
    at: draft(actionIds.summaryAt),
    /** *Change* was pressed: the manager is asked for. */
    changing: draft(actionIds.changeManager) !== undefined,
  };
}

type Typed = ReturnType<typeof typedIn>;

/**
 * The manager, the engineer's own words to them, and when: one to three questions. A manager who is known is a line and
 * not a question. `helpers` are names as plain text, for the first version.
 */
export function escalationScreen(
  reading: Reading,
  facts: ManagerFacts,
  helpers: readonly string[],
  words: Words,
): ModalView {
  const { incident } = reading;
  const { summary } = incident;
  const isSettled = summary !== null && summary.state !== 'written' && summary.state !== 'refused';
  if (isSettled && incident.manager !== null) {
    const said = section(settled(summary, mention(incident.manager), words));
    return screenView('escalation', reading, [severity(reading, words), said], words);
  }
  const typed = typedIn(reading);
  const zones: Zones = { theirs: facts.zone, yours: reading.viewer.zone };
  const when = typed.when ?? chosenBefore(reading, zones);
  const bounced = summary?.state === 'refused' && facts.manager === incident.manager;
  const asksManager = facts.manager === null || typed.changing || bounced;
  const { adviseNow, adviseCalm } = words.screens.escalation;
  const view = screenView(
    'escalation',
    reading,
    [
      severity(reading, words),
      ...waiting(incident, words),
      section(isSerious(incident.severity.level) ? adviseNow : adviseCalm),
      ...(asksManager ? [managerPicker(facts, words)] : managerLine(facts, reading.now, words)),
      ...(when === 'myself' ? [] : textField(reading, helpers, typed, words)),
      whenField(reading, zones, when, words),
      ...about(reading, facts, when, words),
      ...(when !== 'at' ? [] : timeField(reading, zones, asksManager, typed, words)),
    ],
    words,
  );
  if (asksManager || facts.manager === null) return view;
  const { id, version } = incident;
  const carried = { incident: id, version, screen: 'escalation', manager: facts.manager } as const;
  return { ...view, private_metadata: referView(carried) };
}

/** Nothing is asked any more: it has gone, or they know. */
function settled({ state }: SummaryState, manager: string, words: Words): string {
  const { onItsWay, sent, toldByYou } = words.screens.escalation;
  if (state === 'told') return toldByYou(manager);
  return state === 'sending' ? onItsWay(manager) : sent(manager);
}

function chosenBefore({ incident, now }: Reading, zones: Zones): SummaryTime {
  const timing = incident.summary?.timing;
  if (timing?.kind !== 'at') return timing?.kind ?? 'now';
  return timing.at === morningOf(now, zones) ? 'morning' : 'at';
}

/** What the summary waits for, and the way not to wait. */
function waiting(incident: Incident, words: Words): readonly Block[] {
  const { summary } = incident;
  if (summary?.state !== 'written') return [];
  const { waitsForTime, waitsForHelper, waitsForYou, sendNow, iHaveTold } = words.screens.escalation;
  const value = refer({ incident: incident.id });
  const send = actions([button(actionIds.sendSummary, sendNow, { value })]);
  switch (summary.timing.kind) {
    case 'myself':
      return [section(waitsForYou), actions([button(actionIds.iHaveTold, iHaveTold, { value })])];
    case 'after_helper':
      return [section(waitsForHelper), send];
    case 'at':
      return [section(waitsForTime(slackDayAndTime(summary.timing.at))), send];
    default:
      return [];
  }
}

function severity({ incident }: Reading, words: Words): Block {
  const { level, reason } = incident.severity;
  const { severity: say, change } = words.screens.escalation;
  const levels = (['SEV1', 'SEV2', 'SEV3', 'SEV4', 'unknown'] as const).map((value) => ({
    value,
    text: words.common.severityMeaning(value),
  }));
  const accessory = select(actionIds.severity, levels, { initial: level, placeholder: change });
  return section(say(words.common.severity(level), words.common.severityReason(reason)), { accessory });
}

function managerPicker({ manager }: ManagerFacts, words: Words): Block {
  const field = userSelect(actionIds.manager, { initial: manager ?? undefined });
  return input(actionIds.manager, words.screens.escalation.manager, field, { dispatch: true });
}

function managerLine({ manager, zone, paused }: ManagerFacts, now: number, words: Words): readonly Block[] {
  if (manager === null) return [];
  const { managerIs, changeManager, managerTime, managerPaused } = words.screens.escalation;
  const time = zone === null ? null : wallClock(now, zone);
  const lines = [
    managerIs(mention(manager)),
    ...(time === null ? [] : [managerTime(time)]),
    ...(paused ? [managerPaused] : []),
  ];
  const accessory = button(actionIds.changeManager, changeManager);
  return [section(lines.join(' '), { accessory })];
}

function textField(
  reading: Reading,
  helpers: readonly string[],
  typed: Typed,
  words: Words,
): readonly Block[] {
  const written = reading.incident.summary?.words ?? null;
  const before = written === null ? undefined : reading.words.get(written);
  const drafted = draftOfHelper(reading, typed.text);
  const initial =
    typed.text ?? drafted?.text ?? givenWords(reading) ?? before ?? firstSummary(reading, helpers, words);
  const field = textInput(actionIds.summaryText, {
    ...{ initial, multiline: true, whileTyping: true, maxLength: summaryLimit },
  });
  const { text, textHint } = words.screens.escalation;
  return [
    ...(drafted === null ? [] : draftBlocks(drafted, words)),
    input(actionIds.summaryText, text, field, { hint: textHint, dispatch: true }),
  ];
}

function whenField(reading: Reading, zones: Zones, chosen: SummaryTime, words: Words): Block {
  const { escalation } = words.screens;
  const { now, incident } = reading;
  const morning = morningOf(now, zones);
  const serious = isSerious(incident.severity.level);
  const choices: Record<SummaryTime, { readonly text: string; readonly description?: string | undefined }> = {
    now: { text: escalation.whenNow },
    morning: {
      text: escalation.whenMorning,
      description: morning === null ? undefined : onBothClocks(now, morning, zones, words),
    },
    at: { text: escalation.whenAt },
    after_helper: { text: escalation.whenAfterHelper },
    myself: {
      text: escalation.whenMyself,
      description: serious ? escalation.whenMyselfSerious : undefined,
    },
  };
  const options = summaryTimes.map((value) => {
    const { text, description } = choices[value];
    return description === undefined ? { value, text } : { value, text, description };
  });
  const field = radios(actionIds.summaryWhen, options, chosen);
  return input(actionIds.summaryWhen, escalation.when, field, { dispatch: true });
}

/** What the chosen time means, before it is sent. */
function about(
  { incident }: Reading,
  { manager }: ManagerFacts,
  when: SummaryTime,
  words: Words,
): readonly Block[] {
  const { afterHelper, myself, myselfRunsOut, myselfRunsOutSoon } = words.screens.escalation;
  if (when === 'after_helper') {
    const readers = incident.helpers.filter((person) => person !== manager);
    return [context([afterHelper(readers.map(mention))])];
  }
  if (when !== 'myself') return [];
  if (!isSerious(incident.severity.level)) return [context([myself])];
  const times = ownWordTimes(incident);
  return times === null || manager === null
    ? [section(myselfRunsOutSoon(ownWordTime / 60_000))]
    : [section(myselfRunsOut(mention(manager), slackTime(times.due)))];
}

function timeField(
  { incident, now }: Reading,
  zones: Zones,
  asksManager: boolean,
  typed: Typed,
  words: Words,
): readonly Block[] {
  const { at: label, atNeedsManager } = words.screens.escalation;
  if (asksManager) return [context([atNeedsManager])];
  const timing = incident.summary?.timing;
  const before = timing?.kind === 'at' ? timing.at : null;
  const initial = typed.at ?? (before === null ? undefined : String(before));
  const field = select(actionIds.summaryAt, timeChoices(now, zones, before, words), { initial });
  return [input(actionIds.summaryAt, label, field)];
}
