import type { Reading, RenderedMessage } from '../../app/ports.ts';
import type { MessageBody } from '../../domain/effects.ts';
import { findAsk, isOver } from '../../domain/incident.ts';
import { actions, button, section } from '../blocks.ts';
import { actionIds } from '../ids.ts';
import { refer } from '../references.ts';
import { slackDayAndTime } from '../words/dates.ts';
import { listed } from '../words/en/people.ts';
import type { Words } from '../words/words.ts';
import { chooseSomebody, said } from './notices.ts';
import { mention } from './parts.ts';

type Of<K extends MessageBody['kind']> = Extract<MessageBody, { kind: K }>;

export function ownerAsked(
  { incident }: Reading,
  { ask: id }: Of<'owner_asked'>,
  words: Words,
): RenderedMessage | null {
  const ask = findAsk(incident, id);
  if (ask === undefined || isOver(incident)) return null;
  return said(words.asking.previewMoved, words.owners.asked(mention(ask.person)));
}

/** The owner does not come: another mentor would not help, but somebody else who knows the service may. */
export function ownerAway(
  { incident }: Reading,
  { ask: id, why }: Of<'owner_away'>,
  words: Words,
): RenderedMessage | null {
  const ask = findAsk(incident, id);
  if (ask === undefined || isOver(incident)) return null;
  return chooseSomebody(
    incident,
    `${words.asking.moved(why, mention(ask.person))} ${words.owners.away}`,
    words,
  );
}

/** To the duty contact: facts only, kept up to date. Nothing that anybody typed, and not who it happened to. */
export function dutyMessage({ incident }: Reading, words: Words): RenderedMessage {
  const { owners, screens, common } = words;
  const { impact, severity, helpers, openedAt } = incident;
  const kinds = impact.kinds.map(screens.impact.kindShort).join(', ') || screens.impact.kindShort('unknown');
  const facts = [
    owners.dutyKind(kinds),
    owners.dutySince(slackDayAndTime(openedAt)),
    owners.dutySeverity(common.severity(severity.level)),
    owners.dutyHelping(helpers.length === 0 ? owners.dutyNobody : listed(helpers.map(mention))),
  ];
  const blocks = [
    section(`${owners.dutyTitle(common.incidentName(incident.number))}\n${owners.dutyWhy}`),
    section(facts.join('\n')),
  ];
  if (!isOver(incident)) blocks.push(section(owners.dutyNext));
  return { text: owners.dutyPreview, blocks };
}

/** What the engineer can do when the duty contact could not be told. */
export function dutyRefused({ person }: Of<'duty_refused'>, words: Words): RenderedMessage {
  return said(words.owners.dutyRefusedPreview, words.owners.dutyRefused(mention(person)));
}

export function dutyClosing({ incident }: Reading, words: Words): RenderedMessage {
  const name = words.common.incidentName(incident.number);
  const { dutyOver, dutyFine } = words.owners;
  return said(words.closing.preview, incident.status === 'dismissed' ? dutyFine(name) : dutyOver(name));
}

/** In the helpers' channel: that a colleague asks for a person, and whether somebody came. */
export function channelAsk({ incident }: Reading, words: Words): RenderedMessage {
  const { channelPreview, channelAsk: ask, channelThere, channelOver } = words.owners;
  if (isOver(incident)) return said(channelPreview, channelOver);
  const [helper] = incident.helpers;
  if (helper !== undefined) return said(channelPreview, channelThere(mention(helper)));
  const value = refer({ incident: incident.id });
  const take = button(actionIds.takeAsk, words.asking.accept, { value, style: 'primary' });
  return { text: channelPreview, blocks: [section(ask), actions([take])] };
}

export function channelAskRefused({ incident }: Reading, words: Words): RenderedMessage | null {
  return isOver(incident) ? null : chooseSomebody(incident, words.owners.channelRefused, words);
}
