import { describe, expect, it } from '@jest/globals';
import { auditDeliveries } from '../../src/app/audit.ts';
import { deliver } from '../../src/app/deliver.ts';
import { wakeIncident } from '../../src/app/wake.ts';
import { people } from '../domain/support/people.ts';
import type { Outcome } from '../support/fakes/scripted-messenger.ts';
import { makeWorld, team, type World } from './support/world.ts';

/** One for noting the attempt, ten for the call. */
const deadline = 11_000;
const lost: Outcome = { kind: 'lost' };
const unsure: Outcome = { kind: 'unsure', code: 'server_error' };

/** Only the mentor's DM has something to deliver: the card is there already. */
async function aboutToAsk(): Promise<World> {
  const world = await makeWorld();
  await world.open({ helpWanted: false });
  await world.work();
  await world.does('alex', { type: 'want_help', more: false });
  return world;
}

const posts = (world: World, kind = 'ask') =>
  world.messenger.calls().filter((call) => call === `post ${kind}`);

describe('an attempt of which nobody knows what became', () => {
  it('waits until it can have no effect any more, and then looks', async () => {
    const world = await aboutToAsk();
    world.messenger.next('post', lost);
    await world.work();
    await world.pass(deadline - 1);
    expect(world.messenger.calls()).not.toContain('find ask');
    await world.pass(1);
    expect(world.messenger.calls()).toContain('find ask');
  });

  it('is adopted when it did arrive: seen once', async () => {
    const world = await aboutToAsk();
    world.messenger.next('post', lost);
    await world.pass(deadline);
    expect(world.sees('mia')).toHaveLength(1);
    expect(posts(world)).toHaveLength(1);
    expect((await world.incident()).asks[0]?.reached).toBe('notified');
  });

  it('is brought up to date when it was adopted, since it shows what was true then', async () => {
    const world = await aboutToAsk();
    world.messenger.next('post', lost);
    await world.work();
    await world.does('mia', { type: 'answer_ask', ask: 'a1', answer: 'accept' });
    await world.pass(deadline);
    expect(world.sees('mia')).toEqual(['ask: accepted "i dropped the users table"']);
  });

  it('is brought up to date also when the incident need not hear of it', async () => {
    const world = await makeWorld();
    await world.open({ helpWanted: false });
    world.messenger.next('post', lost);
    await world.work();
    await world.does('alex', { type: 'add_note', words: 'w1' });
    await world.pass(deadline);
    expect(world.sees('alex')).toEqual(['card: open, 1 notes, with  "i dropped the users table"']);
    expect(posts(world, 'card')).toHaveLength(1);
  });

  it('counts notifications that are off also when it was adopted', async () => {
    const world = await aboutToAsk();
    world.messenger.pause(people.mia.user);
    world.messenger.next('post', lost);
    await world.pass(deadline);
    expect((await world.incident()).asks[0]?.reached).toBe('paused');
    expect(world.sees('ben')).toHaveLength(1);
  });

  it('is made once more when it did not arrive', async () => {
    const world = await aboutToAsk();
    world.messenger.next('post', unsure);
    await world.pass(deadline);
    expect(world.sees('mia')).toHaveLength(1);
    expect(posts(world)).toHaveLength(2);
  });

  it('is looked for again when the second attempt is unsure as well', async () => {
    const world = await aboutToAsk();
    world.messenger.next('post', unsure);
    world.messenger.next('post', lost);
    await world.pass(3 * deadline);
    expect(world.sees('mia')).toHaveLength(1);
    expect(world.messenger.calls().filter((call) => call === 'find ask')).toHaveLength(2);
  });

  it('goes out twice rather than never when it asks for help and nobody can look', async () => {
    const world = await aboutToAsk();
    world.messenger.closeHistory();
    world.messenger.next('post', lost);
    await world.pass(deadline);
    expect(world.sees('mia')).toHaveLength(2);
  });

  it('asks for help again also when looking is refused', async () => {
    const world = await aboutToAsk();
    world.messenger.closeHistory({ kind: 'refused', code: 'missing_scope' });
    world.messenger.next('post', unsure);
    await world.pass(deadline);
    expect(world.sees('mia')).toHaveLength(1);
  });

  it('goes out never rather than twice when it is anything else, and the engineer hears that', async () => {
    const world = await makeWorld();
    await world.open({ helpWanted: false });
    await world.work();
    world.messenger.closeHistory();
    world.messenger.next('post', lost);
    await world.does('alex', {
      ...{ type: 'write_summary', manager: people.mona.user, words: 'w1', timing: { kind: 'now' } },
    });
    await world.pass(deadline);
    expect(world.sees('mona')).toHaveLength(1);
    expect(posts(world, 'summary')).toHaveLength(1);
    expect(world.sees('alex')).toContain('summary_refused');
  });

  it('is looked for later when looking fails for a moment', async () => {
    const world = await aboutToAsk();
    world.messenger.closeHistory({ kind: 'rate_limited', retryAfterMs: 20_000 });
    world.messenger.next('post', lost);
    await world.pass(deadline);
    expect(posts(world)).toHaveLength(1);
    expect(world.store.jobs().some(({ at }) => at === world.clock.now() + 20_000)).toBe(true);
  });
});

