/** What a test does to the pretend Slack itself: time, trouble, people. */
import type { EventQueue } from '../delivery/event-queue.ts';
import type { SocketDelivery } from '../delivery/socket-delivery.ts';
import type { AdminAction, AdminAnswer, Person } from '../protocol.ts';
import { otherTeamId, type Seed, seedPerson } from '../seed.ts';
import { pauseUntil, setDnd, setPresence } from '../world/availability.ts';
import { archive, unarchive } from '../world/channel-changes.ts';
import { publish } from '../world/events.ts';
import { addMember, removeMember } from '../world/membership.ts';
import { toSlackUser } from '../world/people.ts';
import { offerShare, shareWith, unshareFrom } from '../world/sharing.ts';
import { initialState, type StoredConversation } from '../world/state.ts';
import { setUserGroup } from '../world/user-groups.ts';
import type { World } from '../world/world.ts';

/** What was asked for is not there. */
export class UnknownThing extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'UnknownThing';
  }
}

export class Admin {
  readonly #world: World;
  readonly #sockets: SocketDelivery;
  readonly #events: EventQueue;
  readonly #seed: Seed;

  constructor(parts: { world: World; sockets: SocketDelivery; events: EventQueue; seed: Seed }) {
    this.#world = parts.world;
    this.#sockets = parts.sockets;
    this.#events = parts.events;
    this.#seed = parts.seed;
  }

  /** @throws UnknownThing when it names a person, conversation or event that is not there */
  async act(action: AdminAction): Promise<AdminAnswer> {
    const id = await this.#act(action);
    await this.#world.saved();
    return { ok: true, now: this.#world.now(), ...(id === undefined ? {} : { id }) };
  }

  async #act(action: AdminAction): Promise<string | undefined> {
    const world = this.#world;
    switch (action.do) {
      case 'advanceClock':
        await world.clock.advance(action.ms);
        return undefined;
      case 'setClock':
        await world.clock.set(action.now);
        return undefined;
      case 'fault':
        world.faults.add(action.fault);
        world.changed([]);
        return undefined;
      case 'clearFaults':
        world.faults.clear(action.like);
        world.changed([]);
        return undefined;
      case 'redeliver':
        return this.#redeliver(action);
      case 'sockets':
        if (action.how === 'drop') this.#sockets.drop();
        else this.#sockets.askToReconnect(action.how === 'warn' ? 'warning' : 'refresh_requested');
        return undefined;
      case 'updatePerson':
        return this.#updatePerson(action);
      case 'updateConversation':
        return this.#updateConversation(action);
      case 'setPolicy':
        Object.assign(world.state.policy, action.set);
        world.changed(['*']);
        return undefined;
      case 'shareChannel':
        return this.#share(action);
      case 'unshareChannel': {
        const conversation = this.#conversation(action.channel);
        unshareFrom(world, conversation, action.team);
        return conversation.id;
      }
      case 'setUserGroup':
        for (const user of action.users) this.#person(user);
        return setUserGroup(world, action);
      case 'addPerson':
        return this.#addPerson(action);
      case 'reset':
        world.state = { ...initialState(this.#seed, world.now()), version: world.state.version };
        this.#events.reset();
        world.changed(['*']);
        return undefined;
    }
  }

  #redeliver(action: Extract<AdminAction, { do: 'redeliver' }>): string {
    const eventId = this.#events.redeliver(action);
    if (!eventId) throw new UnknownThing('no such event was sent');
    return eventId;
  }

  #updatePerson(action: Extract<AdminAction, { do: 'updatePerson' }>): string {
    const world = this.#world;
    const person = this.#person(action.user);
    const { presence, dnd, pausedUntil, ...set } = action.set;
    Object.assign(person, set);
    if (presence !== undefined) setPresence(world, person, presence);
    if (pausedUntil !== undefined) pauseUntil(world, person, pausedUntil);
    const user = toSlackUser(world, person, { locale: true });
    publish(world, { type: 'user_change', user, event_ts: world.newTs() }, null);
    if (dnd !== undefined) setDnd(world, person, dnd);
    world.changed(['*']);
    return person.id;
  }

  #person(id: string): Person {
    const person = this.#world.person(id);
    if (!person) throw new UnknownThing(`there is nobody with the id ${id}`);
    return person;
  }

  #conversation(id: string): StoredConversation {
    const conversation = this.#world.state.conversations[id];
    if (!conversation) throw new UnknownThing(`there is no conversation ${id}`);
    return conversation;
  }

  #updateConversation(action: Extract<AdminAction, { do: 'updateConversation' }>): string {
    const world = this.#world;
    const conversation = this.#conversation(action.channel);
    const { members, archived, shared, readOnly } = action.set;
    const admin = conversation.creator;
    if (archived === true && !conversation.archived) archive(world, conversation, admin);
    if (archived === false && conversation.archived) unarchive(world, conversation, admin);
    if (readOnly !== undefined) conversation.readOnly = readOnly;
    if (shared === true) shareWith(world, conversation, otherTeamId);
    const before = [...conversation.members];
    for (const id of members ?? []) if (!before.includes(id)) addMember(world, conversation, id);
    if (members) for (const id of before) if (!members.includes(id)) removeMember(world, conversation, id);
    if (shared === false)
      for (const team of [...conversation.sharedWith]) unshareFrom(world, conversation, team);
    world.changed(['*']);
    return conversation.id;
  }

  #share(action: Extract<AdminAction, { do: 'shareChannel' }>): string {
    const conversation = this.#conversation(action.channel);
    if (action.pending) offerShare(this.#world, conversation, action.team);
    else shareWith(this.#world, conversation, action.team);
    return conversation.id;
  }

  #addPerson(action: Extract<AdminAction, { do: 'addPerson' }>): string {
    const world = this.#world;
    const { id = world.newId('U'), name, realName = name, ...rest } = action.person;
    const person = seedPerson(id, name, realName, { teamId: world.state.team.id, ...rest });
    world.state.people[id] = person;
    const user = toSlackUser(world, person, { locale: true });
    publish(world, { type: 'team_join', user, event_ts: world.newTs() }, null);
    world.changed(['*']);
    return id;
  }
}
