import { describe, expect, it } from '@jest/globals';
import { refreshPool } from '../../src/app/refresh-pool.ts';
import { fixedClock } from '../support/fakes/fixed-clock.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';

const group = { topic: 'pool', pool: { kind: 'group', group: 'S1', people: ['U1'] } } as const;

describe('a pool that is a user group', () => {
  it('has the people who are in the group now', async () => {
    const store = memoryStore(fixedClock());
    await store.changeSettings('T1', group);
    await refreshPool(store, async () => ['U2', 'U3'], 'T1');
    expect((await store.settings('T1')).pool).toMatchObject({ people: ['U2', 'U3'] });
  });

  it('keeps the people it had while Slack does not say', async () => {
    const store = memoryStore(fixedClock());
    await store.changeSettings('T1', group);
    await refreshPool(store, async () => null, 'T1');
    expect((await store.settings('T1')).pool).toMatchObject({ people: ['U1'] });
  });

  it('is left alone when it was changed while Slack was asked', async () => {
    const store = memoryStore(fixedClock());
    await store.changeSettings('T1', group);
    const changedMeanwhile = async () => {
      await store.changeSettings('T1', { topic: 'pool', pool: { kind: 'people', people: ['U9'] } });
      return ['U2'];
    };
    await refreshPool(store, changedMeanwhile, 'T1');
    expect((await store.settings('T1')).pool).toEqual({ kind: 'people', people: ['U9'] });
  });
});
