import type { IncidentCommand } from '../domain/commands.ts';
import type { IncidentId, TeamId, UserId } from '../domain/identifiers.ts';
import type { Incident } from '../domain/incident.ts';
import { type RoomTask, roomTask } from '../domain/room.ts';
import { act } from './act.ts';
import type { CallFailure, Clock, Ids, Store } from './ports.ts';
import { Unreadable } from './ports.ts';
import { type Rooms, roomName } from './rooms.ts';

export type KeepRoomDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly rooms: Rooms;
  /** Told of what Slack refused; codes only. */
  readonly onRoomRefused: (refused: { readonly incident: IncidentId; readonly code: string }) => void;
};

/** Slack could not do it now: the job is tried again. */
export class RoomNotReady extends Error {
  override readonly name = 'RoomNotReady';
  readonly code: string;
  constructor(code: string) {
    super('the room is not ready');
    this.code = code;
  }
}

/** How long to wait for messages that are still to be shown in a room before it is archived. */
const lookAgainMs = 10_000;

/**
 * Makes, fills, empties or archives the room of an incident, as the incident now says. It may run again at any point: a room that
 * was made before is found by its name, and what became of it is decided by the incident.
 */
export async function keepRoom(
  deps: KeepRoomDeps,
  request: { readonly team: TeamId; readonly incident: IncidentId; readonly correlation: string },
): Promise<void> {
  const { store, clock } = deps;
  const { team } = request;
  const incident = await store.incident(team, request.incident).catch((error: unknown) => {
    if (error instanceof Unreadable) return null;
    throw error;
  });
  const task = incident === null ? null : roomTask(incident);
  if (incident === null || task === null) return;
  if (task.kind === 'archive' && (await store.isAwaited(team, { kind: 'channel', channel: task.channel }))) {
    // What is still to be said there is said first.
    const again = { ...request, task: 'room', at: clock.now() + lookAgainMs } as const;
    return store.transact((tx) => tx.addJobs([again]));
  }
  const result = await carryOut(deps, incident, task);
  if (result === null) return;
  await act(deps, { ...request, actor: null, key: null, command: () => result });
}

async function carryOut(
  deps: KeepRoomDeps,
  incident: Incident,
  task: RoomTask,
): Promise<IncidentCommand | null> {
  switch (task.kind) {
    case 'make':
      return make(deps, incident, task.people);
    case 'invite':
      return task.form === 'group'
        ? largerGroup(deps, incident, task.people)
        : invite(deps, incident, task.channel, task.people);
    case 'remove':
      for (const person of task.people) {
        const removed = await deps.rooms.remove(incident.team, task.channel, person);
        if (removed.kind !== 'removed') refusalIn(deps, incident, removed);
      }
      return { type: 'room_left', people: task.people };
    case 'archive': {
      const archived = await deps.rooms.archive(incident.team, task.channel);
      if (archived.kind === 'archived') return { type: 'room_archived', reason: null };
      return { type: 'room_archived', reason: refusalIn(deps, incident, archived) };
    }
    default:
      return task satisfies never;
  }
}

/** A private channel; else a group message; else nothing, and Oops passes on what is written to it. */
async function make(
  deps: KeepRoomDeps,
  incident: Incident,
  people: readonly UserId[],
): Promise<IncidentCommand> {
  const { team, engineer } = incident;
  const made = await deps.rooms.make(team, roomName(incident));
  if (made.kind === 'made') {
    const { channel } = made;
    const invited = await deps.rooms.invite(team, channel, people);
    const absent = invited.kind === 'invited' ? invited.absent : people;
    if (invited.kind !== 'invited') refusalIn(deps, incident, invited);
    const present = people.filter((person) => !absent.includes(person));
    if (present.includes(engineer) && present.length > 1) {
      return { type: 'room_made', channel, form: 'channel', people: present, absent };
    }
    // A room without the person it is for, or with nobody else, is of no use.
    const left = await deps.rooms.archive(team, channel);
    if (left.kind !== 'archived') refusalIn(deps, incident, left);
  } else {
    refusalIn(deps, incident, made);
  }
  return group(deps, incident, people);
}

async function group(
  deps: KeepRoomDeps,
  incident: Incident,
  people: readonly UserId[],
): Promise<IncidentCommand> {
  const opened = await deps.rooms.group(incident.team, people);
  if (opened.kind === 'made') {
    return { type: 'room_made', channel: opened.channel, form: 'group', people, absent: [] };
  }
  return { type: 'room_refused', reason: refusalIn(deps, incident, opened) };
}

/** Nobody can be added to a group message: with one person more it is another one. */
async function largerGroup(
  deps: KeepRoomDeps,
  incident: Incident,
  newcomers: readonly UserId[],
): Promise<IncidentCommand> {
  const { engineer, helpers } = incident;
  // Who cannot stay was in the last one, and is not in this one.
  const everybody = [...new Set([engineer, ...helpers, ...newcomers])];
  const larger = await group(deps, incident, everybody);
  return larger.type === 'room_made' ? larger : { type: 'room_joined', people: [], absent: newcomers };
}

async function invite(
  deps: KeepRoomDeps,
  incident: Incident,
  channel: string,
  people: readonly UserId[],
): Promise<IncidentCommand> {
  const invited = await deps.rooms.invite(incident.team, channel, people);
  if (invited.kind !== 'invited') {
    refusalIn(deps, incident, invited);
    return { type: 'room_joined', people: [], absent: people };
  }
  const present = people.filter((person) => !invited.absent.includes(person));
  return { type: 'room_joined', people: present, absent: invited.absent };
}

/** The code of a refusal. What may go well another time is thrown, so that the job is tried again. */
function refusalIn({ onRoomRefused }: KeepRoomDeps, { id }: Incident, failure: CallFailure): string {
  if (failure.kind === 'rate_limited') throw new RoomNotReady('rate_limited');
  if (failure.kind !== 'refused') throw new RoomNotReady('slack_failed');
  onRoomRefused({ incident: id, code: failure.code });
  return failure.code;
}
