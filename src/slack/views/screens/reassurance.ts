import type { ModalView } from '@slack/types';
import type { Reading } from '../../../app/ports.ts';
import { type Incident, lateAsks, waitingAsks } from '../../../domain/incident.ts';
import { actions, button, input, radios, section, textInput, userSelect } from '../../blocks.ts';
import { draftIn } from '../../draft-field.ts';
import { actionIds, viewIds } from '../../ids.ts';
import { escapeMrkdwn, quote } from '../../mrkdwn.ts';
import { refer } from '../../references.ts';
import { slackTime } from '../../words/dates.ts';
import type { Words } from '../../words/words.ts';
import { type Block, mention } from '../parts.ts';
import { screenView, yesNoUnknown } from './frame.ts';

/** The longest sentence that is kept; a longer one belongs into a note. */
export const happenedLimit = 3000;

/**
 * The first screen: who is coming, what is true, what happened in one sentence, is it still happening. *Stop first*
 * appears as soon as it matters, also for a choice that is not saved yet.
 */
export function reassuranceScreen(reading: Reading, words: Words): ModalView {
  const { incident, words: texts } = reading;
  const chosen = draftIn(reading, viewIds.reassurance, actionIds.stillHappening);
  const still = chosen ?? incident.stillHappening ?? undefined;
  const before = incident.happened === null ? undefined : texts.get(incident.happened);
  const stopFirst = still === 'yes' || still === 'unknown';
  const { happened, happenedHint, stillHappening } = words.screens.reassurance;
  return screenView(
    'reassurance',
    reading,
    [
      ...company(incident, words),
      ...(stopFirst ? [section(words.common.stopFirst)] : []),
      section(truthOf(reading, words)),
      input(
        actionIds.stillHappening,
        stillHappening,
        radios(actionIds.stillHappening, yesNoUnknown(words), still),
        { dispatch: true },
      ),
      input(
        actionIds.happened,
        happened,
        textInput(actionIds.happened, {
          initial: draftIn(reading, viewIds.reassurance, actionIds.happened) ?? before,
          multiline: true,
          whileTyping: true,
          maxLength: happenedLimit,
        }),
        { optional: true, hint: happenedHint, dispatch: true },
      ),
    ],
    words,
  );
}

/** What the company itself has said about mistakes, when it has; never more than is true. */
function truthOf({ settings }: Reading, words: Words): string {
  const { truth, policy, policyLink } = words.screens.reassurance;
  const { blameless } = settings;
  if (blameless === null) return truth;
  const link = blameless.link === null ? null : `<${escapeMrkdwn(blameless.link)}|${policyLink}>`;
  return policy(quote(blameless.text), link);
}

/** Who is there, who has been asked, or a way to ask. */
function company(incident: Incident, words: Words): readonly Block[] {
  const { withYou, asked, nobodyAsked, nobodyKnown, getPerson, choosePerson } = words.screens.reassurance;
  if (incident.helpers.length > 0) return [section(withYou(incident.helpers.map(mention)))];
  const waiting = waitingAsks(incident);
  const later = lateAsks(incident).map(({ person, comesAt }) =>
    section(words.asking.comesAt(mention(person), slackTime(comesAt ?? 0))),
  );
  const awake = waiting.filter((ask) => ask.reached !== 'paused').map((ask) => mention(ask.person));
  if (awake.length > 0) return [...later, section(asked(awake))];
  const asleep = waiting.map((ask) => section(words.asking.moved('paused', mention(ask.person))));
  if (incident.ladderExhaustedAt !== null) {
    const accessory = userSelect(actionIds.nameHelper, { placeholder: choosePerson });
    return [...asleep, ...later, section(nobodyKnown, { accessory })];
  }
  if (asleep.length + later.length > 0) return [...asleep, ...later];
  const value = refer({ incident: incident.id });
  return [
    section(nobodyAsked),
    actions([button(actionIds.getPerson, getPerson, { value, style: 'primary' })]),
  ];
}
