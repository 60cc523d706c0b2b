import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NewJob, Store, Transaction } from '../../src/app/ports.ts';
import { StoreBusy } from '../../src/app/ports.ts';
import type { Decided } from '../../src/domain/decision.ts';
import { replay } from '../../src/domain/evolve.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { nobody } from '../../src/domain/ladder.ts';
import { open } from '../../src/domain/opening.ts';
import { noPolicy } from '../../src/domain/policy.ts';
import { people } from '../domain/support/people.ts';
import { tellRandomStory } from '../domain/support/random-story.ts';
import { type FixedClock, fixedClock } from '../support/fakes/fixed-clock.ts';
import { newTeam } from './new-team.ts';
import { keepingContract } from './store-contract-keeping.ts';
import { messageContract } from './store-contract-messages.ts';
import { offerContract } from './store-contract-offers.ts';
import { roomsContract } from './store-contract-rooms.ts';
import { settingsContract } from './store-contract-settings.ts';
import { windowsContract } from './store-contract-windows.ts';

/** One store with its clock, and a way to see the jobs that were added. */
export type StoreUnderTest = {
  readonly store: Store;
  /** Every job that waits, of whatever team. */
  jobs(): Promise<readonly { readonly key: string; readonly at: number }[]>;
  close(): Promise<void>;
};

export type MakeStore = (clock: FixedClock) => Promise<StoreUnderTest>;

const { alex, mia, mona } = people;

/** Opens an incident as the app does, without its messages. */
export async function openIn(tx: Transaction, team: string, id: string, now: number): Promise<Incident> {
  await tx.lockTeam(team);
  const decided: Decided = open(
    {
      ...{ type: 'open', team, id, number: await tx.nextNumber(team), engineer: alex.user },
      ...{
        origin: { kind: 'panic_message', channel: 'C1', ts: `${id}.1` },
        place: { kind: 'thread', channel: 'C1', ts: '1.1' },
      },
      ...{ happened: null, helpWanted: false },
    },
    { now, actor: alex, circle: nobody, policy: noPolicy, correlation: 'contract' },
  );
  await tx.save(decided.incident, decided.events);
  return decided.incident;
}

async function addNote(tx: Transaction, team: string, id: string, at: number): Promise<void> {
  const incident = await tx.incident(team, id);
  if (incident === null) throw new Error('no such incident');
  const seq = incident.version + 1;
  const body = { type: 'note_added', words: `w${seq}` } as const;
  const event = { seq, at, actor: alex.user, correlation: 'contract', body };
  await tx.save({ ...incident, version: seq }, [event]);
}

