import type { ModalView } from '@slack/types';
import type { Reading } from '../../../app/ports.ts';
import { isNeutral } from '../../../domain/incident.ts';
import { impactKinds, noticedByValues } from '../../../domain/severity.ts';
import { checkboxes, input, radios, section, textInput } from '../../blocks.ts';
import { draftIn } from '../../draft-field.ts';
import { actionIds, viewIds } from '../../ids.ts';
import type { Words } from '../../words/words.ts';
import type { Block } from '../parts.ts';
import { screenView, yesNoUnknown } from './frame.ts';
import { dutyBeforehand, servicesField } from './services.ts';

/** What is affected, and in what way. Nothing has to be filled in: not knowing is an answer. */
export function impactScreen(reading: Reading, words: Words): ModalView {
  const { incident, words: texts } = reading;
  const { affected, affectedHint, kinds, kind } = words.screens.impact;
  const { impact } = incident;
  const before = impact.affected === null ? undefined : texts.get(impact.affected);
  const choices = impactKinds.map((value) => ({ value, text: kind(value) }));
  const stopFirst = incident.stillHappening !== 'no';
  return screenView(
    'impact',
    reading,
    [
      ...(stopFirst ? [section(words.common.stopFirst)] : []),
      ...servicesField(reading, words),
      input(
        actionIds.affected,
        affected,
        textInput(actionIds.affected, {
          initial: draftIn(reading, viewIds.impact, actionIds.affected) ?? before,
          maxLength: 1000,
          whileTyping: true,
        }),
        { optional: true, hint: affectedHint, dispatch: true },
      ),
      input(actionIds.kinds, kinds, checkboxes(actionIds.kinds, choices, impact.kinds), { optional: true }),
      ...whereQuestion(reading, words),
    ],
    words,
  );
}

/** Once, and only to the engineer: under a message in a channel nothing is shown until they choose. */
function whereQuestion({ incident, viewer }: Reading, words: Words): readonly Block[] {
  if (viewer.role !== 'engineer' || !isNeutral(incident)) return [];
  const { chooseLabel, chooseHere, choosePrivate, chooseHint } = words.places;
  const choices = [
    { value: 'here', text: chooseHere },
    { value: 'private', text: choosePrivate },
  ];
  const field = radios(actionIds.where, choices);
  return [input(actionIds.where, chooseLabel, field, { optional: true, hint: chooseHint })];
}

/** Who notices, whether it spreads, whether somebody has a duty. An empty answer counts as "I don't know". */
export function reachScreen(reading: Reading, words: Words): ModalView {
  const { incident } = reading;
  const { noticedBy, noticed, spreading, spreadingHint, sensitive, sensitiveHint } = words.screens.reach;
  const { impact } = incident;
  const noticers = noticedByValues.map((value) => ({ value, text: noticed(value) }));
  const optional = true;
  const question = (id: string, label: string, chosen: string | null, hint?: string) =>
    input(id, label, radios(id, yesNoUnknown(words), chosen ?? undefined), { optional, hint });
  return screenView(
    'reach',
    reading,
    [
      ...dutyBeforehand(reading, words),
      input(
        actionIds.noticedBy,
        noticedBy,
        radios(actionIds.noticedBy, noticers, impact.noticedBy ?? undefined),
        { optional },
      ),
      question(actionIds.spreading, spreading, impact.spreading, spreadingHint),
      question(actionIds.sensitive, sensitive, impact.sensitive, sensitiveHint),
    ],
    words,
  );
}
