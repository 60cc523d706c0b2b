import type { Decision, Draft } from './decision.ts';
import type { RoomForm } from './events.ts';
import type { ChannelId, Instant, UserId } from './identifiers.ts';
import { type Incident, isOver } from './incident.ts';

/** How long a room stays after the end, so that thanks are possible, and a second thought. */
const roomStays = 3_600_000;

/** What is to be done about the room of an incident. */
export type RoomTask =
  | { readonly kind: 'make'; readonly people: readonly UserId[] }
  | {
      readonly kind: 'invite';
      readonly channel: ChannelId;
      readonly form: RoomForm;
      readonly people: readonly UserId[];
    }
  | { readonly kind: 'remove'; readonly channel: ChannelId; readonly people: readonly UserId[] }
  | { readonly kind: 'archive'; readonly channel: ChannelId };

/**
 * What the room lacks; null when it is as it should be. A room is made when somebody has come to an incident that lives
 * in a direct message; who comes later is added to it, and who cannot stay is taken out, where that is possible: nobody
 * can be taken out of a group message. Where Slack allowed none, nothing more is tried.
 */
export function roomTask(incident: Incident): RoomTask | null {
  const { room, engineer, helpers, relayed, place } = incident;
  if (isOver(incident)) {
    return room?.state === 'closing' ? { kind: 'archive', channel: room.channel } : null;
  }
  const people = [engineer, ...helpers.filter((person) => person !== engineer)];
  if (relayed) return null;
  if (room === null || room.state === 'gone') {
    return place.kind === 'dm' && people.length > 1 ? { kind: 'make', people } : null;
  }
  const known = [...room.people, ...room.absent];
  const missing = people.filter((person) => !known.includes(person));
  if (missing.length > 0) return { kind: 'invite', channel: room.channel, form: room.form, people: missing };
  const left = room.form === 'channel' ? room.people.filter((person) => hasLeft(incident, person)) : [];
  return left.length === 0 ? null : { kind: 'remove', channel: room.channel, people: left };
}

/** Who is coming back in ten minutes has not left. */
function hasLeft({ engineer, helpers, asks }: Incident, user: UserId): boolean {
  const isComing = asks.some(({ person, state }) => person === user && state === 'later');
  return user !== engineer && !helpers.includes(user) && !isComing;
}

/** Somebody has come, or (null) it has begun again: a place is made for those who are together now. */
export function gather(draft: Draft, newcomer: UserId | null): void {
  const { relayed } = draft.incident();
  if (roomTask(draft.incident()) !== null) draft.also({ kind: 'make_room' });
  if (relayed && newcomer !== null) tellRelay(draft, [newcomer]);
}

export type MadeRoom = {
  readonly channel: ChannelId;
  readonly form: RoomForm;
  readonly people: readonly UserId[];
  /** These could not be added. */
  readonly absent: readonly UserId[];
};

/** The room is there. The card moves in, and everybody is told; when it ended meanwhile, only its own end is seen to. */
export function roomMade(draft: Draft, { channel, form, people, absent }: MadeRoom): Decision {
  if (draft.incident().room?.channel === channel) return roomJoined(draft, { people, absent });
  draft.emit({ type: 'room_made', channel, form, people, absent });
  const incident = draft.incident();
  if (isOver(incident)) {
    closeRoom(draft);
    return draft.decided();
  }
  if (incident.place.kind === 'room') {
    draft.send(incident.card, { to: 'place' }, { kind: 'card' });
    draft.send(`room_opened:${channel}`, { to: 'place' }, { kind: 'room_opened' });
  }
  tellAbsent(draft, absent);
  return afterwards(draft);
}

/** Others were added to it. */
export function roomJoined(
  draft: Draft,
  { people, absent }: { readonly people: readonly UserId[]; readonly absent: readonly UserId[] },
): Decision {
  const { room } = draft.incident();
  if (room === null) return draft.decided();
  const known = [...room.people, ...room.absent];
  const news = { people: people.filter(not(known)), absent: absent.filter(not(known)) };
  if (news.people.length === 0 && news.absent.length === 0) return draft.decided();
  draft.emit({ type: 'room_joined', people: news.people, absent: news.absent });
  tellAbsent(draft, news.absent);
  return afterwards(draft);
}

/** They were taken out of it, or Slack did not do it: then they stay, which harms nobody. */
export function roomLeft(draft: Draft, people: readonly UserId[]): Decision {
  const left = people.filter((person) => draft.incident().room?.people.includes(person) === true);
  if (left.length === 0) return draft.decided();
  draft.emit({ type: 'room_left', people: left });
  // Who came back meanwhile is added again.
  return afterwards(draft);
}

const not = (known: readonly UserId[]) => (person: UserId) => !known.includes(person);

/** Somebody came while the room was being made. */
function afterwards(draft: Draft): Decision {
  if (roomTask(draft.incident()) !== null) draft.also({ kind: 'make_room' });
  return draft.decided();
}

/** Slack allows neither a private channel nor a group message: from now on Oops passes on what is written to it. */
export function roomRefused(draft: Draft, reason: string): Decision {
  const { relayed, helpers } = draft.incident();
  if (relayed || isOver(draft.incident())) return draft.decided();
  draft.emit({ type: 'room_refused', reason });
  tellRelay(draft, helpers);
  return draft.decided();
}

function tellRelay(draft: Draft, helpers: readonly UserId[]): void {
  const { version } = draft.incident();
  draft.send(`relay_begun:${version}`, { to: 'engineer' }, { kind: 'relay_begun', person: null });
  for (const person of helpers) {
    draft.send(
      `relay_begun:${version}:${person}`,
      { to: 'person', user: person },
      { kind: 'relay_begun', person },
    );
  }
}

/** Said to the engineer alone: that somebody is not among the readers is nobody else's business. */
function tellAbsent(draft: Draft, absent: readonly UserId[]): void {
  for (const person of absent) {
    draft.send(`room_without:${person}`, { to: 'engineer' }, { kind: 'room_without', person });
  }
}

/** At the end: the room says how long it stays, and then goes. A group message cannot be archived. */
export function closeRoom(draft: Draft): void {
  const { room, version } = draft.incident();
  const due = roomDueAt(draft.incident());
  if (room === null || due === null) return;
  const to = { to: 'channel', channel: room.channel } as const;
  draft.send(`room_closing:${version}`, to, { kind: 'room_closing', at: due });
  draft.wake('room', due, { kind: 'room_due' });
}

/** When the room is to be archived; null when there is none, or it is not over. */
export function roomDueAt(incident: Incident): Instant | null {
  const { room, endedAt } = incident;
  if (!isOver(incident) || endedAt === null) return null;
  return room?.state === 'open' && room.form === 'channel' ? endedAt + roomStays : null;
}

/** The hour has passed. One that has begun again meanwhile keeps its room. */
export function roomDue(draft: Draft): Decision {
  const due = roomDueAt(draft.incident());
  if (due === null || due > draft.context.now) return draft.decided();
  draft.emit({ type: 'room_closed' });
  draft.also({ kind: 'make_room' });
  return draft.decided();
}

/** What became of archiving it. When Slack refused, the room stays as it is, which harms nobody. */
export function roomArchived(draft: Draft, reason: string | null): Decision {
  const { room } = draft.incident();
  // It began again while it was being archived, so it is open again in the books, and gone in Slack.
  const isGone = room?.state === 'open' && reason === null;
  if (room?.state !== 'closing' && !isGone) return draft.decided();
  draft.emit({ type: 'room_archived', reason });
  // Those who are together again need another one.
  gather(draft, null);
  return draft.decided();
}
