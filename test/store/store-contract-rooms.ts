import { describe, expect, it } from '@jest/globals';
import type { Conversation, NewMessage, Settlement, Store } from '../../src/app/ports.ts';
import type { EventBody } from '../../src/domain/events.ts';
import { evolve } from '../../src/domain/evolve.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { people } from '../domain/support/people.ts';
import type { FixedClock } from '../support/fakes/fixed-clock.ts';
import { newTeam } from './new-team.ts';

const { alex, mia } = people;
const room: Conversation = { kind: 'channel', channel: 'C_ROOM' };
const answered: Settlement = { state: 'refused', failure: 'is_archived' };

/** Where messages stand, and in which incidents words are passed on. */
export function roomsContract(
  getStore: () => Store,
  clock: FixedClock,
  openIncident: (team: string, id: string) => Promise<Incident>,
): void {
  /** The incident after these events. */
  async function happens(incident: Incident, bodies: readonly EventBody[]): Promise<Incident> {
    const events = bodies.map((body, index) => ({
      ...{
        seq: incident.version + 1 + index,
        at: clock.now(),
        actor: alex.user,
        correlation: 'contract',
        body,
      },
    }));
    const after = events.reduce(evolve, incident);
    await getStore().transact((tx) => tx.save(after, events));
    return after;
  }

  const relayed = (ask: string): readonly EventBody[] => [
    { type: 'help_asked', ask, person: mia.user, rung: 'mentor', answerBy: clock.now() },
    { type: 'ask_accepted', ask },
    { type: 'room_refused', reason: 'restricted_action' },
  ];

  async function says(team: string, incident: string, change: Partial<NewMessage> & { id: string }) {
    const message: NewMessage = {
      ...{ id: change.id, team, key: `${incident}:${change.id}`, conversation: room, threadTs: null },
      ...{ about: 'incident', incident, body: { kind: 'card' }, correlation: 'contract' },
      ...(change.under === undefined ? {} : { under: change.under }),
    };
    await getStore().transact((tx) => tx.addMessage(message));
  }

  const shows = (team: string, id: string, ts: string) =>
    getStore().transact((tx) =>
      tx.settle(team, id, { state: 'sent', channel: 'C_ROOM', ts, digest: 'd', shown: 1 }),
    );

  describe('words that are passed on', () => {
    it('are for every open incident without a room that the person is in, the newest first', async () => {
      const team = newTeam();
      const [first, second] = [
        await openIncident(team, `${team}-i1`),
        await openIncident(team, `${team}-i2`),
      ];
      expect(await getStore().relayedWith(team, mia.user)).toEqual([]);
      await happens(first, relayed('a1'));
      const later = await happens(second, relayed('a1'));
      expect(await getStore().relayedWith(team, mia.user)).toEqual([second.id, first.id]);
      expect(await getStore().relayedWith(team, alex.user)).toEqual([second.id, first.id]);
      expect(await getStore().relayedWith(team, 'U_OTHER')).toEqual([]);
      expect(await getStore().relayedWith(newTeam(), mia.user)).toEqual([]);
      const over = await happens(later, [{ type: 'incident_resolved' }]);
      expect(await getStore().relayedWith(team, mia.user)).toEqual([first.id]);
      expect(over.status).toBe('resolved');
    });

    it('are not for an incident that the person has left', async () => {
      const team = newTeam();
      const incident = await happens(await openIncident(team, `${team}-i1`), relayed('a1'));
      await happens(incident, [{ type: 'ask_declined', ask: 'a1' }]);
      expect(await getStore().relayedWith(team, mia.user)).toEqual([]);
    });
  });

  describe('what stands in a conversation', () => {
    it('is awaited until it is shown, or never will be', async () => {
      const team = newTeam();
      const { id } = await openIncident(team, `${team}-i1`);
      const awaited = () => getStore().isAwaited(team, room);
      expect(await awaited()).toBe(false);
      await says(team, id, { id: `${team}-m1` });
      await says(team, id, { id: `${team}-m2` });
      expect(await awaited()).toBe(true);
      expect(await getStore().isAwaited(newTeam(), room)).toBe(false);
      expect(await getStore().isAwaited(team, { kind: 'user', user: 'C_ROOM' })).toBe(false);
      await shows(team, `${team}-m1`, '1.1');
      expect(await awaited()).toBe(true);
      await getStore().transact((tx) => tx.settle(team, `${team}-m2`, answered));
      expect(await awaited()).toBe(false);
    });

    it('is known by its channel, while its card stands there or is about to', async () => {
      const team = newTeam();
      const { id } = await openIncident(team, `${team}-i1`);
      const shownIn = () => getStore().shownIn(team, 'C_ROOM');
      expect(await shownIn()).toEqual([]);
      await says(team, id, { id: `${team}-m1` });
      await says(team, id, { id: `${team}-m2` });
      expect(await shownIn()).toEqual([id]);
      await shows(team, `${team}-m1`, '1.1');
      await getStore().transact((tx) => tx.settle(team, `${team}-m2`, answered));
      expect(await shownIn()).toEqual([id]);
      expect(await getStore().shownIn(newTeam(), 'C_ROOM')).toEqual([]);
      expect(await getStore().shownIn(team, 'C_OTHER')).toEqual([]);
    });

    it('is known by its channel and time, once it is shown', async () => {
      const team = newTeam();
      const { id } = await openIncident(team, `${team}-i1`);
      const about = (ts: string) => getStore().incidentShownAt(team, { channel: 'C_ROOM', ts });
      await says(team, id, { id: `${team}-m1` });
      expect(await about('1.1')).toBeNull();
      await shows(team, `${team}-m1`, '1.1');
      expect(await about('1.1')).toBe(id);
      expect(await about('1.2')).toBeNull();
      expect(await getStore().incidentShownAt(newTeam(), { channel: 'C_ROOM', ts: '1.1' })).toBeNull();
    });

    it('keeps under which message it stands', async () => {
      const team = newTeam();
      const { id } = await openIncident(team, `${team}-i1`);
      await says(team, id, { id: `${team}-m1`, under: 'card' });
      const claim = await getStore().transact((tx) => tx.claim(team, room));
      expect(claim).toMatchObject({ kind: 'message', message: { id: `${team}-m1`, under: 'card' } });
    });
  });
}
