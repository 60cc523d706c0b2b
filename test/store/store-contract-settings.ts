import { describe, expect, it } from '@jest/globals';
import type { Clock } from '../../src/app/ports.ts';
import { noSettings, type SettingsChange } from '../../src/app/settings.ts';
import { people } from '../domain/support/people.ts';
import { newTeam } from './new-team.ts';
import { openIn, type StoreUnderTest } from './store-contract.ts';

const { ada, ben, mia } = people;

/** What a workspace has set: a topic at a time, also when two people change it at once. */
export function settingsContract(getStore: () => StoreUnderTest, clock: Clock): void {
  describe('the settings of a workspace', () => {
    it('are empty until something is set, and each team’s own', async () => {
      const [team, other] = [newTeam(), newTeam()];
      const { store } = getStore();
      expect(await store.settings(team)).toEqual(noSettings);
      await store.changeSettings(team, { topic: 'duty_contact', person: ada.user });
      expect((await store.settings(team)).dutyContact).toBe(ada.user);
      expect(await store.settings(other)).toEqual(noSettings);
    });

    it('keep everything that is set', async () => {
      const team = newTeam();
      const { store } = getStore();
      const changes: readonly SettingsChange[] = [
        { topic: 'admins', admins: [ada.user] },
        { topic: 'pool', pool: { kind: 'group', group: 'S1', people: [ben.user] } },
        { topic: 'helpers_channel', channel: 'C1' },
        { topic: 'add_service', service: { id: 'v1', name: 'Billing', owner: ben.user } },
        { topic: 'open_channels', channels: ['C1', 'C2'] },
        { topic: 'blameless', blameless: { text: 'We look for causes.', link: null } },
      ];
      for (const change of changes) await store.changeSettings(team, change);
      expect(await store.settings(team)).toEqual({
        admins: [ada.user],
        pool: { kind: 'group', group: 'S1', people: [ben.user] },
        helpersChannel: 'C1',
        services: [{ id: 'v1', name: 'Billing', owner: ben.user }],
        dutyContact: null,
        openChannels: ['C1', 'C2'],
        blameless: { text: 'We look for causes.', link: null },
      });
    });

    it('lose nothing when several people change them at once', async () => {
      const team = newTeam();
      const { store } = getStore();
      const names = ['one', 'two', 'three', 'four'];
      await Promise.all([
        store.changeSettings(team, { topic: 'duty_contact', person: ada.user }),
        ...names.map((name) =>
          store.changeSettings(team, { topic: 'add_service', service: { id: name, name, owner: ben.user } }),
        ),
      ]);
      const settings = await store.settings(team);
      expect(settings.services.map(({ name }) => name).sort()).toEqual(['four', 'one', 'three', 'two']);
      expect(settings.dutyContact).toBe(ada.user);
    }, 30_000);

    it('say of each channel how it is read', async () => {
      const team = newTeam();
      const { store } = getStore();
      await store.setWatchMode(team, 'C2', 'auto');
      await store.setWatchMode(team, 'C1', 'ask');
      await store.setWatchMode(team, 'C2', 'off');
      expect(await store.watchedChannels(team)).toEqual([
        { channel: 'C1', mode: 'ask' },
        { channel: 'C2', mode: 'off' },
      ]);
      expect(await store.watchMode(team, 'C2')).toBe('off');
      expect(await store.watchedChannels(newTeam())).toEqual([]);
    });
  });

  describe('how often people were asked', () => {
    it('is counted from the history of the team, since a time', async () => {
      const team = newTeam();
      const { store } = getStore();
      await store.transact(async (tx) => {
        const incident = await openIn(tx, team, 'i1', clock.now());
        const asked = (seq: number, person: string) => ({
          ...{ seq, at: clock.now(), actor: null, correlation: 'contract' },
          body: { type: 'help_asked', ask: `a${seq}`, person, rung: 'mentor', answerBy: 1 } as const,
        });
        const next = incident.version + 1;
        await tx.save({ ...incident, version: next + 2 }, [
          asked(next, mia.user),
          asked(next + 1, ben.user),
          asked(next + 2, mia.user),
        ]);
      });
      const counts = (since: number, of = team) => store.transact((tx) => tx.asksSince(of, since));
      expect([...(await counts(clock.now() - 1000))].sort()).toEqual([
        [ben.user, 1],
        [mia.user, 2],
      ]);
      expect((await counts(clock.now() + 1000)).size).toBe(0);
      expect((await counts(0, newTeam())).size).toBe(0);
    });
  });
}
