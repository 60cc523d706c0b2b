import type { Reading } from '../../../app/ports.ts';
import { servicesToAskAbout } from '../../../domain/owners.ts';
import type { Screen } from '../../../domain/phases.ts';
import { isSerious } from '../../../domain/severity.ts';
import { button, section } from '../../blocks.ts';
import { actionIds } from '../../ids.ts';
import { plainPreview } from '../../mrkdwn.ts';
import { refer } from '../../references.ts';
import type { Words } from '../../words/words.ts';
import { type Block, mention } from '../parts.ts';

const mostOffers = 3;

/** While it is not serious nobody wakes the owner of a service by itself: the person may, with one button. */
export function ownerOffer(screen: Screen, { incident, settings }: Reading, words: Words): readonly Block[] {
  if (screen !== 'escalation' && screen !== 'fix') return [];
  if (isSerious(incident.severity.level)) return [];
  return servicesToAskAbout(incident, settings.services)
    .slice(0, mostOffers)
    .map(({ id, name, owner }) => {
      const value = refer({ incident: incident.id, service: id });
      const accessory = button(actionIds.askOwner, words.owners.offerButton, { value });
      return section(words.owners.offer(plainPreview(name, 60), mention(owner)), { accessory });
    });
}
