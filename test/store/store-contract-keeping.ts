import { describe, expect, it } from '@jest/globals';
import type { NewJob } from '../../src/app/ports.ts';
import { nobody } from '../../src/domain/ladder.ts';
import { people } from '../domain/support/people.ts';
import type { FixedClock } from '../support/fakes/fixed-clock.ts';
import { newTeam } from './new-team.ts';
import type { StoreUnderTest } from './store-contract.ts';

const { alex, mia, mona } = people;

const deliverTo = (team: string, user: string, at: number): NewJob => ({
  ...{ task: 'deliver', team, conversation: { kind: 'user', user }, at },
});

/** Words, the directory and jobs: kept for whom they are, and replaced as they should be. */
export function keepingContract(
  getStore: () => StoreUnderTest,
  clock: FixedClock,
  opened: (team: string, id: string) => Promise<unknown>,
): void {
  describe('words', () => {
    it('are read only for the audiences that are asked for, and only of that incident', async () => {
      const team = newTeam();
      await opened(team, 'i1');
      await opened(team, 'i2');
      const words = (['engineer', 'helpers', 'place', 'manager'] as const).map((audience) => ({
        ...{ id: `${team}-${audience}`, owner: alex.user, audience, text: `for ${audience}: 🌊 "'; --` },
      }));
      await getStore().store.transact((tx) => tx.addWords(team, 'i1', words));
      const manager = await getStore().store.words(team, 'i1', ['manager']);
      expect([...manager]).toEqual([[`${team}-manager`, `for manager: 🌊 "'; --`]]);
      expect((await getStore().store.words(team, 'i1', ['helpers', 'place'])).size).toBe(2);
      expect(
        (await getStore().store.words(team, 'i2', ['engineer', 'helpers', 'place', 'manager'])).size,
      ).toBe(0);
      expect((await getStore().store.words(`${team}x`, 'i1', ['engineer'])).size).toBe(0);
    });

    it('may be very long', async () => {
      const team = newTeam();
      await opened(team, 'i1');
      const text = 'ぜんぶ消えた '.repeat(5_000);
      const id = `${team}-long`;
      await getStore().store.transact((tx) =>
        tx.addWords(team, 'i1', [{ id, owner: alex.user, audience: 'place', text }]),
      );
      expect((await getStore().store.words(team, 'i1', ['place'])).get(id)).toBe(text);
    });
  });

  describe('the directory', () => {
    it('knows nobody until somebody is set', async () => {
      const team = newTeam();
      expect(await getStore().store.circle(team, alex.user)).toEqual(nobody);
      expect(await getStore().store.hasCircles(team)).toBe(false);
      const circle = { mentor: mia.user, backups: ['U_B', 'U_C'], manager: null };
      await getStore().store.setCircle(team, alex.user, circle);
      expect(await getStore().store.circle(team, alex.user)).toEqual(circle);
      expect(await getStore().store.hasCircles(team)).toBe(true);
      expect(await getStore().store.hasCircles(`${team}x`)).toBe(false);
    });

    it('remembers a mentor and a manager without forgetting the rest', async () => {
      const team = newTeam();
      await getStore().store.setCircle(team, alex.user, { mentor: null, backups: ['U_B'], manager: null });
      await getStore().store.transact(async (tx) => {
        await tx.rememberMentor(team, alex.user, mia.user);
        await tx.rememberManager(team, alex.user, mona.user);
      });
      expect(await getStore().store.circle(team, alex.user)).toEqual({
        ...{ mentor: mia.user, backups: ['U_B'], manager: mona.user },
      });
    });
  });

  describe('answers', () => {
    it('are forgotten when they are old, and only then', async () => {
      const team = newTeam();
      const { store } = getStore();
      await store.transact((tx) => tx.answer(team, 'old', 'i1'));
      clock.advance(1_000);
      await store.transact((tx) => tx.answer(team, 'new', 'i2'));
      expect(await store.forgetAnswers(clock.now())).toBeGreaterThan(0);
      const kept = await store.transact(async (tx) => [
        ...[await tx.answered(team, 'old'), await tx.answered(team, 'new')],
      ]);
      expect(kept).toEqual([null, 'i2']);
    });
  });

  describe('incidents whose timer was lost', () => {
    it('are found when it is overdue', async () => {
      const team = newTeam();
      const { store } = getStore();
      await opened(team, 'i1');
      const found = async (before: number) =>
        (await store.overdueIncidents(before)).filter((each) => each.team === team);
      expect(await found(clock.now() + 60_000)).toEqual([]);
      expect(await found(clock.now() + 300_000)).toEqual([{ team, id: 'i1' }]);
    });
  });

  describe('jobs', () => {
    const ofTeam = async (team: string) =>
      (await getStore().jobs())
        .filter(({ key }) => key.includes(`:${team}:`))
        .map(({ key, at }) => `${key} +${at - clock.now()}`)
        .sort();

    it('with the same key take the place of earlier ones', async () => {
      const team = newTeam();
      const wake = (at: number): NewJob => ({
        ...{ task: 'wake', team, incident: 'i1', key: 'summary', wake: { kind: 'summary_due' } },
        ...{ correlation: 'c1', at },
      });
      await getStore().store.transact((tx) => tx.addJobs([wake(clock.now() + 1_000)]));
      await getStore().store.transact((tx) => tx.addJobs([wake(clock.now() + 2_000)]));
      expect(await ofTeam(team)).toEqual([`wake:${team}:i1:summary +2000`]);
    });

    it('deliver each conversation by one job, as soon as anything there is due', async () => {
      const team = newTeam();
      const now = clock.now();
      await getStore().store.transact((tx) => tx.addJobs([deliverTo(team, 'U1', now + 60_000)]));
      await getStore().store.transact((tx) =>
        tx.addJobs([deliverTo(team, 'U1', now), deliverTo(team, 'U2', now)]),
      );
      expect(await ofTeam(team)).toEqual([`deliver:${team}:user:U1 +0`, `deliver:${team}:user:U2 +0`]);
    });

    it('never put off what was due before, when something else there has to wait', async () => {
      const team = newTeam();
      const now = clock.now();
      await getStore().store.transact((tx) => tx.addJobs([deliverTo(team, 'U1', now)]));
      await getStore().store.transact((tx) => tx.addJobs([deliverTo(team, 'U1', now + 60_000)]));
      expect(await ofTeam(team)).toEqual([`deliver:${team}:user:U1 +0`]);
    });
  });
}
