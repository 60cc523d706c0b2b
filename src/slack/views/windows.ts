import type { ModalView } from '@slack/types';
import type { Reading } from '../../app/ports.ts';
import type { UserId, WordsId } from '../../domain/identifiers.ts';
import type { Incident, Step } from '../../domain/incident.ts';
import { actions, button, context, input, modal, section, textInput, userSelect } from '../blocks.ts';
import { draftIn } from '../draft-field.ts';
import { actionIds, viewIds } from '../ids.ts';
import { refer, referView } from '../references.ts';
import type { Words } from '../words/words.ts';
import { mention } from './parts.ts';
import { stepFields, stepLimit } from './screens/fix.ts';

/** Opened before anything slow is done, since opening needs only the trigger; filled a moment later. */
export function openingWindow(words: Words): ModalView {
  const { title, text } = words.screens.opening;
  return modal({ title, callbackId: viewIds.opening, close: words.common.close, blocks: [section(text)] });
}

/** One plain statement, where the person is looking. */
export function noticeWindow(text: string, words: Words): ModalView {
  const { title } = words.screens.opening;
  return modal({ title, callbackId: viewIds.notice, close: words.common.close, blocks: [section(text)] });
}

/** Nothing more is asked about a small incident: two screens were all. */
export function smallWindow({ id }: Incident, words: Words): ModalView {
  const { title, text, over, plan, bigger } = words.screens.small;
  const value = refer({ incident: id });
  return modal({
    title,
    callbackId: viewIds.small,
    close: words.common.close,
    blocks: [
      section(text),
      actions([
        button(actionIds.smallOver, over, { value, style: 'primary' }),
        button(actionIds.smallPlan, plan, { value }),
      ]),
      context([bigger]),
    ],
  });
}

/** The database did not answer: what was written is in the field, and one press tries again. */
export function retryWindow(text: string, words: Words): ModalView {
  const { title, text: sentence, label, submit } = words.screens.retry;
  const field = textInput(actionIds.happened, { initial: text, multiline: true });
  return modal({
    ...{ title, callbackId: viewIds.retry, submit, close: words.common.close },
    blocks: [section(sentence), input(actionIds.happened, label, field, { optional: true })],
  });
}

/** The person has an open incident: the same thing, or something new? */
export function resumeWindow(incident: Incident, kept: WordsId | null, words: Words): ModalView {
  const { title, text, textKept, same, different } = words.screens.resume;
  const value = refer({ incident: incident.id });
  const name = words.common.incidentName(incident.number);
  return modal({
    title,
    callbackId: viewIds.resume,
    privateMetadata: referView({
      ...{ incident: incident.id, version: incident.version },
      ...(kept === null ? {} : { words: kept }),
    }),
    close: words.common.close,
    blocks: [
      section(kept !== null ? `${text(name)} ${textKept}` : text(name)),
      actions([
        button(actionIds.resumeIncident, same, { value, style: 'primary' }),
        button(actionIds.newIncident, different, { value }),
      ]),
    ],
  });
}

/** A screen of the open incident for somebody who came back, with a way to begin a new one. */
export function withNewOffered(view: ModalView, incident: Incident, words: Words): ModalView {
  const { back, different } = words.screens.resume;
  const value = refer({ incident: incident.id });
  const accessory = button(actionIds.newIncident, different, { value });
  const line = section(back(words.common.incidentName(incident.number)), { accessory });
  return { ...view, blocks: [line, ...view.blocks] };
}

export function noteWindow(reading: Reading, words: Words): ModalView {
  const { incident } = reading;
  const initial = draftIn(reading, viewIds.note, actionIds.noteText);
  const field = textInput(actionIds.noteText, { initial, multiline: true, whileTyping: true });
  const { title, label, hint } = words.screens.note;
  return modal({
    ...{ title, callbackId: viewIds.note, submit: words.common.save, close: words.common.close },
    privateMetadata: referView({ incident: incident.id, version: incident.version }),
    blocks: [input(actionIds.noteText, label, field, { hint, dispatch: true })],
  });
}

export function chooseHelperWindow({ incident }: Pick<Reading, 'incident'>, words: Words): ModalView {
  const { title, label, submit } = words.screens.chooseHelper;
  return modal({
    ...{ title, callbackId: viewIds.chooseHelper, submit, close: words.common.close },
    privateMetadata: referView({ incident: incident.id, version: incident.version }),
    blocks: [input(actionIds.helper, label, userSelect(actionIds.helper))],
  });
}

/** *Let's change it*: what the second person would do instead, for exactly the words they read. */
export function questionStepWindow(
  reference: {
    readonly incident: string;
    readonly version: number;
    readonly step: string;
    readonly words: string;
  },
  words: Words,
): ModalView {
  const { questionTitle, questionLabel, questionHint } = words.steps;
  const text = textInput(actionIds.stepText, { multiline: true, maxLength: stepLimit });
  return modal({
    ...{ title: questionTitle, callbackId: viewIds.questionStep, submit: words.common.save },
    close: words.common.close,
    privateMetadata: referView(reference),
    blocks: [input(actionIds.stepText, questionLabel, text, { optional: true, hint: questionHint })],
  });
}

/** *Write a step*: a helper writes for the engineer's plan. */
export function writeStepWindow(incident: Incident, words: Words): ModalView {
  const { writeTitle, writeHint } = words.steps;
  return modal({
    ...{ title: writeTitle, callbackId: viewIds.writeStep, submit: words.screens.fix.add },
    close: words.common.close,
    privateMetadata: referView({ incident: incident.id, version: incident.version }),
    blocks: [section(writeHint(mention(incident.engineer))), ...stepFields(words, 0)],
  });
}

/** Who should go on; the choice is checked when it is sent. */
export function handOffWindow(incident: Incident, by: UserId, words: Words): ModalView {
  const { title, label, hintEngineer, hintHelper, submit } = words.handOff;
  const hint = by === incident.engineer ? hintEngineer : hintHelper;
  return modal({
    ...{ title, callbackId: viewIds.handOff, submit, close: words.common.close },
    privateMetadata: referView({ incident: incident.id, version: incident.version }),
    blocks: [input(actionIds.helper, label, userSelect(actionIds.helper), { hint })],
  });
}

export function changeStepWindow({ incident, words: texts }: Reading, step: Step, words: Words): ModalView {
  const before = { text: texts.get(step.words), confidence: step.confidence, undo: step.undo };
  return modal({
    ...{ title: words.steps.changeTitle, callbackId: viewIds.changeStep, submit: words.common.save },
    close: words.common.close,
    privateMetadata: referView({ incident: incident.id, version: incident.version, step: step.id }),
    blocks: stepFields(words, 0, before),
  });
}
