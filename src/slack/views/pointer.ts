import type { Reading, RenderedMessage } from '../../app/ports.ts';
import { type Incident, isOver, type Room } from '../../domain/incident.ts';
import { actions, button, context } from '../blocks.ts';
import { actionIds } from '../ids.ts';
import { refer } from '../references.ts';
import { slackDayAndTime } from '../words/dates.ts';
import type { Words } from '../words/words.ts';
import type { Block } from './parts.ts';

/** The room as a link for those who are in it. A group message has no name to link by: it takes an address. */
export function roomPlace(
  { channel, form }: Pick<Room, 'channel' | 'form'>,
  link: string | null,
  words: Words,
): string {
  if (form === 'channel') return `<#${channel}>`;
  return link === null ? words.rooms.groupLink : `<${link}|${words.rooms.groupLink}>`;
}

/**
 * What a card becomes when the incident goes on elsewhere: one line. Those who are in the incident read where, and the
 * engineer keeps the button that matters; a channel reads nothing that leads into private things.
 */
export function pointer({ incident, viewer, threadLink }: Reading, words: Words): RenderedMessage {
  const { place, room, number } = incident;
  const name = words.common.incidentName(number);
  const line = (text: string): RenderedMessage => ({ text: words.card.preview, blocks: [context([text])] });
  if (viewer.role === 'place') return line(words.rooms.leftPrivate);
  if (isOver(incident) && incident.endedAt !== null) {
    const over = line(words.card.overLine(name, slackDayAndTime(incident.endedAt)));
    // The room with its card is archived soon after: here the engineer can still open it again.
    return viewer.role === 'engineer'
      ? { ...over, blocks: [...over.blocks, reopenButton(incident, words)] }
      : over;
  }
  const where =
    place.kind === 'room' && room !== null
      ? roomPlace(room, threadLink, words)
      : place.kind === 'dm'
        ? null
        : `<#${place.channel}>`;
  if (viewer.role !== 'engineer') {
    return line(where === null ? words.rooms.leftPrivate : words.rooms.leftHere(where));
  }
  if (where === null) return line(words.rooms.leftPrivate);
  const need = button(actionIds.needPerson, words.card.buttons.needPerson, {
    value: refer({ incident: incident.id }),
  });
  return {
    text: words.card.preview,
    blocks: [context([words.rooms.pointer(name, where)]), actions([need])],
  };
}

/** It may not be over after all; the engineer or a helper says so. */
export function reopenButton({ id }: Incident, words: Words): Block {
  return actions([button(actionIds.reopen, words.card.buttons.reopen, { value: refer({ incident: id }) })]);
}
