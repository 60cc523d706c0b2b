import type { Reading, RenderedMessage } from '../../app/ports.ts';
import type { MessageBody } from '../../domain/effects.ts';
import { isOver } from '../../domain/incident.ts';
import { section } from '../blocks.ts';
import { quote } from '../mrkdwn.ts';
import { slackDayAndTime } from '../words/dates.ts';
import type { Words } from '../words/words.ts';
import { said } from './notices.ts';
import { mention } from './parts.ts';

type Of<K extends MessageBody['kind']> = Extract<MessageBody, { kind: K }>;

/** Where those who are together can write; it names them, so that Slack tells them. */
export function roomOpened({ incident }: Reading, words: Words): RenderedMessage {
  const people = incident.room?.people ?? [incident.engineer];
  return said(words.rooms.previewOpened, words.rooms.opened(people.map(mention)));
}

/** How long the room stays; nothing when it has begun again. */
export function roomClosing(
  { incident }: Reading,
  { at }: Of<'room_closing'>,
  words: Words,
): RenderedMessage | null {
  if (!isOver(incident)) return null;
  const { closing, closingFine, previewClosing } = words.rooms;
  const until = slackDayAndTime(at);
  const isFine = incident.status === 'dismissed';
  const text = isFine ? closingFine(words.common.incidentName(incident.number), until) : closing(until);
  return said(previewClosing, text);
}

/** Somebody could not be added. */
export function roomWithout({ person }: Of<'room_without'>, words: Words): RenderedMessage {
  return said(words.rooms.previewWrite, words.rooms.without(mention(person)));
}

/** There is no room: how one writes to the others all the same. */
export function relayBegun(
  { incident }: Reading,
  { person }: Of<'relay_begun'>,
  words: Words,
): RenderedMessage | null {
  if (isOver(incident) || incident.helpers.length === 0) return null;
  const { relayForEngineer, relayForHelper, previewWrite } = words.rooms;
  return person === null
    ? said(previewWrite, relayForEngineer(incident.helpers.map(mention)))
    : said(previewWrite, relayForHelper(mention(incident.engineer)));
}

const longest = { maxLength: 2800, maxLines: 60 };

/** What somebody wrote to Oops for the others, literally and with their name. Also after the end: it was said before. */
export function passedOn(
  { words: typed }: Reading,
  { words: id, from, changed }: Of<'passed_on'>,
  words: Words,
): RenderedMessage | null {
  const text = typed.get(id);
  if (text === undefined) return null;
  const { passedOn: first, passedOnChanged, previewPassedOn } = words.rooms;
  const title = (changed ? passedOnChanged : first)(mention(from));
  return { text: previewPassedOn, blocks: [section(title), section(quote(text, longest))] };
}
