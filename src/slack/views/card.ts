import type { Reading, RenderedMessage } from '../../app/ports.ts';

import type { Incident, SummaryState } from '../../domain/incident.ts';
import { isNeutral, isOver, lateAsks, plannedSteps, waitingAsks } from '../../domain/incident.ts';

import { silenceBeforeAsking } from '../../domain/ladder.ts';
import { otherVoices } from '../../domain/other-voices.ts';
import { ownWordTimes } from '../../domain/own-word.ts';
import { isMinor, nextScreen } from '../../domain/phases.ts';
import { asksAfterSilence } from '../../domain/silence.ts';
import { actions, button, context, option, section } from '../blocks.ts';
import { actionIds } from '../ids.ts';
import { quote } from '../mrkdwn.ts';
import { refer } from '../references.ts';
import { slackDayAndTime, slackTime } from '../words/dates.ts';
import type { Words } from '../words/words.ts';
import { neutralCard } from './neutral-card.ts';
import { type Block, mention, progressLine } from './parts.ts';
import { pointer, reopenButton } from './pointer.ts';

/** The one message that shows how an incident stands. It is edited in place, which notifies nobody. */
export function card(reading: Reading, words: Words): RenderedMessage {
  const { incident } = reading;
  const { status } = incident;
  if (reading.isLeft) return pointer(reading, words);
  const name = words.common.incidentName(incident.number);
  if (status !== 'dismissed' && incident.helpWanted && isNeutral(incident)) {
    const pressed = isOver(incident) ? reopenButton(incident, words) : buttons(incident, words);
    return neutralCard(incident, pressed, words);
  }
  if (status === 'dismissed') {
    return {
      text: words.card.preview,
      blocks: [context([words.card.fineLine(name)]), reopenButton(incident, words)],
    };
  }
  const over = isOver(incident);
  if (!incident.helpWanted && !over && !hasAnswered(incident)) return unconfirmed(incident, words);
  const blocks: Block[] = [section(heading(reading, words))];
  // Once it is over, a part that was not gone through is not something left undone.
  if (!over) blocks.push(context([progressLine(incident, words)]));
  blocks.push(section(facts(reading, words).join('\n')));
  if (over) return { text: words.card.preview, blocks: [...blocks, reopenButton(incident, words)] };
  blocks.push(context([nextLine(incident, words)]), buttons(incident, words));
  return { text: words.card.preview, blocks };
}

/** Somebody who goes through the questions by themselves has the whole card, with its way to a person. */
const hasAnswered = ({ answered }: Incident): boolean => Object.keys(answered).length > 0;

/** What to do now: the first screen that is not answered, then the plan, then the end. */
function nextLine(incident: Incident, words: Words): string {
  const screen = nextScreen(incident);
  const steps = plannedSteps(incident);
  if (steps.length === 0 && screen === 'fix' && isMinor(incident)) return words.card.nextSmall;
  if (screen === 'reassurance' && incident.happened !== null) return words.card.nextStill;
  if (screen !== 'fix' || steps.length === 0) return words.card.next(screen);
  return steps.every(({ state }) => state === 'done') ? words.card.nextOver : words.card.nextStep;
}

function unconfirmed(incident: Incident, words: Words): RenderedMessage {
  const value = refer({ incident: incident.id });
  const until = slackTime(incident.openedAt + silenceBeforeAsking);
  const { buttons: texts } = words.card;
  const others = otherVoices(incident);
  return {
    text: words.card.previewUnconfirmed,
    blocks: [
      section(
        asksAfterSilence(incident)
          ? words.card.unconfirmed(mention(incident.engineer), until)
          : words.card.here,
      ),
      ...(others > 0 ? [context([words.card.others(others)])] : []),
      actions([
        button(actionIds.yesHelp, texts.yesHelp, { value, style: 'primary' }),
        button(actionIds.itsNothing, texts.itsNothing, { value }),
      ]),
    ],
  };
}

export function heading({ incident, words: typed }: Reading, words: Words): string {
  const name = words.common.incidentName(incident.number);
  const { severity } = incident;
  const first =
    incident.endedAt === null
      ? `*${name}* · ${words.card.status(incident.status)} · ${words.common.severity(severity.level)}`
      : words.card.overLine(name, slackDayAndTime(incident.endedAt));
  // Where it was opened up everybody reads the title; what was said in fright stays with those who help.
  const sentence = incident.place.kind === 'channel' ? incident.title : incident.happened;
  const happened = sentence === null ? undefined : typed.get(sentence);
  const title =
    happened === undefined
      ? words.card.ofThread(mention(incident.engineer))
      : quote(happened.replace(/\s+/g, ' '), { maxLength: 220, maxLines: 1 });
  return `${first}\n${title}`;
}

