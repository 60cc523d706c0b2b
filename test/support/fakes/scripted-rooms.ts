import type { CallFailure } from '../../../src/app/ports.ts';
import type { Rooms } from '../../../src/app/rooms.ts';

type Call = 'make' | 'invite' | 'remove' | 'archive' | 'group';

export type ScriptedRoom = { readonly name: string; readonly people: Set<string>; archived: boolean };

export type ScriptedRooms = Rooms & {
  /** By channel, in the order they were made. */
  made(): ReadonlyMap<string, ScriptedRoom>;
  /** Every such call is answered like this from here on; null: it goes well again. */
  fail(call: Call, failure: CallFailure | null): void;
  /** This person cannot be added to a channel. */
  keepOut(user: string): void;
};

/** Private channels and group messages that need no Slack; the same name, or the same people, give the same one. */
export function scriptedRooms(): ScriptedRooms {
  const rooms = new Map<string, ScriptedRoom>();
  const failures = new Map<Call, CallFailure>();
  const keptOut = new Set<string>();
  const named = (name: string, prefix: string): string => {
    const found = [...rooms].find(([, room]) => room.name === name && !room.archived);
    if (found !== undefined) return found[0];
    const channel = `${prefix}${rooms.size + 1}`;
    rooms.set(channel, { name, people: new Set(), archived: false });
    return channel;
  };
  const answer = async <T>(call: Call, otherwise: () => T): Promise<T | CallFailure> =>
    failures.get(call) ?? otherwise();

  return {
    make: (_team, name) => answer('make', () => ({ kind: 'made', channel: named(name, 'C_ROOM') })),
    invite: (_team, channel, people) =>
      answer('invite', () => {
        for (const person of people) if (!keptOut.has(person)) rooms.get(channel)?.people.add(person);
        return { kind: 'invited', absent: people.filter((person) => keptOut.has(person)) };
      }),
    remove: (_team, channel, person) =>
      answer('remove', () => {
        rooms.get(channel)?.people.delete(person);
        return { kind: 'removed' };
      }),
    archive: (_team, channel) =>
      answer('archive', () => {
        const room = rooms.get(channel);
        if (room !== undefined) room.archived = true;
        return { kind: 'archived' };
      }),
    group: (_team, people) =>
      answer('group', () => {
        const channel = named([...people].sort().join(), 'G_ROOM');
        for (const person of people) rooms.get(channel)?.people.add(person);
        return { kind: 'made', channel };
      }),
    made: () => rooms,
    fail: (call, failure) => {
      if (failure === null) failures.delete(call);
      else failures.set(call, failure);
    },
    keepOut: (user) => {
      keptOut.add(user);
    },
  };
}
