import { describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/app/ports.ts';
import type { Offer } from '../../src/domain/offer.ts';
import { people } from '../domain/support/people.ts';
import type { FixedClock } from '../support/fakes/fixed-clock.ts';
import { newTeam } from './new-team.ts';

const user = 'U_ZOE';

/** Offers of help and their messages; and what is looked for when somebody writes. */
export function offerContract(
  getStore: () => Store,
  clock: FixedClock,
  openIncident: (team: string, id: string) => Promise<unknown>,
): void {
  const offerOf = (team: string, change: Partial<Offer> = {}): Offer => ({
    ...{ team, id: `${team}-o1`, user, why: 'worry', state: 'open', channel: 'C1', ts: '1.1' },
    ...{ incident: null, createdAt: clock.now() },
    ...change,
  });
  const keep = (offer: Offer) => getStore().transact((tx) => tx.saveOffer(offer));

  async function withMessage() {
    const team = newTeam();
    const offer = offerOf(team);
    await getStore().transact(async (tx) => {
      await tx.saveOffer(offer);
      await tx.addMessage({
        ...{ id: `${team}-m1`, team, key: `offer:${offer.id}`, conversation: { kind: 'user', user } },
        ...{ threadTs: null, about: 'offer', offer: offer.id, body: { kind: 'offer' } },
        correlation: 'contract',
      });
    });
    const claim = () => getStore().transact((tx) => tx.claim(team, { kind: 'user', user }));
    const sent = () =>
      getStore().transact((tx) =>
        tx.settle(team, `${team}-m1`, {
          ...{ state: 'sent', channel: 'D1', ts: '1.2', digest: 'd', shown: 1 },
        }),
      );
    return { team, offer, claim, sent };
  }

  describe('an offer of help', () => {
    it('comes back as it was kept, by its message and by its person, in its own workspace only', async () => {
      const team = newTeam();
      const offer = offerOf(team);
      await keep(offer);
      const changed = { ...offer, state: 'accepted', incident: 'i1' } as const;
      await keep(changed);
      expect(await getStore().offer(team, offer.id)).toEqual(changed);
      expect(await getStore().offer(newTeam(), offer.id)).toBeNull();
      await getStore().transact(async (tx) => {
        expect(await tx.offer(team, offer.id)).toEqual(changed);
        expect(await tx.offerAbout(team, 'C1', '1.1', user)).toBe(offer.id);
        expect(await tx.offerAbout(team, 'C1', '1.1', 'U_OTHER')).toBeNull();
        expect(await tx.offersTo(team, user, clock.now())).toEqual([changed]);
        expect(await tx.offersTo(team, user, clock.now() + 1)).toEqual([]);
      });
    });

    it('has a message that is taken, shown, and drawn anew when it changes', async () => {
      const { team, offer, claim, sent } = await withMessage();
      expect(await claim()).toMatchObject({
        ...{ kind: 'message', message: { about: 'offer', offer: offer.id, task: { kind: 'post' } } },
      });
      expect(await getStore().transact((tx) => tx.refreshOffer(team, offer.id))).toEqual([]);
      await sent();
      expect(await claim()).toMatchObject({ kind: 'message', message: { task: { kind: 'update' } } });
      await sent();
      const again = await getStore().transact((tx) => tx.refreshOffer(team, offer.id));
      expect(again).toEqual([{ kind: 'user', user }]);
      expect(await claim()).toMatchObject({ kind: 'message', message: { about: 'offer' } });
    });

    it('waits without holding back another one', async () => {
      const { team, claim } = await withMessage();
      const add = (id: string) =>
        getStore().transact((tx) =>
          tx.addMessage({
            ...{ id: `${team}-${id}`, team, key: `offer:${id}`, conversation: { kind: 'user', user } },
            ...{ threadTs: null, about: 'offer', offer: id, body: { kind: 'offer' } },
            correlation: 'contract',
          }),
        );
      await add('o2');
      const at = clock.now() + 60_000;
      await getStore().transact((tx) =>
        tx.settle(team, `${team}-m1`, { state: 'again', at, unsure: false, failure: 'x' }),
      );
      expect(await claim()).toMatchObject({ kind: 'message', message: { offer: 'o2' } });
    });
  });

  describe('what somebody has to do with incidents', () => {
    it('is found by the channel it began in, while it is open', async () => {
      const team = newTeam();
      const since = clock.now();
      await openIncident(team, 'i1');
      await openIncident(team, 'i2');
      const found = (channel: string, from: number) =>
        getStore().transact((tx) => tx.incidentsFrom(team, channel, from));
      expect(await found('C1', since)).toEqual(['i1', 'i2']);
      expect(await found('C1', since + 1)).toEqual([]);
      expect(await found('C2', since)).toEqual([]);
    });

    it('is found by who they are in it', async () => {
      const team = newTeam();
      await openIncident(team, 'i1');
      const { alex, mia } = people;
      await getStore().transact(async (tx) => {
        const incident = await tx.incident(team, 'i1');
        if (incident === null) throw new Error('no such incident');
        const event = { seq: incident.version + 1, at: clock.now(), actor: null, correlation: 'contract' };
        const asked = { ask: 'a1', person: mia.user, rung: 'mentor', answerBy: 0 } as const;
        const version = incident.version + 1;
        await tx.save({ ...incident, version }, [{ ...event, body: { type: 'help_asked', ...asked } }]);
      });
      await getStore().transact(async (tx) => {
        expect(await tx.openIncidentsWith(team, alex.user)).toEqual(['i1']);
        expect(await tx.openIncidentsWith(team, mia.user)).toEqual(['i1']);
        expect(await tx.openIncidentsWith(team, 'U_NOBODY')).toEqual([]);
        expect(await tx.hadIncident(team, alex.user)).toBe(true);
        expect(await tx.hadIncident(team, mia.user)).toBe(false);
      });
    });
  });
}