/** What every store must do, whatever it is made of. */
export function storeContract(name: string, make: MakeStore): void {
  describe(`${name} as a store`, () => {
    const clock = fixedClock();
    let under: StoreUnderTest;
    let store: Store;

    beforeAll(async () => {
      under = await make(clock);
      store = under.store;
    }, 60_000);
    afterAll(() => under.close(), 30_000);

    const opened = (team: string, id: string) => store.transact((tx) => openIn(tx, team, id, clock.now()));
    const deliverTo = (team: string, user: string, at: number): NewJob => ({
      ...{ task: 'deliver', team, conversation: { kind: 'user', user }, at },
    });

    describe('a transaction', () => {
      it('is seen by those who read after it', async () => {
        const team = newTeam();
        const incident = await opened(team, 'i1');
        expect(await store.incident(team, 'i1')).toEqual(incident);
        expect(incident.number).toBe(1);
      });

      it('leaves nothing behind when it fails', async () => {
        const team = newTeam();
        const failing = store.transact(async (tx) => {
          const incident = await openIn(tx, team, 'i1', clock.now());
          await tx.answer(team, 'key', 'i1');
          await tx.rememberMentor(team, alex.user, mia.user);
          await tx.addWords(team, 'i1', [
            { id: `${team}-w1`, owner: alex.user, audience: 'helpers', text: 'oh no' },
          ]);
          await tx.addMessage({
            ...{ id: `${team}-m1`, team, key: 'i1:card', conversation: { kind: 'user', user: alex.user } },
            ...{
              about: 'incident',
              threadTs: null,
              incident: incident.id,
              body: { kind: 'card' },
              correlation: 'contract',
            },
          });
          await tx.addJobs([deliverTo(team, alex.user, clock.now())]);
          throw new Error('the process changed its mind');
        });
        await expect(failing).rejects.toThrow('changed its mind');
        expect(await store.incident(team, 'i1')).toBeNull();
        expect(await store.circle(team, alex.user)).toEqual(nobody);
        expect((await store.words(team, 'i1', ['helpers'])).size).toBe(0);
        expect((await under.jobs()).filter(({ key }) => key.includes(`:${team}:`))).toEqual([]);
        const after = await store.transact(async (tx) => ({
          ...{ answered: await tx.answered(team, 'key') },
          claim: await tx.claim(team, { kind: 'user', user: alex.user }),
        }));
        expect(after).toEqual({ answered: null, claim: { kind: 'nothing' } });
        expect((await opened(team, 'i2')).number).toBe(1);
      });

      it('sees its own changes', async () => {
        const team = newTeam();
        await store.transact(async (tx) => {
          await openIn(tx, team, 'i1', clock.now());
          await tx.answer(team, 'key', 'i1');
          await tx.rememberManager(team, alex.user, mona.user);
          expect(await tx.openIncidentOf(team, alex.user)).toBe('i1');
          expect(await tx.incidentUnder(team, 'C1', 'i1.1')).toBe('i1');
          expect(await tx.answered(team, 'key')).toBe('i1');
          expect((await tx.circle(team, alex.user)).manager).toBe(mona.user);
          expect((await tx.incident(team, 'i1'))?.number).toBe(1);
        });
      });

      it('refuses when it is not through in time, and then nothing was saved', async () => {
        const team = newTeam();
        await opened(team, 'i1');
        let release = (): void => undefined;
        const held = new Promise<void>((resolve) => {
          release = resolve;
        });
        const holds = store.transact(async (tx) => {
          await addNote(tx, team, 'i1', clock.now());
          await held;
        }, 20_000);
        const late = store.transact((tx) => addNote(tx, team, 'i1', clock.now()), 300);
        await expect(late).rejects.toThrow(StoreBusy);
        release();
        await holds;
        expect((await store.incident(team, 'i1'))?.notes).toHaveLength(1);
        await store.transact((tx) => addNote(tx, team, 'i1', clock.now()));
        expect((await store.incident(team, 'i1'))?.notes).toHaveLength(2);
      }, 30_000);
    });

    describe('incidents', () => {
      it('come back as they were saved, whatever happened in them', async () => {
        const team = newTeam();
        for (const seed of [3, 7, 11]) {
          const history = tellRandomStory(seed, 80, () => undefined).history();
          const incident = replay(team, `i${seed}`, history);
          await store.transact((tx) => tx.save({ ...incident, number: seed }, history));
          expect(await store.incident(team, `i${seed}`)).toEqual(incident);
        }
      });

      it('are changed by one at a time', async () => {
        const team = newTeam();
        await opened(team, 'i1');
        const writers = Array.from({ length: 20 }, () =>
          store.transact((tx) => addNote(tx, team, 'i1', clock.now()), 60_000),
        );
        await Promise.all(writers);
        expect(await store.incident(team, 'i1')).toMatchObject({ version: 21 });
      }, 60_000);

      it('are opened by one at a time in a team, so that numbers have no gap and no double', async () => {
        const team = newTeam();
        const opening = Array.from({ length: 10 }, (_, index) =>
          store.transact((tx) => openIn(tx, team, `i${index}`, clock.now()), 60_000),
        );
        const numbers = (await Promise.all(opening)).map(({ number }) => number);
        expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      }, 60_000);

      it('refuse an event that is there already', async () => {
        const team = newTeam();
        const incident = await opened(team, 'i1');
        const body = { type: 'help_wanted' } as const;
        const event = { seq: 1, at: clock.now(), actor: null, correlation: 'contract', body };
        await expect(store.transact((tx) => tx.save(incident, [event]))).rejects.toThrow();
        expect((await store.incident(team, 'i1'))?.version).toBe(1);
      });

      it('are found by their engineer while they are open, the newest first', async () => {
        const team = newTeam();
        await opened(team, 'i1');
        const second = await opened(team, 'i2');
        expect(await store.openIncidentOf(team, alex.user)).toBe('i2');
        const body = { type: 'incident_resolved' } as const;
        const event = { seq: 2, at: clock.now(), actor: alex.user, correlation: 'contract', body };
        await store.transact((tx) => tx.save({ ...second, version: 2, status: 'resolved' }, [event]));
        expect(await store.openIncidentOf(team, alex.user)).toBe('i1');
        expect(await store.openIncidentOf(team, mia.user)).toBeNull();
      });

      it('are nobody else’s business: another team finds none of them', async () => {
        const [team, other] = [newTeam(), newTeam()];
        await opened(team, 'i1');
        expect(await store.incident(other, 'i1')).toBeNull();
        expect(await store.openIncidentOf(other, alex.user)).toBeNull();
        const under = await store.transact((tx) => tx.incidentUnder(other, 'C1', 'i1.1'));
        expect(under).toBeNull();
        expect((await opened(other, 'i1')).number).toBe(1);
      });
    });

    describe('keys', () => {
      it('are answered with what was kept', async () => {
        const team = newTeam();
        await store.transact((tx) => tx.answer(team, 'key', 'i1'));
        const answers = await store.transact(async (tx) => [
          await tx.answered(team, 'key'),
          await tx.answered(team, 'other'),
          await tx.answered(`${team}x`, 'key'),
        ]);
        expect(answers).toEqual(['i1', null, null]);
      });

      it('are used once: of two at the same moment one fails and changes nothing', async () => {
        const team = newTeam();
        const attempt = (id: string) =>
          store.transact(async (tx) => {
            await tx.answer(team, 'key', id);
            await tx.addWords(team, id, []);
            await openIn(tx, team, id, clock.now());
          }, 30_000);
        const outcomes = await Promise.allSettled([attempt('i1'), attempt('i2')]);
        expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
        const saved = await Promise.all([store.incident(team, 'i1'), store.incident(team, 'i2')]);
        expect(saved.filter((incident) => incident !== null)).toHaveLength(1);
      }, 60_000);
    });

    roomsContract(() => store, clock, opened);
    settingsContract(() => under, clock);
    keepingContract(() => under, clock, opened);
    windowsContract(() => under, opened);
    offerContract(() => under.store, clock, opened);
    messageContract(
      () => store,
      clock,
      async (team, id) => {
        await opened(team, id);
      },
    );
  });
}
