import type { Reading } from '../../../app/ports.ts';
import { context, input } from '../../blocks.ts';
import { actionIds } from '../../ids.ts';
import { multiSelect } from '../../pickers.ts';
import type { Words } from '../../words/words.ts';
import { type Block, mention } from '../parts.ts';

/** The services of the workspace, with search; nothing where none are set. */
export function servicesField({ incident, settings }: Reading, words: Words): readonly Block[] {
  if (settings.services.length === 0) return [];
  const choices = settings.services.map(({ id: value, name: text }) => ({ value, text }));
  const { services, servicesHint } = words.owners;
  const field = multiSelect(actionIds.services, choices, incident.impact.services);
  return [input(actionIds.services, services, field, { optional: true, hint: servicesHint })];
}

/** Said before it happens, once: who hears of it where a duty may be concerned. */
export function dutyBeforehand({ incident, settings }: Reading, words: Words): readonly Block[] {
  const { dutyContact } = settings;
  if (dutyContact === null || dutyContact === incident.engineer || incident.duty !== null) return [];
  return [context([words.owners.dutyBeforehand(mention(dutyContact))])];
}
