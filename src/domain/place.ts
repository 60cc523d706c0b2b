import type { IncidentCommand } from './commands.ts';
import type { Decision, Draft } from './decision.ts';
import type { Destination, PlaceMovedWhy } from './effects.ts';
import type { Place } from './events.ts';
import type { ChannelId } from './identifiers.ts';
import { type Incident, isNeutral, isOver, isPublic } from './incident.ts';
import { gather, roomRefused } from './room.ts';

/**
 * Slack does not let Oops write where the incident lives. It goes on in the next place, with a card of its own, and says
 * why it is there: from a channel in the room of those who are together, and else in the engineer's DM. The DM is the last
 * place: when it refuses too, there is no other. What is refused where the incident no longer lives changes nothing.
 */
export function placeRefused(
  draft: Draft,
  { reason, channel }: Extract<IncidentCommand, { type: 'place_refused' }>,
): Decision {
  const { place } = draft.incident();
  if (place.kind === 'dm' || place.channel !== channel) return draft.decided();
  moveTo(draft, nextPlace(draft.incident()), reason, 'refused');
  if (place.kind === 'room' && !isOver(draft.incident())) return roomRefused(draft, reason);
  return draft.decided();
}

/** Where it goes on when it cannot stay in a channel. */
export function nextPlace({ place, room }: Incident): Place {
  const hasRoom = room !== null && (room.state === 'open' || room.state === 'kept');
  return place.kind !== 'room' && hasRoom ? { kind: 'room', channel: room.channel } : { kind: 'dm' };
}

/**
 * *Here, in this thread*, or *in private*. In private it goes on in the room of those who are together, or in the
 * engineer's DM, from where a room is made.
 */
export function choosePlace(draft: Draft, where: 'here' | 'private'): Decision {
  const incident = draft.incident();
  if (!isPublic(incident) || isOver(incident)) return draft.decided();
  if (where === 'here') {
    if (!incident.placeChosen) draft.emit({ type: 'place_chosen' });
    return draft.decided();
  }
  moveTo(draft, nextPlace(incident), 'chosen', 'chosen');
  gather(draft, null);
  return draft.decided();
}

/** The person shows it to a channel. The card stands there, and the room stays for those who help. */
export function openUp(
  draft: Draft,
  { channel, title }: Extract<IncidentCommand, { type: 'open_up' }>,
): Decision {
  const { place } = draft.incident();
  if (place.kind === 'channel' && place.channel === channel) return draft.decided();
  draft.emit({ type: 'opened_up', channel, title });
  draft.send(draft.incident().card, { to: 'place' }, { kind: 'card' });
  return draft.decided();
}

/** Another organisation reads the channel from now on: it goes on in private, also when it is over. */
export function channelShared(draft: Draft, channel: ChannelId): Decision {
  const { place } = draft.incident();
  if (place.kind === 'dm' || place.kind === 'room' || place.channel !== channel) return draft.decided();
  moveTo(draft, nextPlace(draft.incident()), 'shared', 'shared');
  gather(draft, null);
  return draft.decided();
}

/** It goes on elsewhere: why it is there, and a card of its own. */
function moveTo(draft: Draft, to: Place, reason: string, why: PlaceMovedWhy): void {
  const { place: before } = draft.incident();
  draft.emit({ type: 'place_moved', place: to, reason });
  const { version, card } = draft.incident();
  if (before.kind !== 'dm') {
    draft.send(`place_moved:${version}`, { to: 'place' }, { kind: 'place_moved', from: before.channel, why });
  }
  draft.send(card, { to: 'place' }, { kind: 'card' });
}

/** Where news of the work are said: to the engineer alone, while the thread it began in shows one neutral line. */
export function workPlace(draft: Draft): Destination {
  return isNeutral(draft.incident()) ? { to: 'engineer' } : { to: 'place' };
}
