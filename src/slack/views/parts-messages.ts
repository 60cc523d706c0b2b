import type { Reading, RenderedMessage } from '../../app/ports.ts';
import type { MessageBody } from '../../domain/effects.ts';
import { isOver } from '../../domain/incident.ts';
import { actions, button, context, section } from '../blocks.ts';
import { actionIds } from '../ids.ts';
import { refer } from '../references.ts';
import type { Words } from '../words/words.ts';
import { mention } from './parts.ts';

type Of<K extends MessageBody['kind']> = Extract<MessageBody, { kind: K }>;

/** To a helper: one screen that somebody could not do. It leads to exactly that screen, until it is done. */
export function partMessage(
  { incident }: Reading,
  { screen, from }: Of<'part'>,
  words: Words,
): RenderedMessage {
  const { asked, preview, done, staysTheirs } = words.parts;
  const text = section(asked(mention(from), screen, words.common.incidentName(incident.number)));
  const isOpen = !isOver(incident) && incident.givenParts.some((part) => part.screen === screen);
  if (!isOpen) return { text: preview, blocks: [text, context([done])] };
  const value = refer({ incident: incident.id, screen });
  const open = button(actionIds.continue, words.asking.openIt, { value, style: 'primary' });
  const hint = screen === 'escalation' ? [context([staysTheirs])] : [];
  return { text: preview, blocks: [text, ...hint, actions([open])] };
}

/** To the engineer: a helper has written a version for the manager. */
export function summaryDrafted(
  { incident }: Reading,
  { by }: Of<'summary_drafted'>,
  words: Words,
): RenderedMessage | null {
  if (isOver(incident) || incident.summaryDraft === null) return null;
  const value = refer({ incident: incident.id, screen: 'escalation' });
  const open = button(actionIds.continue, words.asking.openIt, { value, style: 'primary' });
  return {
    text: words.parts.previewDrafted,
    blocks: [section(words.parts.drafted(mention(by))), actions([open])],
  };
}
