import type { Reading, RenderedMessage } from '../../app/ports.ts';
import type { MessageBody } from '../../domain/effects.ts';
import type { Step } from '../../domain/incident.ts';
import { findStep, isOver } from '../../domain/incident.ts';
import { actions, button, context, section } from '../blocks.ts';
import { actionIds } from '../ids.ts';
import { quote } from '../mrkdwn.ts';
import { refer } from '../references.ts';
import type { Words } from '../words/words.ts';
import { type Block, mention } from './parts.ts';

/** A helper's DM about a step that waits. It shows the step as it now is, and approves exactly what it shows. */
export function stepCheck(
  { incident, words: typed }: Reading,
  { step: id, words: read, person }: Extract<MessageBody, { kind: 'step_check' }>,
  words: Words,
): RenderedMessage | null {
  const step = findStep(incident, id);
  const preview = words.steps.checkPreview;
  if (step === undefined) return { text: preview, blocks: [context([words.steps.gone])] };
  if (step.words !== read) {
    const since = step.state === 'waiting' ? words.steps.changedSince : words.steps.beyond;
    return { text: preview, blocks: [context([since])] };
  }
  const title = words.steps.checkTitle(
    mention(incident.engineer),
    words.common.incidentName(incident.number),
  );
  const text = typed.get(step.words);
  const about = `${words.steps.sureness(step.confidence)} · ${words.steps.undo[step.undo]}`;
  const blocks: Block[] = [section(title)];
  if (text !== undefined) blocks.push(section(quote(text)));
  blocks.push(context([about]));
  blocks.push(...answer(incident.id, step, person, isOver(incident), words));
  return { text: preview, blocks };
}

function answer(incident: string, step: Step, person: string, over: boolean, words: Words): readonly Block[] {
  if (step.approvedBy === person) return [context([words.steps.approvedYou])];
  if (over || step.state !== 'waiting') return [context([words.steps.beyond])];
  const value = refer({ incident, step: step.id, words: step.words });
  const choices = actions([
    button(actionIds.approveStep, words.steps.approve, { value, style: 'primary' }),
    button(actionIds.questionStep, words.steps.question, { value }),
  ]);
  return step.questionedBy === person
    ? [context([words.steps.questionedYou]), choices]
    : [context([words.steps.checkWhy]), choices];
}
