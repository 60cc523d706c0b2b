import type { ModalView } from '@slack/types';
import type { Reading, RenderedMessage } from '../../app/ports.ts';
import type { MessageBody } from '../../domain/effects.ts';
import { type Incident, isOver } from '../../domain/incident.ts';
import { actions, button, input, modal, section, userSelect } from '../blocks.ts';
import { actionIds, viewIds } from '../ids.ts';
import { refer, referView } from '../references.ts';
import type { Words } from '../words/words.ts';
import { mention } from './parts.ts';

/** To the engineer, while it is serious: their manager has it, and may read it late. */
export function summaryPaused({ incident }: Reading, words: Words): RenderedMessage | null {
  if (incident.manager === null || isOver(incident)) return null;
  return withWay(incident, words.telling.paused(mention(incident.manager)), words);
}

/** To the engineer: somebody else could not be told either. */
export function otherRefused(
  { incident }: Reading,
  { person, reason }: Extract<MessageBody, { kind: 'other_refused' }>,
  words: Words,
): RenderedMessage {
  return withWay(incident, words.summary.refusedNotice(mention(person), reason), words);
}

function withWay(incident: Incident, text: string, words: Words): RenderedMessage {
  const first = section(text);
  const { preview } = words.telling;
  if (isOver(incident)) return { text: preview, blocks: [first] };
  return { text: preview, blocks: [first, actions([tellOtherButton(incident, words)])] };
}

export function tellOtherButton({ id }: Incident, words: Words) {
  return button(actionIds.tellOther, words.telling.tellOther, { value: refer({ incident: id }) });
}

/** `known`: who is above the manager, chosen already. */
export function tellOtherWindow(
  incident: Pick<Incident, 'id' | 'version'>,
  known: string | null,
  words: Words,
): ModalView {
  const { tellOther, otherLabel, otherHint, otherSend } = words.telling;
  const field = userSelect(actionIds.otherReader, { initial: known ?? undefined });
  return modal({
    ...{ title: tellOther, callbackId: viewIds.tellOther, submit: otherSend, close: words.common.close },
    privateMetadata: referView({ incident: incident.id, version: incident.version }),
    blocks: [input(actionIds.otherReader, otherLabel, field, { hint: otherHint })],
  });
}
