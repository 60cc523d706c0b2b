import type { RenderedMessage } from '../../app/ports.ts';
import type { Incident } from '../../domain/incident.ts';
import { isOver, waitingAsks } from '../../domain/incident.ts';
import { context, section } from '../blocks.ts';
import type { Words } from '../words/words.ts';
import { type Block, mention } from './parts.ts';

/**
 * The card under a message that Oops noticed, until its author says where they want it: that they asked for help, and who
 * helps. Nothing else is anybody's business there.
 */
export function neutralCard(incident: Incident, buttons: Block, words: Words): RenderedMessage {
  const person = mention(incident.engineer);
  const text = words.card.preview;
  if (isOver(incident)) return { text, blocks: [context([words.card.neutralOver(person)]), buttons] };
  return { text, blocks: [section(words.card.neutral(person, whoHelps(incident, words))), buttons] };
}

function whoHelps(incident: Incident, words: Words): string {
  const { neutralWith, neutralAsked, neutralLooking } = words.card;
  if (incident.helpers.length > 0) return neutralWith(incident.helpers.map(mention));
  const asked = waitingAsks(incident).map(({ person }) => mention(person));
  return asked.length > 0 ? neutralAsked(asked) : neutralLooking;
}
