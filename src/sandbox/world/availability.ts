/** Is somebody there, and may they be disturbed? */
import type { Person } from '../protocol.ts';
import { publish } from './events.ts';
import { toSlackDnd } from './people.ts';
import type { World } from './world.ts';

/**
 * Goes offline or comes back. Ephemeral messages do not survive the session they were shown in.
 * https://docs.slack.dev/reference/methods/users.getPresence https://docs.slack.dev/reference/methods/chat.postEphemeral
 */
export function setPresence(world: World, person: Person, presence: Person['presence']): void {
  person.presence = presence;
  if (presence === 'away') {
    world.state.ephemerals = world.state.ephemerals.filter((each) => each.to !== person.id);
  }
  world.changed(['*']);
}

/** Sets the do-not-disturb schedule. https://docs.slack.dev/reference/events/dnd_updated_user */
export function setDnd(world: World, person: Person, dnd: Person['dnd']): void {
  person.dnd = dnd;
  const event = { type: 'dnd_updated_user', user: person.id, dnd_status: toSlackDnd(world, person) };
  publish(world, { ...event, event_ts: world.newTs() }, null);
  world.changed(['*']);
}

/** Pauses notifications by hand until then; null ends it. An app is not told. */
export function pauseUntil(world: World, person: Person, until: number | null): void {
  person.pausedUntil = until;
  world.changed(['*']);
}
