import { describe, expect, it } from '@jest/globals';
import { deliver } from '../../src/app/deliver.ts';
import type { IncidentCommand } from '../../src/domain/commands.ts';
import { people } from '../domain/support/people.ts';
import { makeWorld, team, type World } from './support/world.ts';

const note: IncidentCommand = { type: 'add_note', words: 'w1' };
const tell: IncidentCommand = {
  ...{ type: 'write_summary', manager: people.mona.user, words: 'w2', timing: { kind: 'now' } },
};

async function opened(): Promise<World> {
  const world = await makeWorld();
  await world.open();
  return world;
}

const askOf = async (world: World, index = 0) => (await world.incident()).asks[index];

describe('delivering', () => {
  it('shows the card to the engineer and the request to the mentor', async () => {
    const world = await opened();
    await world.work();
    expect(world.sees('alex')).toEqual(['card: open, 0 notes, with  "i dropped the users table"']);
    expect(world.sees('mia')).toEqual(['ask: asked "i dropped the users table"']);
    expect((await askOf(world))?.reached).toBe('notified');
  });

  it('keeps the order within a conversation when the first message fails', async () => {
    const world = await opened();
    world.messenger.next('post', { kind: 'temporary', code: 'service_unavailable' });
    await world.does('mia', { type: 'answer_ask', ask: 'a1', answer: 'accept' });
    await world.workOnce();
    expect(world.sees('alex')).toEqual([]);
    await world.pass(1_000);
    expect(
      world.messenger
        .shown()
        .filter(({ where }) => where === people.alex.user)
        .map(({ kind }) => kind),
    ).toEqual(['card', 'helper_came']);
  });

  it('waits exactly as long as Slack says when it limits the rate, and only there', async () => {
    const world = await opened();
    world.messenger.next('post', { kind: 'rate_limited', retryAfterMs: 30_000 });
    await world.work();
    expect(world.sees('alex')).toEqual([]);
    expect(world.sees('mia')).toHaveLength(1);
    await world.pass(29_999);
    expect(world.sees('alex')).toEqual([]);
    await world.pass(1);
    expect(world.sees('alex')).toHaveLength(1);
  });

  it('tries longer and longer apart, and at least every minute', async () => {
    const world = await makeWorld();
    await world.open({ helpWanted: false });
    const waits: number[] = [];
    for (let count = 0; count < 8; count += 1) {
      world.messenger.next('post', { kind: 'temporary', code: 'ECONNREFUSED' });
      await world.work();
      const [job] = world.store.jobs();
      waits.push((job?.at ?? 0) - world.clock.now());
      world.clock.setTo(job?.at ?? 0);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60].map((seconds) => seconds * 1_000));
    await world.work();
    expect(world.sees('alex')).toHaveLength(1);
  });

  it('goes on by itself with more messages than fit into one job', async () => {
    const world = await opened();
    await world.work();
    for (let count = 0; count < 25; count += 1) {
      await world.does('mia', { type: 'answer_ask', ask: 'a1', answer: 'accept' });
      await world.does('mia', { type: 'answer_ask', ask: 'a1', answer: 'decline' });
    }
    await world.work();
    const came = world.messenger.shown().filter(({ kind }) => kind === 'helper_came');
    expect(came).toHaveLength(25);
  });

  it('says which messages were in trouble, by ids and codes only', async () => {
    const world = await opened();
    world.messenger.refuse(people.mia.user, 'user_disabled');
    await world.work();
    expect(world.troubles).toEqual([
      {
        ...{ messageId: expect.any(String), kind: 'ask', failure: 'user_disabled', attempts: 0, final: true },
      },
    ]);
  });

  it('withdraws what need not be said any more', async () => {
    const world = await opened();
    await world.does('alex', { type: 'dismiss' });
    await world.work();
    expect(world.sees('mia')).toEqual([]);
    expect(world.store.messages().map(({ body, state }) => `${body.kind} ${state}`)).toEqual([
      'card sent',
      'ask withdrawn',
    ]);
  });

  it('delivers nothing about an incident of another team', async () => {
    const world = await opened();
    const alien = { ...world.store.messages()[0], team: 'T2' };
    expect(alien.team).not.toBe(team);
    expect(
      await world.store.transact((tx) => tx.claim('T2', { kind: 'user', user: people.alex.user })),
    ).toEqual({
      kind: 'nothing',
    });
  });
});