describe('a process that dies', () => {
  const died = new Error('SIGKILL');

  it('before it has sent anything: the message goes out once', async () => {
    const world = await aboutToAsk();
    const { post } = world.deps.messenger;
    Object.assign(world.deps.messenger, { post: () => Promise.reject(died) });
    await expect(world.workOnce()).rejects.toThrow(died);
    Object.assign(world.deps.messenger, { post });
    await world.pass(deadline);
    expect(world.sees('mia')).toHaveLength(1);
  });

  it('while it looks something up: nothing was sent, so nobody waits', async () => {
    const world = await aboutToAsk();
    const { isPaused } = world.deps.messenger;
    Object.assign(world.deps.messenger, { isPaused: () => Promise.reject(died) });
    await expect(world.workOnce()).rejects.toThrow(died);
    Object.assign(world.deps.messenger, { isPaused });
    await world.work();
    expect(world.sees('mia')).toHaveLength(1);
    expect(world.messenger.calls()).not.toContain('find ask');
  });

  it('between sending and keeping it: the message is seen once and the incident knows', async () => {
    const world = await aboutToAsk();
    world.messenger.during(() => world.store.failNextCommit(died));
    await expect(world.workOnce()).rejects.toThrow(died);
    expect(world.sees('mia')).toHaveLength(1);
    expect((await world.incident()).asks[0]?.reached).toBeNull();
    await world.pass(deadline - 1);
    expect(world.messenger.calls()).not.toContain('find ask');
    await world.pass(1);
    expect(world.sees('mia')).toHaveLength(1);
    expect(posts(world)).toHaveLength(1);
    expect((await world.incident()).asks[0]?.reached).toBe('notified');
  });

  it('after Slack refused, before the next one was asked: the next one is asked all the same', async () => {
    const world = await aboutToAsk();
    world.messenger.refuse(people.mia.user, 'user_disabled');
    const { post } = world.deps.messenger;
    Object.assign(world.deps.messenger, {
      post: async (...args: Parameters<typeof post>) => {
        const answer = await post(...args);
        world.store.failNextCommit(died);
        return answer;
      },
    });
    await expect(world.workOnce()).rejects.toThrow(died);
    Object.assign(world.deps.messenger, { post });
    await world.pass(2 * deadline);
    expect(world.sees('ben')).toHaveLength(1);
  });

  it('while a timer is at work: the timer is not lost and works once', async () => {
    const world = await aboutToAsk();
    await world.work();
    world.clock.advance(120_000);
    world.store.failNextCommit(died);
    await expect(world.workOnce()).rejects.toThrow(died);
    await world.work();
    expect((await world.incident()).asks.map(({ state }) => state)).toEqual(['unanswered', 'asked']);
  });
});

describe('a process that slept', () => {
  /** It sleeps when it is about to post for the first time. */
  async function sleeping(meanwhile: (world: World) => Promise<void>, when: 'before' | 'after' = 'before') {
    const world = await aboutToAsk();
    const { transact } = world.store;
    let slept = false;
    const sleep = async (begins: boolean) => {
      if (!begins || slept) return;
      slept = true;
      await meanwhile(world);
    };
    const store: World['store'] = {
      ...world.store,
      async transact(work, deadlineMs) {
        const begins = String(work).includes('beginAttempt');
        if (when === 'before') await sleep(begins);
        const result = await transact(work, deadlineMs);
        if (when === 'after') await sleep(begins);
        return result;
      },
    };
    await deliver({ ...world.deps, store }, team, { kind: 'user', user: people.mia.user });
    return world;
  }

  it('until somebody else had delivered its message: it does not post it again', async () => {
    const world = await sleeping((other) => other.work());
    await world.pass(60_000);
    expect(world.sees('mia')).toHaveLength(1);
    expect(posts(world)).toHaveLength(1);
  });

  it('right before the call: others may have looked already, so it leaves the message to them', async () => {
    const world = await sleeping(async ({ clock }) => clock.advance(deadline), 'after');
    expect(posts(world)).toHaveLength(0);
    await world.pass(60_000);
    expect(posts(world)).toHaveLength(1);
  });

  it('for a moment only: it begins anew', async () => {
    const world = await sleeping(async ({ clock }) => clock.advance(2_000), 'after');
    await world.work();
    expect(posts(world)).toHaveLength(1);
    expect(world.messenger.calls()).not.toContain('find ask');
  });
});

describe('the auditor', () => {
  it('sets a conversation going again whose job was lost', async () => {
    const world = await aboutToAsk();
    while (world.store.takeJob() !== null);
    world.clock.advance(31_000);
    // The mentor's request, and the card that has changed.
    expect(await auditDeliveries(world.deps)).toBe(2);
    await world.work();
    expect(world.sees('mia')).toHaveLength(1);
    world.clock.advance(31_000);
    expect(await auditDeliveries(world.deps)).toBe(0);
  });

  it('sets a timer again that was lost', async () => {
    const world = await aboutToAsk();
    await world.work();
    while (world.store.jobs().length > 0) {
      world.clock.setTo(Math.max(world.clock.now(), ...world.store.jobs().map(({ at }) => at)));
      world.store.takeJob();
    }
    world.clock.advance(30_001);
    expect(await auditDeliveries(world.deps)).toBe(1);
    await world.work();
    expect((await world.incident()).asks.map(({ state }) => state)).toEqual(['unanswered', 'asked']);
  });

  it('leaves a timer that has only just run out to its job, and one that is too early is set again', async () => {
    const world = await aboutToAsk();
    await world.work();
    const due = (await world.incident()).asks[0]?.answerBy ?? 0;
    world.clock.setTo(due + 1_000);
    expect(await auditDeliveries(world.deps)).toBe(0);
    const manager = people.mona.user;
    const at = world.clock.now() + 600_000;
    await world.does('alex', { type: 'write_summary', manager, words: 'w1', timing: { kind: 'at', at } });
    const { id } = await world.incident();
    await wakeIncident(world.deps, {
      ...{ team, incident: id, wake: { kind: 'summary_due' }, correlation: 'early' },
    });
    expect(world.store.jobs()).toContainEqual(
      expect.objectContaining({ key: 'summary', at, correlation: 'early' }),
    );
  });
});
