import type { ModalView } from '@slack/types';
import type { Reading } from '../../../app/ports.ts';
import type { Incident } from '../../../domain/incident.ts';
import { phaseOf, phases, previousScreen, type Screen } from '../../../domain/phases.ts';
import { actions, button, context, modal } from '../../blocks.ts';
import { actionIds, type ViewId, viewIds } from '../../ids.ts';
import { refer, referView } from '../../references.ts';
import type { Words } from '../../words/words.ts';
import { type Block, mention } from '../parts.ts';
import { ownerOffer } from './owner-offer.ts';

const viewOf: Record<Screen, ViewId> = {
  reassurance: viewIds.reassurance,
  impact: viewIds.impact,
  reach: viewIds.reach,
  escalation: viewIds.escalation,
  fix: viewIds.fix,
};

const parts: Partial<Record<Screen, number>> = { impact: 1, reach: 2 };

/**
 * What every screen has in common: "Step 2 of 4", who is with the person, the questions, *Back* below them, *Next* at the
 * same place.
 */
export function screenView(
  screen: Screen,
  reading: Reading,
  blocks: readonly Block[],
  words: Words,
  submit: string = words.common.next,
): ModalView {
  const { incident } = reading;
  const phase = phaseOf(screen);
  const part = parts[screen];
  const progress = words.screens.progress(
    phases.indexOf(phase) + 1,
    phase,
    part === undefined ? null : words.screens.part(part, 2),
  );
  return modal({
    title: words.screens.title(phase),
    callbackId: viewOf[screen],
    privateMetadata: referView({ incident: incident.id, version: incident.version, screen }),
    submit,
    close: words.common.close,
    // Closed without a word, Oops writes that it is here; and a closed window needs no news.
    notifyOnClose: true,
    blocks: [
      context([progress]),
      ...company(screen, reading, words),
      ...blocks,
      ...ownerOffer(screen, reading, words),
      ...ways(screen, incident, words),
    ],
  });
}

/** Said on each screen of the engineer's; the first says more about it. */
function company(screen: Screen, { incident, viewer }: Reading, words: Words): readonly Block[] {
  const { helpers } = incident;
  if (screen === 'reassurance' || viewer.role !== 'engineer' || helpers.length === 0) return [];
  return [context([words.screens.reassurance.withYou(helpers.map(mention))])];
}

/** *Back* and *I can't do this part*: on every screen, below its questions. */
function ways(screen: Screen, incident: Incident, words: Words): readonly Block[] {
  const value = refer({ incident: incident.id });
  const back = button(actionIds.back, words.common.back, { value });
  const cannot = button(actionIds.cannotDo, words.parts.cannotDo, { value });
  return [actions(previousScreen(screen) === null ? [cannot] : [back, cannot])];
}

export const yesNoUnknown = (words: Words) => [
  { value: 'yes', text: words.common.yes },
  { value: 'no', text: words.common.no },
  { value: 'unknown', text: words.common.dontKnow },
];
