/** What people set for themselves: presence and do-not-disturb. */
import type { Outcome, Person, PersonAction } from '../protocol.ts';
import { pauseUntil, setDnd, setPresence } from '../world/availability.ts';
import type { World } from '../world/world.ts';

type Setting = 'setPresence' | 'setDnd' | 'pauseNotifications';
type Handlers = {
  [K in Setting]: (world: World, person: Person, action: Extract<PersonAction, { do: K }>) => Outcome;
};

export const ownSettings: Handlers = {
  setPresence(world, person, { presence }) {
    setPresence(world, person, presence);
    return { result: 'done' };
  },
  setDnd(world, person, { dnd }) {
    setDnd(world, person, dnd);
    return { result: 'done' };
  },
  pauseNotifications(world, person, { minutes }) {
    pauseUntil(world, person, minutes === null ? null : world.now() + minutes * 60_000);
    return { result: 'done' };
  },
};
