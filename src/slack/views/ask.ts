import type { Reading, RenderedMessage } from '../../app/ports.ts';
import type { AskId, UserId } from '../../domain/identifiers.ts';
import type { Ask, Incident } from '../../domain/incident.ts';
import { findAsk, isOver } from '../../domain/incident.ts';
import { actions, button, context, section } from '../blocks.ts';
import { actionIds } from '../ids.ts';
import { plainPreview, quote } from '../mrkdwn.ts';
import { refer } from '../references.ts';
import { slackTime } from '../words/dates.ts';
import type { Words } from '../words/words.ts';
import { type Block, mention } from './parts.ts';
import { roomPlace } from './pointer.ts';

/**
 * The mentor's DM: who, what, since when, what is known, where, and what to say first. It follows the incident while
 * it is open. Null when it was never sent and need not be any more.
 */
export function askMessage(reading: Reading, id: AskId, words: Words): RenderedMessage | null {
  const { incident } = reading;
  const ask = findAsk(incident, id);
  if (ask === undefined) return null;
  if (isOver(incident) && ask.reached === null) return null;
  const blocks: Block[] = [...handOffLine(incident, ask, words), ...situation(reading, ask.person, words)];
  if (!isOver(incident)) {
    const isOwner = ask.rung === 'owner';
    if (isOwner) blocks.push(section(words.owners.needed));
    blocks.push(
      section(`${words.asking.sayFirstTitle}\n${words.asking.sayFirst}`),
      context([isOwner ? words.owners.promise : words.asking.promise]),
    );
  }
  blocks.push(...ending(reading, ask, words));
  return { text: words.asking.preview, blocks };
}

/** First of all that somebody hands over to them, while they have not answered. */
function handOffLine(
  { engineer, helpers }: Incident,
  { handOffFrom: from, state }: Ask,
  words: Words,
): readonly Block[] {
  if (from === null || (state !== 'asked' && state !== 'unanswered' && state !== 'later')) return [];
  if (from === engineer) return [section(words.handOff.lineEngineer(mention(engineer)))];
  return helpers.includes(from) ? [section(words.handOff.line(mention(from)))] : [];
}

function situation(reading: Reading, helper: UserId, words: Words): readonly Block[] {
  const { incident, words: typed, threadLink } = reading;
  const person = mention(incident.engineer);
  const name = words.common.incidentName(incident.number);
  const happened = incident.happened === null ? undefined : typed.get(incident.happened);
  const written =
    happened === undefined ? words.asking.nothingWritten : `${words.asking.happened}\n${quote(happened)}`;
  return [
    section(words.asking.title(person, name, slackTime(incident.openedAt))),
    section(written),
    ...notesOf(incident, typed, words),
    ...together([
      ...known(reading, words),
      // After the end there is no place to come to.
      ...(isOver(incident) ? [] : [whereToWrite(incident, helper, threadLink, words)]),
    ]),
  ];
}

function together(lines: readonly string[]): readonly Block[] {
  return lines.length === 0 ? [] : [section(lines.join('\n'))];
}

function known({ incident, words: typed, settings }: Reading, words: Words): readonly string[] {
  const lines: string[] = [];
  if (incident.stillHappening !== null) lines.push(words.asking.still[incident.stillHappening]);
  if (incident.impactTold) {
    const { affected, kinds } = incident.impact;
    const what = affected === null ? undefined : typed.get(affected);
    const how = kinds.map(words.screens.impact.kindShort).join(', ');
    lines.push(words.asking.impact(how || words.screens.impact.kindShort('unknown')));
    const services = settings.services.filter(({ id }) => incident.impact.services.includes(id));
    if (services.length > 0) lines.push(plainPreview(services.map(({ name }) => name).join(', '), 200));
    if (what !== undefined) lines.push(quote(what, { maxLines: 2, maxLength: 200 }));
    lines.push(words.asking.severity(words.common.severity(incident.severity.level)));
  }
  return lines;
}

/**
 * Where this helper and the engineer write to each other. A private channel may be one that the helper is not in, so
 * another way is named, too.
 */
function whereToWrite(
  { place, engineer, room, relayed }: Incident,
  helper: UserId,
  link: string | null,
  words: Words,
): string {
  const { rooms, asking } = words;
  if (relayed) return rooms.whereRelay(mention(engineer));
  if (room?.state === 'open' && room.people.includes(helper)) {
    return rooms.whereRoom(roomPlace(room, place.kind === 'room' ? link : null, words));
  }
  if (room?.absent.includes(helper)) return asking.whereDirect(mention(engineer));
  if (place.kind === 'room') return rooms.whereAdded;
  if (place.kind === 'dm') return rooms.whereSoon;
  const channel = `<#${place.channel}>`;
  return asking.whereThread(
    link === null ? channel : `<${link}|${asking.threadLink}>, ${channel}`,
    mention(engineer),
  );
}

