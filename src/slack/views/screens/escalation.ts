import type { ModalView } from '@slack/types';
import type { Reading } from '../../../app/ports.ts';
import { isSerious } from '../../../domain/severity.ts';
import { context, dateTime, input, radios, section, select, textInput, userSelect } from '../../blocks.ts';
import { draftIn } from '../../draft-field.ts';
import { actionIds, viewIds } from '../../ids.ts';
import { plainTime, wallClock } from '../../words/dates.ts';
import type { Words } from '../../words/words.ts';
import { type Block, mention } from '../parts.ts';
import { screenView } from './frame.ts';
import { draftBlocks, draftOfHelper, givenWords } from './summary-draft.ts';

export const summaryLimit = 2500;

/** What is known of the manager: asked of Slack just before the screen is drawn, and left out when it did not answer. */
export type ManagerFacts = {
  readonly manager: string | null;
  readonly zone: string | null;
  readonly paused: boolean;
};

/** The values of the question *when*. */
export const summaryTimes = ['now', 'morning', 'at', 'myself'] as const;
export type SummaryTime = (typeof summaryTimes)[number];

/** The manager, the engineer's own words to them, and when. `helpers` are names as plain text, for the first version. */
export function escalationScreen(
  reading: Reading,
  facts: ManagerFacts,
  helpers: readonly string[],
  words: Words,
): ModalView {
  const { incident } = reading;
  const { summary } = incident;
  const { escalation } = words.screens;
  const onItsWay = summary !== null && summary.state !== 'written' && summary.state !== 'refused';
  if (onItsWay && incident.manager !== null) {
    const say = summary.state === 'sending' ? escalation.onItsWay : escalation.sent;
    const sent = section(say(mention(incident.manager)));
    return screenView('escalation', reading, [severity(reading, words), sent], words);
  }
  const serious = isSerious(incident.severity.level);
  const written = summary === null ? undefined : reading.words.get(summary.words);
  const typed = draftIn(reading, viewIds.escalation, actionIds.summaryText);
  const drafted = draftOfHelper(reading, typed);
  const before = typed ?? drafted?.text ?? givenWords(reading) ?? written;
  const chosen: SummaryTime =
    summary?.timing.kind === 'at' ? 'at' : summary?.timing.kind === 'myself' ? 'myself' : 'now';
  const at = summary?.timing.kind === 'at' ? summary.timing.at / 1000 : undefined;
  return screenView(
    'escalation',
    reading,
    [
      severity(reading, words),
      section(serious ? escalation.adviseNow : escalation.adviseCalm),
      input(
        actionIds.manager,
        escalation.manager,
        userSelect(actionIds.manager, { initial: facts.manager ?? undefined }),
      ),
      ...managerTime(facts, reading.now, words),
      ...(drafted === null ? [] : draftBlocks(drafted, words)),
      input(
        actionIds.summaryText,
        escalation.text,
        textInput(actionIds.summaryText, {
          ...{ initial: before ?? firstDraft(reading, helpers, words), multiline: true },
          maxLength: summaryLimit,
          whileTyping: true,
        }),
        { hint: escalation.textHint, dispatch: true },
      ),
      input(actionIds.summaryWhen, escalation.when, radios(actionIds.summaryWhen, times(words), chosen)),
      input(actionIds.summaryAt, escalation.at, dateTime(actionIds.summaryAt, at), {
        optional: true,
        hint: escalation.atHint,
      }),
    ],
    words,
  );
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

function managerTime(facts: ManagerFacts, now: number, words: Words): readonly Block[] {
  if (facts.manager === null || facts.zone === null) return [];
  const time = wallClock(now, facts.zone);
  const lines = time === null ? [] : [words.screens.escalation.managerTime(time)];
  if (facts.paused) lines.push(words.screens.escalation.managerPaused);
  return lines.length === 0 ? [] : [context([lines.join(' ')])];
}

const times = (words: Words) => {
  const { whenNow, whenMorning, whenAt, whenMyself } = words.screens.escalation;
  const texts: Record<SummaryTime, string> = {
    now: whenNow,
    morning: whenMorning,
    at: whenAt,
    myself: whenMyself,
  };
  return summaryTimes.map((value) => ({ value, text: texts[value] }));
};

/** A first version in plain sentences, from the answers; never from what was written in fright. */
export function firstDraft(
  { incident, viewer, words: texts }: Reading,
  helpers: readonly string[],
  words: Words,
): string {
  const { impact, severity: assessed, openedAt } = incident;
  return words.summary.draft({
    kinds: impact.kinds.filter((kind) => kind !== 'unknown'),
    affected: impact.affected === null ? null : (texts.get(impact.affected) ?? null),
    noticedBy: impact.noticedBy,
    level: assessed.level,
    since: plainTime(openedAt, viewer.zone ?? 'UTC'),
    helpers,
  });
}
