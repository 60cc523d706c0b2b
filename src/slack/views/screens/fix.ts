import type { ModalView } from '@slack/types';
import type { Reading } from '../../../app/ports.ts';
import { type Incident, plannedSteps, type Step } from '../../../domain/incident.ts';
import type { Playbook } from '../../../domain/playbook.ts';
import {
  actions,
  button,
  context,
  divider,
  input,
  option,
  radios,
  section,
  select,
  textInput,
} from '../../blocks.ts';
import { draftIn } from '../../draft-field.ts';
import { actionIds, viewIds } from '../../ids.ts';
import { escapeMrkdwn, plainPreview } from '../../mrkdwn.ts';
import { refer } from '../../references.ts';
import type { Words } from '../../words/words.ts';
import { type Block, mention } from '../parts.ts';
import { screenView, yesNoUnknown } from './frame.ts';

export const stepLimit = 1000;

/** More than this would push the question out of sight. */
const mostSteps = 20;

/** All steps, or of a long plan those that are still to be done, in their order. */
function stepsToShow(steps: readonly Step[]): readonly Step[] {
  return steps.length <= mostSteps
    ? steps
    : steps.filter(({ state }) => state !== 'done').slice(0, mostSteps);
}

/** The plan: what a playbook advises, the steps so far, and the question for the next one. */
export function fixScreen(reading: Reading, playbook: Playbook | null, words: Words): ModalView {
  const { incident } = reading;
  const steps = plannedSteps(incident);
  const shown = stepsToShow(steps);
  const { plan, noSteps, moreSteps, waits, add } = words.screens.fix;
  // A new name for the fields after each step: Slack would otherwise keep what was typed for the one before.
  const round = incident.steps.length;
  const text = draftIn(reading, viewIds.fix, actionIds.stepText);
  return screenView(
    'fix',
    reading,
    [
      // A playbook says it for its own case; twice would be one paragraph more to get through.
      ...(incident.stillHappening === 'no' || playbook?.stopFirst.length
        ? []
        : [section(words.common.stopFirst)]),
      ...(playbook === null ? [] : advice(playbook, incident, words)),
      section(plan),
      ...(steps.length === 0 ? [context([noSteps])] : []),
      ...shown.flatMap((step) => stepBlocks(step, steps.indexOf(step) + 1, reading, words)),
      ...(shown.length === steps.length ? [] : [context([moreSteps(steps.length - shown.length)])]),
      divider(),
      ...stepFields(words, round, { text }, 'keepTyping'),
      context([waits]),
    ],
    words,
    add,
  );
}

/** The three questions of a step; also those of the window that changes one. */
export function stepFields(
  words: Words,
  round: number,
  before: { readonly text?: string | undefined; readonly confidence?: number; readonly undo?: string } = {},
  typing: 'keepTyping' | 'untilSent' = 'untilSent',
): readonly Block[] {
  const { text, textHint, confidence, confidenceOf, undo } = words.screens.fix;
  const sureness = [5, 4, 3, 2, 1].map((value) => ({ value: String(value), text: confidenceOf(value) }));
  const block = (name: string) => `${name}.${round}`;
  return [
    input(
      block(actionIds.stepText),
      text,
      textInput(actionIds.stepText, {
        initial: before.text,
        multiline: true,
        maxLength: stepLimit,
        whileTyping: typing === 'keepTyping',
      }),
      { optional: true, hint: textHint, dispatch: typing === 'keepTyping' },
    ),
    input(
      block(actionIds.stepConfidence),
      confidence,
      select(actionIds.stepConfidence, sureness, { initial: before.confidence?.toString() }),
      { optional: true },
    ),
    input(block(actionIds.stepUndo), undo, radios(actionIds.stepUndo, yesNoUnknown(words), before.undo), {
      optional: true,
    }),
  ];
}

/** The least that must be read now; the rest is one press away, so that the question stays in sight. */
function advice(playbook: Playbook, incident: Incident, words: Words): readonly Block[] {
  const { playbook: title, stopFirst, notYet, readPlaybook } = words.screens.fix;
  const [stop] = playbook.stopFirst;
  const [warning] = playbook.doNotYet;
  const value = refer({ incident: incident.id, playbook: playbook.id });
  const lines = [
    title(escapeMrkdwn(playbook.title)),
    ...(stop === undefined ? [] : [`${stopFirst} ${escapeMrkdwn(stop)}`]),
    ...(warning === undefined ? [] : [`${notYet} ${escapeMrkdwn(warning.what)}`]),
  ];
  return [
    section(lines.join('\n')),
    actions([button(actionIds.playbook, readPlaybook, { value })]),
    divider(),
  ];
}

function stepBlocks(
  step: Step,
  number: number,
  { incident, words: texts }: Reading,
  words: Words,
): readonly Block[] {
  const text = plainPreview(texts.get(step.words) ?? '…', 500);
  const menu = step.state === 'waiting' || step.state === 'ready' || step.state === 'failed';
  const accessory = menu ? stepMenu(incident, step, words) : undefined;
  const remarks = [words.steps.sureness(step.confidence), words.steps.undo[step.undo]];
  if (step.approvedBy !== null) remarks.push(words.steps.approvedBy(mention(step.approvedBy)));
  if (step.questionedBy !== null) remarks.push(words.steps.questionedBy(mention(step.questionedBy)));
  const question = step.question === null ? undefined : texts.get(step.question);
  if (question !== undefined) remarks.push(`“${plainPreview(question, 300)}”`);
  return [
    section(words.steps.line(number, text, step.state), accessory === undefined ? {} : { accessory }),
    context([remarks.join(' · ')]),
    ...stepButtons(incident, step, words),
  ];
}

const stepMenu = (incident: Incident, step: Step, words: Words) => ({
  type: 'overflow' as const,
  action_id: actionIds.stepMenu,
  options: [
    option({ value: `change:${step.id}:${incident.id}`, text: words.steps.change }),
    option({ value: `remove:${step.id}:${incident.id}`, text: words.steps.remove }),
  ],
});

/** Where a step can go from here; one at a time, each a button of its own. */
function stepButtons(incident: Incident, step: Step, words: Words): readonly Block[] {
  const value = refer({ incident: incident.id, step: step.id });
  const move = (to: string, text: string, style?: 'primary') =>
    button(`${actionIds.stepMove}.${to}`, text, style === undefined ? { value } : { value, style });
  switch (step.state) {
    case 'ready':
      return [actions([move('started', words.steps.start, 'primary')])];
    case 'started':
      return [actions([move('done', words.steps.isDone, 'primary'), move('failed', words.steps.didNotWork)])];
    case 'failed':
      return [actions([move('started', words.steps.tryAgain)])];
    default:
      return [];
  }
}
