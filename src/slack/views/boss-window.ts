import type { ModalView } from '@slack/types';
import type { Reading } from '../../app/ports.ts';
import { plannedSteps } from '../../domain/incident.ts';
import { input, modal, textInput } from '../blocks.ts';
import { actionIds, viewIds } from '../ids.ts';
import { referView } from '../references.ts';
import { plainDayAndTime } from '../words/dates.ts';
import type { Words } from '../words/words.ts';

/**
 * *Copy for my boss*: a text in a field, since that is what can be marked and copied on a phone, too. Nobody is named, and
 * nothing that somebody typed is in it.
 */
export function bossWindow({ incident, viewer }: Reading, words: Words): ModalView {
  const { title, label, hint, done, text } = words.boss;
  const steps = plannedSteps(incident);
  const ready = text({
    name: words.common.incidentName(incident.number),
    status: incident.status,
    firstKnown: plainDayAndTime(incident.openedAt, viewer.zone),
    kinds: incident.impact.kinds.filter((kind) => kind !== 'unknown'),
    level: incident.severity.level,
    helpers: incident.helpers.length,
    steps: { done: steps.filter(({ state }) => state === 'done').length, all: steps.length },
  });
  const field = textInput(actionIds.bossText, { initial: ready, multiline: true });
  return modal({
    ...{ title, callbackId: viewIds.copyForBoss, submit: done, close: words.common.close },
    privateMetadata: referView({ incident: incident.id, version: incident.version }),
    blocks: [input(actionIds.bossText, label, field, { optional: true, hint })],
  });
}