describe('what is on show', () => {
  it('is brought up to date once after many changes', async () => {
    const world = await opened();
    await world.work();
    const before = world.messenger.calls().length;
    for (let count = 0; count < 10; count += 1) await world.does('alex', note);
    await world.work();
    expect(world.sees('alex')).toEqual(['card: open, 10 notes, with  "i dropped the users table"']);
    expect(world.messenger.calls().slice(before)).toEqual(['update card']);
  });

  it('is not sent again when it looks the same', async () => {
    const world = await opened();
    await world.work();
    const before = world.messenger.calls().length;
    await world.does('alex', { type: 'tell_impact', affected: null, kinds: ['slow'] });
    await world.work();
    expect(world.messenger.calls().slice(before)).toEqual([]);
  });

  it('follows a change that comes while it is being posted', async () => {
    const world = await opened();
    world.messenger.during(async () => {
      await world.does('alex', note);
    });
    await world.work();
    expect(world.sees('alex')).toEqual(['card: open, 1 notes, with  "i dropped the users table"']);
  });

  it('follows a change that comes between rendering and posting', async () => {
    const world = await opened();
    Object.assign(world.deps.messenger, {
      isPaused: async () => {
        await world.does('mia', { type: 'answer_ask', ask: 'a1', answer: 'accept' });
        return false;
      },
    });
    await world.work();
    expect(world.sees('mia')).toEqual(['ask: accepted "i dropped the users table"']);
  });

  it('is updated at once again after a rate limit, in its latest form', async () => {
    const world = await opened();
    await world.work();
    world.messenger.next('update', { kind: 'rate_limited', retryAfterMs: 5_000 });
    await world.does('alex', note);
    await world.work();
    await world.does('alex', note);
    await world.pass(5_000);
    expect(world.sees('alex')).toEqual(['card: open, 2 notes, with  "i dropped the users table"']);
    expect(world.messenger.calls().filter((call) => call === 'update card')).toHaveLength(2);
  });

  it('does not hold back a new message while its update has to wait', async () => {
    const world = await opened();
    await world.work();
    world.messenger.next('update', { kind: 'rate_limited', retryAfterMs: 60_000 });
    await world.does('alex', note);
    await world.work();
    await world.does('mia', { type: 'answer_ask', ask: 'a1', answer: 'accept' });
    await world.work();
    expect(world.sees('alex')).toContain('helper_came');
  });

  it('comes again once when it is the card and somebody deleted it', async () => {
    const world = await opened();
    await world.work();
    world.messenger.next('update', { kind: 'refused', code: 'message_not_found' });
    await world.does('alex', note);
    await world.work();
    expect(world.sees('alex').at(-1)).toBe('card: open, 1 notes, with  "i dropped the users table"');
    expect(world.messenger.calls().filter((call) => call === 'post card')).toHaveLength(2);
    expect(world.troubles.at(-1)).toMatchObject({ failure: 'message_not_found', final: false });
  });

  it('stays away when it is not the card and somebody deleted it', async () => {
    const world = await opened();
    await world.work();
    await world.does('mia', { type: 'answer_ask', ask: 'a1', answer: 'accept' });
    world.messenger.next('update', { kind: 'refused', code: 'message_not_found' });
    await deliver(world.deps, team, { kind: 'user', user: people.mia.user });
    await world.work();
    expect(world.messenger.calls()).toContain('update ask');
    expect(world.messenger.calls().filter((call) => call === 'post ask')).toHaveLength(1);
  });

  it('stays as it is where Slack does not let it be edited, and says so to whoever runs Oops', async () => {
    const world = await opened();
    await world.work();
    world.messenger.next('update', { kind: 'refused', code: 'edit_window_closed' });
    await world.does('alex', note);
    await world.work();
    expect(world.sees('alex')).toEqual(['card: open, 0 notes, with  "i dropped the users table"']);
    expect(world.troubles.at(-1)).toMatchObject({ failure: 'edit_window_closed', final: true });
  });

  it('shows words that were erased no longer', async () => {
    const world = await opened();
    await world.work();
    world.store.forgetWords((await world.incident()).happened ?? '');
    await world.does('alex', note);
    await world.work();
    expect(world.sees('alex')).toEqual(['card: open, 1 notes, with  ""']);
  });
});

