import { describe, expect, it } from '@jest/globals';
import { people } from '../domain/support/people.ts';
import { makeWorld } from './support/world.ts';

describe('what is between the engineer and their manager', () => {
  it('is written to the engineer directly, also when the incident lives in a thread', async () => {
    const world = await makeWorld();
    await world.open({ place: { kind: 'thread', channel: 'C1', ts: '1.1' } });
    await world.does('alex', {
      ...{ type: 'write_summary', manager: people.mona.user, words: 'w1', timing: { kind: 'now' } },
    });
    await world.work();
    await world.does('mona', { type: 'mark_summary_seen' });
    await world.does('mona', { type: 'ask_question', words: 'w2' });
    await world.work();
    expect(world.sees('alex')).toEqual(['summary_seen', 'manager_question']);
    expect(world.sees('C1').filter((text) => !text.startsWith('card'))).toEqual([]);
  });
});
