import { describe, expect, it } from '@jest/globals';
import { type ActRequest, act } from '../../src/app/act.ts';
import { StoreBusy } from '../../src/app/ports.ts';
import { people } from '../domain/support/people.ts';
import { makeWorld, team, type World } from './support/world.ts';

/** Alex adds a note, as a form does that may be delivered twice. */
async function note(world: World, text: string, rest: Partial<ActRequest> = {}) {
  const { id } = await world.incident();
  return act(world.deps, {
    ...{ team, incident: id, actor: people.alex, correlation: 'test', key: null },
    command: (say) => ({ type: 'add_note', words: say(text, 'helpers') }),
    ...rest,
  });
}

async function opened(): Promise<World> {
  const world = await makeWorld();
  await world.open();
  return world;
}

describe('act', () => {
  it('keeps what was said with the person who said it, for whom it is', async () => {
    const world = await opened();
    await note(world, 'it was the staging flag');
    const { notes } = await world.incident();
    expect(world.store.allWords().find(({ id }) => id === notes[0]?.words)).toMatchObject({
      ...{ owner: people.alex.user, audience: 'helpers', text: 'it was the staging flag' },
    });
  });

  it('does once what comes twice under the same key', async () => {
    const world = await opened();
    const first = await note(world, 'once', { key: 'view:V1:h1' });
    const again = await note(world, 'once', { key: 'view:V1:h1' });
    expect(again).toEqual(first);
    expect((await world.incident()).notes).toHaveLength(1);
    expect(world.store.allWords().filter(({ text }) => text === 'once')).toHaveLength(1);
  });

  it('does once what comes twice at the same moment', async () => {
    const world = await opened();
    await Promise.all([note(world, 'once', { key: 'k' }), note(world, 'once', { key: 'k' })]);
    expect((await world.incident()).notes).toHaveLength(1);
  });

  it('gives the incident as it now is to what comes again later', async () => {
    const world = await opened();
    await note(world, 'first', { key: 'k' });
    await note(world, 'second');
    const again = await note(world, 'first', { key: 'k' });
    expect(again.kind === 'done' && again.incident.notes).toHaveLength(2);
  });

  it('saves no word of what was rejected, and lets it come again', async () => {
    const world = await opened();
    const { id } = await world.incident();
    const before = world.store.allWords().length;
    const rejected = await note(world, 'let me in', { actor: people.zoe, key: 'k' });
    expect(rejected).toMatchObject({ kind: 'rejected', code: 'not_allowed', incident: { id } });
    expect(world.store.allWords()).toHaveLength(before);
    expect((await note(world, 'my own', { key: 'k' })).kind).toBe('done');
  });

  it('saves no word of a command that comes too late', async () => {
    const world = await opened();
    await world.does('alex', { type: 'add_step', words: 'w1', confidence: 2, undo: 'no' });
    await world.does('mia', { type: 'check_step', step: 's1', read: 'w1', answer: { kind: 'approve' } });
    await world.does('alex', { type: 'move_step', step: 's1', to: 'started' });
    const before = world.store.allWords().length;
    const { version } = await world.incident();
    const late = await note(world, '', {
      actor: people.mia,
      command: (say) => ({
        ...{ type: 'check_step', step: 's1', read: 'w1' },
        answer: { kind: 'question', words: say('too late', 'place') },
      }),
    });
    expect(late.kind).toBe('rejected');
    expect(world.store.allWords()).toHaveLength(before);
    expect((await world.incident()).version).toBe(version);
  });

  it('knows no incident of another team', async () => {
    const world = await opened();
    expect(await note(world, 'hello', { team: 'T2' })).toEqual({ kind: 'no_such_incident' });
  });

  it('saves nothing when the database is too slow, and the same form can come again', async () => {
    const world = await opened();
    world.store.failNextCommit(new StoreBusy());
    await expect(note(world, 'typed with care', { key: 'k' })).rejects.toThrow(StoreBusy);
    expect((await world.incident()).notes).toEqual([]);
    await note(world, 'typed with care', { key: 'k' });
    expect((await world.incident()).notes).toHaveLength(1);
  });

  it('masks secrets in what is said', async () => {
    const world = await opened();
    await note(world, 'the token is xoxb-123456789012-abcdefghijklmnop');
    expect(JSON.stringify(world.store.allWords())).not.toContain('abcdefghijklmnop');
  });

  it('loses none of twenty notes at the same moment', async () => {
    const world = await opened();
    await Promise.all(Array.from({ length: 20 }, (_, index) => note(world, `note ${index}`)));
    expect((await world.incident()).notes).toHaveLength(20);
  });

  it('remembers a mentor and a manager for the next time', async () => {
    const world = await makeWorld();
    await world.store.setCircle(team, people.alex.user, { mentor: null, backups: [], manager: null });
    await world.open();
    await world.does('alex', { type: 'name_helper', person: people.zoe.user });
    await world.does('alex', {
      ...{ type: 'write_summary', manager: people.dora.user, words: 'w1', timing: { kind: 'myself' } },
    });
    expect(await world.store.circle(team, people.alex.user)).toEqual({
      ...{ mentor: people.zoe.user, backups: [], manager: people.dora.user },
    });
  });
});