function ending({ incident, threadLink }: Reading, ask: Ask, words: Words): readonly Block[] {
  const name = words.common.incidentName(incident.number);
  if (incident.status === 'dismissed') return [context([words.asking.fine(name)])];
  if (isOver(incident)) return [context([words.asking.over(name)])];
  const value = refer({ incident: incident.id, ask: ask.id });
  const later = button(actionIds.later, words.asking.later, { value });
  const accept = button(actionIds.accept, words.asking.accept, { value, style: 'primary' });
  const decline = button(actionIds.decline, words.asking.decline, { value });
  const othersCame = whoCame(incident, ask, words);
  // Whoever can leave it is not asked for an answer any more; coming as well stays possible.
  const comeAsWell = actions([button(actionIds.accept, words.asking.accept, { value })]);
  switch (ask.state) {
    case 'accepted': {
      const person = mention(incident.engineer);
      return [
        section(words.asking.accepted(person)),
        context([nowWrite(incident, ask.person, threadLink, words), ...whileHere(incident, ask, words)]),
        actions([
          button(actionIds.continue, words.asking.openIt, { value, style: 'primary' }),
          button(actionIds.writeStep, words.asking.writeStep, { value }),
          button(actionIds.handOff, words.handOff.button, { value }),
          decline,
        ]),
      ];
    }
    case 'declined':
      return [
        context([words.asking.declined]),
        actions([button(actionIds.accept, words.asking.declinedButton, { value })]),
      ];
    case 'released':
      return [context([words.handOff.releasedLine])];
    case 'later': {
      if (othersCame !== null) return [context([othersCame]), comeAsWell];
      const time = slackTime(ask.comesAt ?? 0);
      return [context([words.asking.postponed(time)]), actions([accept, decline])];
    }
    case 'stood_down':
      return [
        context([othersCame ?? words.asking.openAgain]),
        othersCame === null ? actions([accept]) : comeAsWell,
      ];
    case 'unanswered':
      if (othersCame !== null) return [context([othersCame]), comeAsWell];
      return [context([words.asking.unanswered]), actions([accept, later, decline])];
    default: {
      if (othersCame !== null) return [context([othersCame]), comeAsWell];
      const until = words.asking.answerBy(slackTime(ask.answerBy));
      return [actions([accept, later, decline]), context([until])];
    }
  }
}

/** Whether they have the keyboard, and whom they would like to go on in their place. */
function whileHere({ asks, keyboard }: Incident, { person }: Ask, words: Words): readonly string[] {
  const pending = asks.filter(({ state, handOffFrom }) => state === 'asked' && handOffFrom === person);
  return [
    ...(keyboard === person ? [words.handOff.yoursLine] : []),
    ...pending.map((ask) => words.handOff.pending(mention(ask.person))),
  ];
}

/** What a helper does next, once they have said that they come. */
function nowWrite(incident: Incident, helper: UserId, link: string | null, words: Words): string {
  const { place, room, engineer } = incident;
  if (room?.state === 'open' && room.people.includes(helper)) {
    return words.rooms.writeIn(roomPlace(room, place.kind === 'room' ? link : null, words));
  }
  const isComing = place.kind === 'room' && !room?.absent.includes(helper);
  const isMaking = place.kind === 'dm' && room === null && !incident.relayed;
  if (isComing || isMaking) return words.rooms.makingRoom;
  return words.asking.acceptedWrite(mention(engineer));
}

/** Who is with the engineer already, so that this person can leave it; an owner is needed besides them. */
function whoCame({ helpers }: Incident, { rung }: Ask, words: Words): string | null {
  return helpers.length === 0 || rung === 'owner' ? null : words.asking.somebodyElse(helpers.map(mention));
}

/** After the end: who had been asked can leave it. */
export function stoodDown({ incident }: Reading, words: Words): RenderedMessage | null {
  if (!isOver(incident)) return null;
  const name = words.common.incidentName(incident.number);
  const text =
    incident.status === 'dismissed' ? words.asking.stoodDownFine(name) : words.asking.stoodDown(name);
  return { text: words.asking.previewStoodDown, blocks: [section(text)] };
}

const shownNotes = 3;

/** The newest notes, since a helper may have come after they were written. */
function notesOf(incident: Incident, typed: Reading['words'], words: Words): readonly Block[] {
  const notes = incident.notes.flatMap(({ words: id }) => typed.get(id) ?? []).slice(-shownNotes);
  if (notes.length === 0) return [];
  const quoted = notes.map((note) => quote(note, { maxLength: 300, maxLines: 3 }));
  return [section(`${words.asking.notes}\n${quoted.join('\n')}`)];
}