export function facts({ incident, viewer }: Reading, words: Words): readonly string[] {
  const own = viewer.role === 'engineer';
  const lines = [...helpLines(incident, own, words), managerLine(incident, own, words)];
  const steps = plannedSteps(incident);
  if (steps.length > 0) {
    const done = steps.filter((step) => step.state === 'done').length;
    const waiting = steps.filter((step) => step.state === 'waiting').length;
    const plan = words.card.steps(done, steps.length);
    lines.push(waiting === 0 ? plan : `${plan} · ${words.card.stepWaiting(waiting)}`);
  }
  if (incident.duty !== null) lines.push(words.owners.dutyLine(mention(incident.duty)));
  if (incident.notes.length > 0) lines.push(words.card.notes(incident.notes.length));
  const others = otherVoices(incident);
  if (others > 0) lines.push(words.card.others(others));
  return lines;
}

/**
 * Who is there, and who is asked until when; once it is over only who was there counts. That somebody has their
 * notifications off, or cannot come now, is told to the engineer alone.
 */
function helpLines(incident: Incident, own: boolean, words: Words): readonly string[] {
  const { helpers, keyboard, ladderExhaustedAt } = incident;
  const here = helpers.length === 0 ? [] : [words.card.withYou(helpers.map(mention))];
  if (keyboard !== null) here.push(words.card.keyboard(mention(keyboard)));
  if (isOver(incident)) return here;
  const waiting = waitingAsks(incident).map(({ person, reached, answerBy }) =>
    own && reached === 'paused'
      ? words.card.askedPaused(mention(person))
      : words.card.askedUntil(mention(person), slackTime(answerBy)),
  );
  const lates = own ? lateAsks(incident) : [];
  const later = lates.map(({ person, comesAt }) =>
    words.card.askedLater(mention(person), slackTime(comesAt ?? 0)),
  );
  if (waiting.length + later.length > 0) return [...here, words.card.waitingFor([...waiting, ...later])];
  if (here.length > 0) return here;
  if (ladderExhaustedAt === null) return [words.card.nobodyAsked];
  return [own ? words.card.nobodyLeft : words.card.looking];
}

function managerLine(incident: Incident, own: boolean, words: Words): string {
  const { engineer, manager, summary } = incident;
  if (manager === null || summary === null) return words.card.managerNotTold;
  const person = mention(manager);
  switch (summary.state) {
    case 'written':
      return managerWaits(incident, summary, person, words);
    case 'sending':
      return words.card.managerOnItsWay(person);
    case 'delivered':
      return own && summary.paused ? words.card.managerToldPaused(person) : words.card.managerTold(person);
    case 'refused':
      return own ? words.card.managerNotReached(person) : words.card.managerNotTold;
    case 'seen':
      return words.card.managerSeen(person);
    case 'told':
      return words.card.managerToldByEngineer(mention(engineer), person);
    default:
      return summary.state satisfies never;
  }
}

function managerWaits(incident: Incident, { timing }: SummaryState, person: string, words: Words): string {
  if (timing.kind === 'at') return words.card.managerAt(person, slackDayAndTime(timing.at));
  if (timing.kind === 'after_helper') return words.card.managerAfterHelper(person);
  const engineer = mention(incident.engineer);
  const times = ownWordTimes(incident);
  return times === null
    ? words.card.managerMyself(engineer, person)
    : words.card.managerMyselfUntil(engineer, person, slackTime(times.due));
}

/** *I have told them*, while the engineer has said that they will. */
function toldButton({ summary }: Incident, value: string, words: Words) {
  if (summary?.state !== 'written' || summary.timing.kind !== 'myself') return [];
  return [button(actionIds.iHaveTold, words.card.buttons.iHaveTold, { value })];
}

function buttons(incident: Incident, words: Words): Block {
  const value = refer({ incident: incident.id });
  const { buttons: texts } = words.card;
  return actions([
    button(actionIds.continue, words.common.continue, { value, style: 'primary' }),
    ...toldButton(incident, value, words),
    button(actionIds.needPerson, texts.needPerson, { value }),
    button(actionIds.addNote, texts.addNote, { value }),
    button(actionIds.resolve, texts.itsOver, { value }),
    {
      type: 'overflow',
      action_id: actionIds.cardMenu,
      options: [
        option({ value: `see:${incident.id}`, text: words.places.menu }),
        option({ value: `choose:${incident.id}`, text: words.asking.somebodyMore }),
        option({ value: `hand_off:${incident.id}`, text: words.handOff.menu }),
        option({ value: `fine:${incident.id}`, text: texts.fine }),
      ],
    },
  ]);
}
