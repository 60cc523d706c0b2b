import type { EventBody, IncidentEvent, Place } from './events.ts';
import type { Incident, Room } from './incident.ts';
import { isOver } from './incident.ts';

type PlaceEvent = Extract<EventBody, { type: 'place_moved' | 'place_chosen' | 'opened_up' }>;
type RoomEvent = Extract<EventBody, { type: `room_${string}` }>;

/** The incident lives there from now on, with a card of its own. A room that is left for the DM was lost. */
function movedTo(incident: Incident, place: Place, { seq }: IncidentEvent): Incident {
  const isLost = incident.place.kind === 'room' && place.kind === 'dm';
  const left = isLost ? changed(incident, () => ({ state: 'gone' })) : incident;
  return { ...left, place, placeChosen: true, card: `card:${seq}` };
}

/** It has begun again before its room was gone. */
export function withRoomKept(incident: Incident): Incident {
  return incident.room?.state === 'gone' ? incident : changed(incident, () => ({ state: 'open' }));
}

/** Where the incident lives, and what became of the room of those who are together. */
export function withWhereabouts(
  incident: Incident,
  body: PlaceEvent | RoomEvent,
  event: IncidentEvent,
): Incident {
  switch (body.type) {
    case 'place_moved':
      return movedTo(incident, body.place, event);
    case 'place_chosen':
      return { ...incident, placeChosen: true };
    case 'opened_up': {
      const { channel, title } = body;
      return { ...movedTo(incident, { kind: 'channel', channel }, event), title };
    }
    case 'room_made': {
      const { channel, form, people, absent } = body;
      const room: Room = { channel, form, people, absent, state: 'open' };
      const made = { ...incident, room, rooms: incident.rooms + 1 };
      const isPrivate = incident.place.kind === 'dm' || incident.place.kind === 'room';
      return isPrivate && !isOver(incident) ? movedTo(made, { kind: 'room', channel }, event) : made;
    }
    case 'room_joined':
      return changed(incident, ({ people, absent }) => ({
        people: [...people, ...body.people],
        absent: [...absent, ...body.absent],
      }));
    case 'room_left':
      return changed(incident, ({ people }) => ({
        people: people.filter((person) => !body.people.includes(person)),
      }));
    case 'room_refused':
      return { ...incident, relayed: true };
    case 'room_closed':
      return changed(incident, () => ({ state: 'closing' }));
    case 'room_archived': {
      if (body.reason !== null) return changed(incident, () => ({ state: 'kept' }));
      const place: Place = incident.place.kind === 'room' ? { kind: 'dm' } : incident.place;
      return { ...changed(incident, () => ({ state: 'gone' })), place };
    }
    default:
      return body satisfies never;
  }
}

function changed(incident: Incident, change: (room: Room) => Partial<Room>): Incident {
  const { room } = incident;
  return room === null ? incident : { ...incident, room: { ...room, ...change(room) } };
}
