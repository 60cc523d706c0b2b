import { describe, expect, it } from '@jest/globals';
import { people } from '../domain/support/people.ts';
import { newTeam } from './new-team.ts';
import type { StoreUnderTest } from './store-contract.ts';

const { alex, mia } = people;

/** What stands in open windows: each person's own, and gone when it was sent. */
export function windowsContract(
  getStore: () => StoreUnderTest,
  opened: (team: string, id: string) => Promise<unknown>,
): void {
  describe('drafts', () => {
    it('are kept per person and field, and the last one counts', async () => {
      const team = newTeam();
      await opened(team, 'i1');
      const { store } = getStore();
      const mine = { team, incident: 'i1', user: alex.user };
      await store.keepDraft(mine, 'note', 'half a');
      await store.keepDraft(mine, 'note', 'half a sentence');
      await store.keepDraft({ ...mine, user: mia.user }, 'note', 'hers');
      expect([...(await store.drafts(mine))]).toEqual([['note', 'half a sentence']]);
    });

    it('are gone when they were emptied or sent, and stay when the sending failed', async () => {
      const team = newTeam();
      await opened(team, 'i1');
      const { store } = getStore();
      const mine = { team, incident: 'i1', user: alex.user };
      await store.keepDraft(mine, 'a', 'one');
      await store.keepDraft(mine, 'b', 'two');
      await store.keepDraft(mine, 'a', '');
      const sending = store.transact(async (tx) => {
        await tx.dropDrafts(team, 'i1', alex.user, ['b']);
        throw new Error('not saved');
      });
      await expect(sending).rejects.toThrow('not saved');
      expect([...(await store.drafts(mine)).keys()]).toEqual(['b']);
      await store.transact((tx) => tx.dropDrafts(team, 'i1', alex.user, ['b', 'c']));
      expect((await store.drafts(mine)).size).toBe(0);
    });
  });

  describe('open windows', () => {
    it('are one per person, and an older one is not forgotten in place of a newer', async () => {
      const team = newTeam();
      await opened(team, 'i1');
      const { store } = getStore();
      const first = { user: alex.user, screen: 'impact', drawing: `${team}-1` } as const;
      const second = { user: alex.user, screen: 'reach', drawing: `${team}-2` } as const;
      await store.rememberScreen(team, 'i1', first);
      await store.rememberScreen(team, 'i1', second);
      await store.forgetScreen(team, 'i1', first);
      expect(await store.openScreens(team, 'i1')).toEqual([second]);
      await store.forgetScreen(team, 'i1', second);
      expect(await store.openScreens(team, 'i1')).toEqual([]);
    });
  });
}
