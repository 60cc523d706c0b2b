import type { ModalView } from '@slack/types';
import type { Reading } from '../../app/ports.ts';
import { isNeutral, isOver, isPublic } from '../../domain/incident.ts';
import { actions, button, context, modal, section } from '../blocks.ts';
import { actionIds, viewIds } from '../ids.ts';
import { refer, referView } from '../references.ts';
import type { Words } from '../words/words.ts';
import { type Block, mention } from './parts.ts';

/** Who can read what now, in plain words; the engineer can change it. */
export function whoSeesWindow(reading: Reading, words: Words): ModalView {
  const { incident, viewer } = reading;
  const mayChange = viewer.role === 'engineer' && !isOver(incident);
  return modal({
    ...{ title: words.places.title, callbackId: viewIds.whoSees, close: words.common.close },
    privateMetadata: referView({ incident: incident.id, version: incident.version }),
    blocks: [
      section(readers(reading, words)),
      context([words.places.manager, words.places.company]),
      ...(mayChange ? [changes(reading, words)] : []),
    ],
  });
}

function readers({ incident }: Reading, words: Words): string {
  const { onlyYou, together, neutral, open } = words.places;
  const { place, helpers } = incident;
  if (place.kind === 'thread' || place.kind === 'channel') {
    return (isNeutral(incident) ? neutral : open)(`<#${place.channel}>`);
  }
  return helpers.length === 0 ? onlyYou : together(helpers.map(mention));
}

function changes({ incident }: Reading, words: Words): Block {
  const value = refer({ incident: incident.id });
  const { showHere, makePrivate, openUp } = words.places;
  return actions([
    ...(isNeutral(incident) ? [button(actionIds.showHere, showHere, { value })] : []),
    ...(isPublic(incident) ? [button(actionIds.makePrivate, makePrivate, { value })] : []),
    button(actionIds.openUp, openUp, { value }),
  ]);
}
