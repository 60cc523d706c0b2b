import type { Reading, RenderedMessage } from '../../app/ports.ts';
import type { MessageBody } from '../../domain/effects.ts';
import { findAsk, type Incident, isOver } from '../../domain/incident.ts';
import { actions, button, section } from '../blocks.ts';
import { actionIds } from '../ids.ts';
import { refer } from '../references.ts';
import type { Words } from '../words/words.ts';
import { mention } from './parts.ts';

type Of<K extends MessageBody['kind']> = Extract<MessageBody, { kind: K }>;

const plain = (text: string): RenderedMessage => ({ text, blocks: [section(text)] });

/** Why Oops writes here and not where the incident began. */
export function placeMoved({ from }: Of<'place_moved'>, words: Words): RenderedMessage {
  return { text: words.card.preview, blocks: [section(words.card.movedHere(`<#${from}>`))] };
}

/** Somebody is with the engineer. */
export function helperCame(
  { incident }: Reading,
  body: Of<'helper_came'>,
  words: Words,
): RenderedMessage | null {
  const ask = findAsk(incident, body.ask);
  if (ask === undefined) return null;
  const person = mention(ask.person);
  const { helperCameThread, helperCameDirect } = words.asking;
  return plain(incident.place.kind === 'thread' ? helperCameThread(person) : helperCameDirect(person));
}

/** Why the next person was asked, or that there is nobody left, with a way to name somebody. */
export function helpMoved(
  { incident }: Reading,
  body: Of<'help_moved'>,
  words: Words,
): RenderedMessage | null {
  const from = findAsk(incident, body.from);
  const next = body.next === null ? undefined : findAsk(incident, body.next);
  if (from === undefined || isOver(incident)) return null;
  const moved = words.asking.moved(body.why, mention(from.person));
  if (next !== undefined) return plain(`${moved} ${words.asking.movedTo(mention(next.person))}`);
  return chooseSomebody(incident, `${moved} ${words.asking.movedNowhere}`, words);
}

/** There is nobody to ask, or nobody further: the person can name somebody. */
export function nobodyToAsk({ incident }: Reading, words: Words): RenderedMessage | null {
  if (isOver(incident)) return null;
  const { nobody, movedNowhere } = words.asking;
  return chooseSomebody(incident, incident.asks.length === 0 ? nobody : movedNowhere, words);
}

/** They did not answer under a message that Oops noticed, so somebody was asked for them. */
export function askedForYou(
  { incident }: Reading,
  body: Of<'asked_for_you'>,
  words: Words,
): RenderedMessage | null {
  const ask = findAsk(incident, body.ask);
  if (ask === undefined || isOver(incident)) return null;
  return plain(words.asking.askedForYou(mention(incident.engineer), mention(ask.person)));
}

function chooseSomebody(incident: Incident, text: string, words: Words): RenderedMessage {
  const value = refer({ incident: incident.id });
  const choose = button(actionIds.chooseHelper, words.asking.choose, { value, style: 'primary' });
  return { text, blocks: [section(text), actions([choose])] };
}

export function summarySeen({ incident }: Reading, words: Words): RenderedMessage | null {
  return incident.manager === null ? null : plain(words.summary.seenNotice(mention(incident.manager)));
}

export function summaryRefused(
  { incident }: Reading,
  { reason }: Of<'summary_refused'>,
  words: Words,
): RenderedMessage | null {
  if (incident.manager === null) return null;
  const text = words.summary.refusedNotice(mention(incident.manager), reason);
  const value = refer({ incident: incident.id });
  const again = button(actionIds.continue, words.common.continue, { value, style: 'primary' });
  return { text, blocks: [section(text), actions([again])] };
}

/** A second person has looked at a step. */
export function stepAnswered(
  { incident }: Reading,
  body: Of<'step_approved'> | Of<'step_questioned'>,
  words: Words,
): RenderedMessage {
  const say = body.kind === 'step_approved' ? words.steps.approved : words.steps.questioned;
  const text = say(mention(body.by));
  const value = refer({ incident: incident.id });
  const open = button(actionIds.continue, words.steps.openPlan, { value, style: 'primary' });
  return { text, blocks: isOver(incident) ? [section(text)] : [section(text), actions([open])] };
}

export function closing({ incident }: Reading, words: Words): RenderedMessage {
  const over = words.closing.over(words.common.incidentName(incident.number));
  return { text: words.closing.preview, blocks: [section(over), section(words.closing.rest)] };
}

export function closingHelper({ incident }: Reading, words: Words): RenderedMessage {
  const name = words.common.incidentName(incident.number);
  return {
    text: words.closing.preview,
    blocks: [section(words.closing.helper(name, mention(incident.engineer)))],
  };
}
