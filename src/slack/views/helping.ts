import type { Reading, RenderedMessage } from '../../app/ports.ts';
import type { MessageBody } from '../../domain/effects.ts';
import { findAsk, findStep, isOver } from '../../domain/incident.ts';
import { actions, button, section } from '../blocks.ts';
import { actionIds } from '../ids.ts';
import { quote } from '../mrkdwn.ts';
import { refer } from '../references.ts';
import { slackTime } from '../words/dates.ts';
import type { Words } from '../words/words.ts';
import { chooseSomebody, said } from './notices.ts';
import { mention } from './parts.ts';

type Of<K extends MessageBody['kind']> = Extract<MessageBody, { kind: K }>;

/** "Denny can come at 21:24. I have asked Priya as well." */
export function helpLater(
  { incident }: Reading,
  { ask: id, next: nextId }: Of<'help_later'>,
  words: Words,
): RenderedMessage | null {
  const ask = findAsk(incident, id);
  const next = nextId === null ? undefined : findAsk(incident, nextId);
  if (ask?.comesAt === undefined || ask.comesAt === null || isOver(incident)) return null;
  const { comesAt, comesAtNobodyElse, movedTo, previewMoved } = words.asking;
  const first = comesAt(mention(ask.person), slackTime(ask.comesAt));
  if (next !== undefined) {
    return said(previewMoved, `${first} ${movedTo('unanswered', mention(next.person))}`);
  }
  if (incident.helpers.length > 0) return said(previewMoved, first);
  return chooseSomebody(incident, `${first} ${comesAtNobodyElse}`, words);
}

/** To who could not come at once: the ten minutes are over. */
export function lateReminder(
  { incident }: Reading,
  { ask: id }: Of<'late_reminder'>,
  words: Words,
): RenderedMessage | null {
  const ask = findAsk(incident, id);
  if (ask === undefined) return null;
  const { previewReminder, reminder, reminderOver, accept, decline } = words.asking;
  const isOpen = !isOver(incident) && (ask.state === 'asked' || ask.state === 'unanswered');
  if (!isOpen) return said(previewReminder, reminderOver);
  const value = refer({ incident: incident.id, ask: id });
  const choices = actions([
    button(actionIds.accept, accept, { value, style: 'primary' }),
    button(actionIds.decline, decline, { value }),
  ]);
  return { text: previewReminder, blocks: [section(reminder(mention(incident.engineer))), choices] };
}

/** Somebody came while they were on their way; null when that was undone before it was said. */
export function relieved(
  { incident }: Reading,
  { ask: id, by }: Of<'relieved'>,
  words: Words,
): RenderedMessage | null {
  if (findAsk(incident, id)?.state !== 'later' || !incident.helpers.includes(by)) return null;
  const text = words.asking.relieved(mention(by), mention(incident.engineer));
  return said(words.asking.previewStoodDown, text);
}

export function handOffAsked(
  { incident }: Reading,
  { ask: id }: Of<'hand_off_asked'>,
  words: Words,
): RenderedMessage | null {
  const ask = findAsk(incident, id);
  if (ask === undefined || ask.handOffFrom === null || isOver(incident)) return null;
  const { asked, askedFor } = words.handOff;
  const person = mention(ask.person);
  const text =
    ask.handOffFrom === incident.engineer ? asked(person) : askedFor(mention(ask.handOffFrom), person);
  return said(words.asking.previewMoved, text);
}

export function handOffMissed(
  { incident }: Reading,
  { ask: id, why }: Of<'hand_off_missed'>,
  words: Words,
): RenderedMessage | null {
  const ask = findAsk(incident, id);
  if (ask === undefined || isOver(incident)) return null;
  const { missed, stillYours } = words.handOff;
  return said(words.asking.previewMoved, `${missed(why, mention(ask.person))} ${stillYours}`);
}

/** To who goes on, with the way in. */
export function keyboardYours(
  { incident }: Reading,
  { from }: Of<'keyboard_yours'>,
  words: Words,
): RenderedMessage | null {
  if (isOver(incident)) return null;
  const { yours, yoursInstead, previewYours } = words.handOff;
  const name = words.common.incidentName(incident.number);
  const engineer = mention(incident.engineer);
  const text =
    from === incident.engineer ? yours(engineer, name) : yoursInstead(mention(from), engineer, name);
  const value = refer({ incident: incident.id });
  const open = button(actionIds.continue, words.asking.openIt, { value, style: 'primary' });
  return { text: previewYours, blocks: [section(text), actions([open])] };
}

export function keyboardMoved(
  { incident }: Reading,
  { person }: Of<'keyboard_moved'>,
  words: Words,
): RenderedMessage | null {
  if (incident.keyboard !== person || isOver(incident)) return null;
  return said(words.handOff.preview, words.handOff.moved(mention(person)));
}

export function helperChanged(
  { incident }: Reading,
  { from, person }: Of<'helper_changed'>,
  words: Words,
): RenderedMessage | null {
  if (isOver(incident)) return null;
  return said(words.handOff.preview, words.handOff.changed(mention(from), mention(person)));
}

/** Thanks to a helper in whose place somebody else goes on. */
export function released({ incident }: Reading, { by }: Of<'released'>, words: Words): RenderedMessage {
  return said(words.handOff.preview, words.handOff.released(mention(by), mention(incident.engineer)));
}

/** A helper has written a step for the engineer: what it says, and the way to the plan. */
export function stepWritten(
  { incident, words: typed }: Reading,
  { step: id, by }: Of<'step_written'>,
  words: Words,
): RenderedMessage | null {
  const step = findStep(incident, id);
  const text = step === undefined ? undefined : typed.get(step.words);
  if (text === undefined || isOver(incident)) return null;
  const value = refer({ incident: incident.id });
  const open = button(actionIds.continue, words.steps.openPlan, { value, style: 'primary' });
  return {
    text: words.asking.previewAnswered,
    blocks: [section(words.steps.written(mention(by))), section(quote(text)), actions([open])],
  };
}
