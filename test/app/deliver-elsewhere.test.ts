import { describe, expect, it } from '@jest/globals';
import type { OpenRequest } from '../../src/app/open-incident.ts';
import { people } from '../domain/support/people.ts';
import { makeWorld } from './support/world.ts';

const note = { type: 'add_note', words: 'w1' } as const;

describe('a channel in which Oops may not write', () => {
  const inThread: Partial<OpenRequest> = {
    ...{ origin: { kind: 'panic_message', channel: 'C1', ts: '1.1' }, audience: 'helpers' },
    place: { kind: 'thread', channel: 'C1', ts: '1.1' },
  };

  it('is left for the engineer’s DM, with the card', async () => {
    const world = await makeWorld();
    world.messenger.refuse('C1', 'is_archived');
    await world.open(inThread);
    await world.work();
    expect(
      world.messenger
        .shown()
        .filter(({ where }) => where === people.alex.user)
        .map(({ kind }) => kind),
    ).toEqual(['place_moved', 'card']);
    expect(world.sees('mia')).toHaveLength(1);
  });

  it('loses nothing that was to be said there', async () => {
    const world = await makeWorld();
    await world.open(inThread);
    await world.work();
    world.messenger.refuse('C1', 'not_in_channel');
    await world.does('mia', { type: 'answer_ask', ask: 'a1', answer: 'accept' });
    await world.does('alex', { type: 'resolve' });
    await world.work();
    expect(
      world.messenger
        .shown()
        .filter(({ where }) => where === people.alex.user)
        .map(({ kind }) => kind),
    ).toEqual(['place_moved', 'card', 'helper_came', 'closing']);
  });

  it('never shows there what is only for the engineer, also when the incident lives elsewhere by now', async () => {
    const world = await makeWorld();
    await world.open(inThread);
    await world.work();
    expect(world.sees('C1')).toEqual(['card: open, 0 notes, with  ""']);
    world.messenger.next('post', { kind: 'refused', code: 'is_archived' });
    await world.does('mia', { type: 'answer_ask', ask: 'a1', answer: 'accept' });
    await world.work();
    expect((await world.incident()).place).toEqual({ kind: 'dm' });
    await world.does('alex', note);
    await world.work();
    expect(world.sees('C1').join()).not.toContain('dropped');
    expect(world.sees('alex').join()).toContain('dropped');
  });

  it('stays the place when only one message could not be drawn', async () => {
    const world = await makeWorld();
    await world.open(inThread);
    world.messenger.next('post', { kind: 'refused', code: 'invalid_blocks' });
    await world.work();
    expect((await world.incident()).place.kind).toBe('thread');
  });
});
