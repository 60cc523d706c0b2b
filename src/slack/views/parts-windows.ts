import type { ModalView } from '@slack/types';
import type { Reading } from '../../app/ports.ts';
import { waitingAsks } from '../../domain/incident.ts';
import type { Screen } from '../../domain/phases.ts';
import { actions, button, context, input, modal, section, textInput, userSelect } from '../blocks.ts';
import { draftIn } from '../draft-field.ts';
import { actionIds, viewIds } from '../ids.ts';
import { refer, referView } from '../references.ts';
import type { Words } from '../words/words.ts';
import { firstSummary } from './first-summary.ts';
import { type Block, mention } from './parts.ts';
import { summaryLimit } from './screens/escalation.ts';
import { givenWords } from './screens/summary-draft.ts';

/** After *I can't do this part*: who was asked. It can be closed; the way back is there, too. */
export function partGivenWindow(
  { incident }: Pick<Reading, 'incident'>,
  screen: Screen,
  by: string,
  words: Words,
): ModalView {
  const { title, kept, backToIt } = words.parts;
  const value = refer({ incident: incident.id });
  return modal({
    ...{ title, callbackId: viewIds.partGiven, close: words.common.close },
    privateMetadata: referView({ incident: incident.id, version: incident.version, screen }),
    blocks: [
      ...whoDoesIt(incident, by, words),
      context([kept]),
      actions([button(actionIds.resumeIncident, backToIt, { value })]),
    ],
  });
}

function whoDoesIt(incident: Reading['incident'], by: string, words: Words): readonly Block[] {
  const here = incident.helpers.filter((person) => person !== by);
  if (here.length > 0) return [section(words.parts.given(here.map(mention)))];
  const asked = waitingAsks(incident).filter(({ person }) => person !== by);
  if (asked.length > 0) return [section(words.parts.waiting(asked.map(({ person }) => mention(person))))];
  const { choosePerson } = words.screens.reassurance;
  const accessory = userSelect(actionIds.nameHelper, { placeholder: choosePerson });
  return [section(words.parts.nobody, { accessory })];
}

/** For a helper: a first version of the message to the manager. The engineer reads and sends it. */
export function draftSummaryWindow(reading: Reading, helpers: readonly string[], words: Words): ModalView {
  const { incident } = reading;
  const { draftTitle, draftText, draftHint, draftSave } = words.parts;
  const person = mention(incident.engineer);
  const mine = draftIn(reading, viewIds.draftSummary, actionIds.summaryText);
  const field = textInput(actionIds.summaryText, {
    ...{ initial: mine ?? givenWords(reading) ?? firstSummary(reading, helpers, words), multiline: true },
    ...{ maxLength: summaryLimit, whileTyping: true },
  });
  return modal({
    ...{ title: draftTitle, callbackId: viewIds.draftSummary, submit: draftSave },
    close: words.common.close,
    privateMetadata: referView({ incident: incident.id, version: incident.version, screen: 'escalation' }),
    blocks: [
      section(draftText(person)),
      input(actionIds.summaryText, words.screens.escalation.text, field, { dispatch: true }),
      context([draftHint(person)]),
    ],
  });
}
