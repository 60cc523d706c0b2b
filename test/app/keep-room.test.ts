import { describe, expect, it } from '@jest/globals';
import { people } from '../domain/support/people.ts';
import { makeWorld, type World } from './support/world.ts';

const { alex, mia, ben } = people;
const accepts = { type: 'answer_ask', ask: 'a1', answer: 'accept' } as const;
const hour = 3_600_000;
const restricted = { kind: 'refused', code: 'restricted_action' } as const;

async function asked(): Promise<World> {
  const world = await makeWorld();
  await world.open();
  await world.work();
  return world;
}

async function together(world?: World): Promise<World> {
  const here = world ?? (await asked());
  await here.does('mia', accepts);
  await here.work();
  return here;
}

const channelOf = async (world: World) => (await world.incident()).room?.channel ?? '';

describe('a room', () => {
  it('is made for the engineer and the helper, with the card in it and a pointer left behind', async () => {
    const world = await together();
    const [[channel, room] = ['', undefined]] = world.rooms.made();
    expect(room?.people).toEqual(new Set([alex.user, mia.user]));
    expect(room?.name).toMatch(/^oops-1-[0-9a-f]{8}$/);
    expect(world.sees(channel).map((text) => text.split(':')[0])).toEqual(['card', 'room_opened']);
    expect((await world.incident()).place).toEqual({ kind: 'room', channel });
    expect(world.sees('alex')[0]).toBe('pointer');
  });

  it('is the same one when the process dies after it was made', async () => {
    const world = await asked();
    await world.does('mia', accepts);
    world.store.failNextCommit(new Error('died'));
    await expect(world.work()).rejects.toThrow('died');
    await world.work();
    await world.work();
    expect(world.rooms.made().size).toBe(1);
    expect((await world.incident()).place.kind).toBe('room');
  });

  it('is a group message where private channels are refused', async () => {
    const world = await asked();
    world.rooms.fail('make', restricted);
    await together(world);
    expect((await world.incident()).room).toMatchObject({ form: 'group', people: [alex.user, mia.user] });
    expect(world.refusedRooms).toEqual(['restricted_action']);
  });

  it('is a group message when the engineer cannot be added to a channel, which goes again', async () => {
    const world = await asked();
    world.rooms.keepOut(alex.user);
    await together(world);
    const [[, first] = ['', undefined]] = world.rooms.made();
    expect(first?.archived).toBe(true);
    expect((await world.incident()).room?.form).toBe('group');
  });

  it('is nothing where both are refused: everybody is told to write to Oops', async () => {
    const world = await asked();
    world.rooms.fail('make', restricted);
    world.rooms.fail('group', restricted);
    await together(world);
    expect(await world.incident()).toMatchObject({ relayed: true, place: { kind: 'dm' } });
    expect(world.sees('alex')).toContain('relay_begun');
    expect(world.sees('mia')).toContain('relay_begun');
  });

  it('is tried again when Slack cannot do it now', async () => {
    const world = await asked();
    world.rooms.fail('make', { kind: 'temporary', code: 'ECONNREFUSED' });
    await world.does('mia', accepts);
    await expect(world.work()).rejects.toMatchObject({ code: 'slack_failed' });
    world.rooms.fail('make', null);
    await world.work();
    expect((await world.incident()).place.kind).toBe('room');
  });

  it('is joined by the next helper, and says to the engineer alone who could not be added', async () => {
    const world = await together();
    world.rooms.keepOut(ben.user);
    world.clock.advance(60_000);
    await world.does('alex', { type: 'want_help', more: true });
    await world.does('ben', { ...accepts, ask: 'a2' });
    await world.work();
    expect((await world.incident()).room).toMatchObject({ absent: [ben.user] });
    expect(world.sees('alex')).toContain('room_without');
    expect(world.sees(await channelOf(world)).join()).not.toContain('room_without');
  });

  it('is left by a helper who cannot stay; a refusal of Slack harms nobody', async () => {
    const world = await together();
    await world.does('mia', { ...accepts, answer: 'decline' });
    await world.work();
    expect(world.rooms.made().get(await channelOf(world))?.people).toEqual(new Set([alex.user]));
    await world.does('mia', accepts);
    await world.work();
    world.rooms.fail('remove', restricted);
    await world.does('mia', { ...accepts, answer: 'decline' });
    await world.work();
    expect(world.refusedRooms).toEqual(['restricted_action']);
    expect((await world.incident()).room?.people).toEqual([alex.user]);
  });

  it('is archived an hour after the end, when everything has been said in it', async () => {
    const world = await together();
    const channel = await channelOf(world);
    await world.does('alex', { type: 'resolve' });
    await world.work();
    expect(world.sees(channel).slice(-2)).toEqual(['closing', 'room_closing']);
    await world.pass(hour - 1);
    expect(world.rooms.made().get(channel)?.archived).toBe(false);
    await world.pass(1);
    expect(world.rooms.made().get(channel)?.archived).toBe(true);
    expect((await world.incident()).room?.state).toBe('gone');
  });

  it('waits with its end for what is still to be said there', async () => {
    const world = await together();
    const channel = await channelOf(world);
    await world.does('alex', { type: 'resolve' });
    // The helper's thanks and the closing in the room.
    const late = { kind: 'rate_limited', retryAfterMs: hour + 30_000 } as const;
    for (let count = 0; count < 2; count += 1) world.messenger.next('post', late);
    await world.pass(hour + 5_000);
    expect(world.rooms.made().get(channel)?.archived).toBe(false);
    await world.pass(60_000);
    expect(world.sees(channel)).toContain('closing');
    expect(world.rooms.made().get(channel)?.archived).toBe(true);
  });

  it('stays when Slack does not archive it, and nobody is troubled', async () => {
    const world = await together();
    world.rooms.fail('archive', restricted);
    await world.does('alex', { type: 'resolve' });
    await world.pass(2 * hour);
    expect((await world.incident()).room?.state).toBe('kept');
    expect(world.troubles).toEqual([]);
  });
});