describe('what people must hear of a delivery', () => {
  it('is that the next one was asked when Slack refuses', async () => {
    const world = await opened();
    world.messenger.refuse(people.mia.user, 'user_disabled');
    await world.work();
    expect(world.sees('ben')).toEqual(['ask: asked "i dropped the users table"']);
    expect(world.sees('alex')).toContain('help_moved');
  });

  it('is that the next one was asked when notifications are off', async () => {
    const world = await opened();
    world.messenger.pause(people.mia.user);
    await world.work();
    expect((await askOf(world))?.reached).toBe('paused');
    expect(world.sees('ben')).toHaveLength(1);
  });

  it('is that the summary did not arrive', async () => {
    const world = await opened();
    world.messenger.refuse(people.mona.user, 'user_disabled');
    await world.does('alex', tell);
    await world.work();
    expect(world.sees('alex')).toContain('summary_refused');
    expect((await world.incident()).summary?.state).toBe('refused');
  });

  it('is decided also when a view cannot be drawn', async () => {
    const world = await opened();
    const render = world.deps.renderer.render;
    const deps = {
      ...world.deps,
      renderer: {
        render: (...[body, reading]: Parameters<typeof render>) => {
          if (body.kind === 'ask' && body.ask === 'a1') throw new Error('a fault of ours');
          return render(body, reading);
        },
      },
    };
    Object.assign(world.deps, deps);
    await world.work();
    expect(world.sees('mia')).toEqual([]);
    expect(world.sees('ben')).toHaveLength(1);
    expect(world.troubles[0]).toMatchObject({
      ...{
        failure: 'render_failed',
        fault: { type: 'Error', at: [expect.stringMatching(/^at /), ...Array(7).fill(expect.any(String))] },
      },
    });
    expect(JSON.stringify(world.troubles)).not.toContain('a fault of ours');
  });

  it('leaves out what this release cannot read, and says so to whoever runs Oops', async () => {
    const world = await opened();
    const [cardId = ''] = world.store.messages().map(({ id }) => id);
    world.store.makeUnreadable(cardId);
    await world.does('mia', { type: 'answer_ask', ask: 'a1', answer: 'accept' });
    await world.work();
    expect(world.sees('alex')).toEqual(['helper_came']);
    expect(world.troubles).toEqual([
      { messageId: cardId, kind: 'card', failure: 'unreadable', attempts: 0, final: true },
    ]);
  });

  it('leaves out an incident that this release cannot read', async () => {
    const world = await opened();
    const first = await world.incident();
    await world.open({ key: 'second', evenIfOpen: true, helpWanted: false });
    world.store.makeUnreadable(first.id);
    await world.work();
    expect(world.sees('alex')).toHaveLength(1);
    expect(world.troubles[0]).toMatchObject({
      ...{ kind: 'card', failure: 'unreadable', final: true, fault: { type: 'Unreadable' } },
    });
  });

  it('walks the whole ladder through a night in which nobody answers', async () => {
    const world = await opened();
    await world.pass(10 * 60_000);
    expect(
      (await world.incident()).asks.map(
        ({ state, askedAt }) => `${state} +${askedAt - (world.clock.now() - 600_000)}`,
      ),
    ).toEqual(['unanswered +0', 'unanswered +120000', 'unanswered +240000']);
    const toAlex = world.messenger.shown().filter(({ where }) => where === people.alex.user);
    expect(toAlex.map(({ kind }) => kind)).toEqual(['card', 'help_moved', 'help_moved', 'help_moved']);
  });
});
