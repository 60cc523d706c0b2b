import type { ModalView } from '@slack/types';
import type { Reading, RenderedMessage } from '../../app/ports.ts';
import type { QuestionId, UserId } from '../../domain/identifiers.ts';
import { findQuestion, type Incident, type ManagerQuestion } from '../../domain/incident.ts';
import { actions, button, context, input, modal, section, textInput } from '../blocks.ts';
import { actionIds, viewIds } from '../ids.ts';
import { quote } from '../mrkdwn.ts';
import { refer, referView } from '../references.ts';
import type { Words } from '../words/words.ts';
import { type Block, mention } from './parts.ts';

export const questionLimit = 1000;
/** So many stand below a summary; earlier ones are further up in the same conversation. */
const shownBelow = 3;
const limits = { maxLength: 1500, maxLines: 20 };

/** In the engineer's DM: what their manager asks, with *Answer* until it is answered. */
export function managerQuestion(
  { incident, words: typed }: Reading,
  { question: id }: { readonly question: QuestionId },
  words: Words,
): RenderedMessage | null {
  const asked = findQuestion(incident, id);
  if (asked === undefined) return null;
  const { asks, answer, answerHint, preview, youAnswered } = words.questions;
  const blocks: Block[] = [
    section(asks(mention(asked.by), words.common.incidentName(incident.number))),
    ...quoted(typed.get(asked.words)),
  ];
  if (asked.answer !== null) {
    blocks.push(section(youAnswered), ...quoted(typed.get(asked.answer)));
    return { text: preview, blocks };
  }
  const value = refer({ incident: incident.id, question: id });
  blocks.push(
    actions([button(actionIds.answerQuestion, answer, { value, style: 'primary' })]),
    context([answerHint]),
  );
  return { text: preview, blocks };
}

/** In the DM of the manager who asked: the answer below the question, with a way to ask on. */
export function managerAnswer(
  { incident, words: typed }: Reading,
  { question: id }: { readonly question: QuestionId },
  words: Words,
): RenderedMessage | null {
  const asked = findQuestion(incident, id);
  if (asked === undefined || asked.answer === null) return null;
  const { answers, ask, previewAnswer, youAsked, theirAnswer } = words.questions;
  const title = answers(mention(incident.engineer), words.common.incidentName(incident.number));
  const value = refer({ incident: incident.id });
  return {
    text: previewAnswer,
    blocks: [
      section(title),
      section(youAsked),
      ...quoted(typed.get(asked.words)),
      section(theirAnswer),
      ...quoted(typed.get(asked.answer)),
      actions([button(actionIds.askQuestion, ask, { value })]),
    ],
  };
}

/** Below the summary: what this reader asked last, each with its answer. */
export function questionsOf(
  { incident, words: typed }: Reading,
  reader: UserId | null,
  words: Words,
): readonly Block[] {
  const { youAsked, theirAnswer, notAnswered } = words.questions;
  const said = (title: string, text: string | undefined) =>
    text === undefined ? [] : [title, quote(text, { maxLength: 700, maxLines: 6 })];
  return incident.questions
    .filter(({ by }) => by === reader)
    .slice(-shownBelow)
    .map(({ words: asked, answer }) => {
      const lines = said(youAsked, typed.get(asked));
      if (answer === null) lines.push(notAnswered);
      else lines.push(...said(theirAnswer, typed.get(answer)));
      return lines;
    })
    .filter((lines) => lines.length > 0)
    .map((lines) => section(lines.join('\n')));
}

export function askQuestionWindow(incident: Incident, words: Words): ModalView {
  const { ask, askLabel, askHint, send } = words.questions;
  const field = textInput(actionIds.questionText, { multiline: true, maxLength: questionLimit });
  return modal({
    ...{ title: ask, callbackId: viewIds.askQuestion, submit: send, close: words.common.close },
    privateMetadata: referView({ incident: incident.id, version: incident.version }),
    blocks: [input(actionIds.questionText, askLabel, field, { hint: askHint })],
  });
}

/** The question stands above the field, since the message is behind the window. */
export function answerQuestionWindow(
  { incident, words: typed }: Reading,
  { id, words: asked }: ManagerQuestion,
  words: Words,
): ModalView {
  const { answer, answerLabel, answerReaders, send } = words.questions;
  const field = textInput(actionIds.answerText, { multiline: true, maxLength: questionLimit });
  return modal({
    ...{ title: answer, callbackId: viewIds.answerQuestion, submit: send, close: words.common.close },
    privateMetadata: referView({ incident: incident.id, version: incident.version, question: id }),
    blocks: [
      ...quoted(typed.get(asked)),
      input(actionIds.answerText, answerLabel, field, { hint: answerReaders }),
    ],
  });
}

const quoted = (text: string | undefined): readonly Block[] =>
  text === undefined ? [] : [section(quote(text, limits))];
