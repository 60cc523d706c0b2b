import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { z } from 'zod';
import { removeIdleQueues } from '../../src/jobs/queue-upkeep.ts';
import type { Task } from '../../src/jobs/task.ts';
import { task } from '../../src/jobs/task.ts';
import type { JobEvent } from '../../src/jobs/task-list.ts';
import { type JobWorker, startWorker, type WorkerOptions } from '../../src/jobs/worker.ts';
import type { Database } from '../../src/store/database.ts';
import { addJobs, type OutboxJob } from '../../src/store/jobs-outbox.ts';
import type { TestDatabase } from '../support/databases.ts';

/** Events that a test waits for instead of sleeping. */
export function listened<Event>() {
  const seen: Event[] = [];
  const waiting: { readonly wanted: (event: Event) => boolean; readonly resolve: (event: Event) => void }[] =
    [];
  return {
    seen,
    tell(event: Event): void {
      seen.push(event);
      for (const one of waiting.filter(({ wanted }) => wanted(event))) {
        waiting.splice(waiting.indexOf(one), 1);
        one.resolve(event);
      }
    },
    first(wanted: (event: Event) => boolean): Promise<Event> {
      const before = seen.find(wanted);
      if (before !== undefined) return Promise.resolve(before);
      return new Promise((resolve) => waiting.push({ wanted, resolve }));
    },
  };
}

const anything = z.object({ id: z.string() });

/** What the runner promises on every database. */
export function workerContract(name: string, make: () => Promise<TestDatabase>): void {
  describe(`jobs on ${name}`, () => {
    let place: TestDatabase;
    let database: Database;
    let now = Date.now();
    const workers: JobWorker[] = [];

    beforeAll(async () => {
      place = await make();
      database = await place.open({ poolSize: 20 });
    }, 60_000);

    afterEach(async () => {
      await Promise.all(workers.splice(0).map((worker) => worker.stop(1000)));
      await database.pgPool.query(
        'truncate graphile_worker._private_jobs, graphile_worker._private_job_queues cascade',
      );
    });

    afterAll(async () => {
      await place.drop();
    });

    const start = async (
      tasks: Record<string, Task>,
      options: Partial<WorkerOptions> = {},
    ): Promise<JobWorker> => {
      const worker = await startWorker({
        pgPool: database.pgPool,
        embedded: database.kind === 'embedded',
        tasks,
        clock: { now: () => now },
        log: pino({ level: 'silent' }),
        ...options,
      });
      workers.push(worker);
      return worker;
    };

    const add = (...jobs: readonly (Partial<OutboxJob> & { readonly task: string })[]): Promise<void> =>
      database.prisma.$transaction((tx) =>
        addJobs(
          tx,
          jobs.map((job) => ({ payload: { id: 'x' }, runAt: new Date(now), ...job })),
        ),
      );

    const locks = async (): Promise<unknown[]> => {
      const { rows } = await database.pgPool.query(
        `select locked_by from graphile_worker._private_jobs where locked_by is not null
         union all select locked_by from graphile_worker._private_job_queues where locked_by is not null`,
      );
      return rows;
    };

    it('are done once, soon after they were committed', async () => {
      const done = listened<string>();
      const hello = task(anything, async ({ id }) => done.tell(id));
      await start({ hello });
      const ids = Array.from({ length: 30 }, (_, index) => `job ${index}`);
      await Promise.all(ids.map((id) => add({ task: 'hello', payload: { id } })));
      await Promise.all(ids.map((id) => done.first((seen) => seen === id)));
      expect([...done.seen].sort()).toEqual([...ids].sort());
    }, 20_000);

    it('wait for their time by the one clock, which a test may move', async () => {
      const done = listened<JobEvent>();
      const worker = await start(
        { later: task(anything, async () => undefined) },
        { onJob: done.tell, pollMs: 60_000 },
      );
      const night = 8 * 3_600_000;
      await add({ task: 'later', runAt: new Date(now + night) }, { task: 'later', payload: { id: 'now' } });
      await done.first(({ outcome }) => outcome === 'done');
      expect(done.seen.length).toBe(1);
      now += night;
      await worker.look();
      await done.first(({ id }) => id !== done.seen[0]?.id);
      expect(done.seen.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    }, 20_000);

    it('of one queue are done one after the other', async () => {
      const done = listened<string>();
      let running = 0;
      const slow = task(anything, async ({ id }) => {
        running += 1;
        expect(running).toBe(1);
        await database.pgPool.query('select 1');
        running -= 1;
        done.tell(id);
      });
      await start({ slow });
      await add(
        ...['1', '2', '3', '4'].map((id) => ({ task: 'slow', payload: { id }, queue: 'one', key: id })),
      );
      await Promise.all(['1', '2', '3', '4'].map((id) => done.first((seen) => seen === id)));
      expect(done.seen).toEqual(['1', '2', '3', '4']);
    }, 20_000);

    it('that fail are tried again, with a code and no words in the row and in the log', async () => {
      const lines: string[] = [];
      const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
      const events = listened<JobEvent>();
      let tries = 0;
      const shaky = task(anything, async () => {
        tries += 1;
        if (tries === 1)
          throw Object.assign(new Error('I think I deleted the database'), { code: 'slack_down' });
      });
      const worker = await start({ shaky }, { onJob: events.tell, log });
      await add({ task: 'shaky', key: 'shaky' });
      await events.first(({ outcome }) => outcome === 'failed');
      const { rows } = await database.pgPool.query(
        "select attempts, last_error, run_at from graphile_worker.jobs where key = 'shaky'",
      );
      expect(rows).toEqual([{ attempts: 1, last_error: 'slack_down', run_at: new Date(now + 1000) }]);
      now += 1000;
      await worker.look();
      expect(await events.first(({ outcome }) => outcome === 'done')).toMatchObject({ attempt: 2 });
      expect(lines.join('')).toContain('slack_down');
      expect(lines.join('')).not.toContain('deleted');
    }, 20_000);

    it('that go on failing are tried for ever, with pauses under ten minutes', async () => {
      const events = listened<JobEvent>();
      const never = task(anything, async () => {
        throw new Error('no');
      });
      const worker = await start({ never }, { onJob: events.tell, concurrency: 1 });
      await add({ task: 'never', key: 'never' });
      const pauses: number[] = [];
      for (let attempt = 1; attempt <= 12; attempt += 1) {
        await events.first(() => events.seen.length === attempt);
        const { rows } = await database.pgPool.query(
          "select run_at from graphile_worker.jobs where key = 'never'",
        );
        const pause = new Date(rows[0].run_at).getTime() - now;
        pauses.push(pause / 1000);
        now += pause;
        await worker.look();
      }
      expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600]);
    }, 30_000);

    it('with a payload of another shape fail by themselves and disturb nobody', async () => {
      const events = listened<JobEvent>();
      await start({ strict: task(anything, async () => undefined) }, { onJob: events.tell });
      await add(
        { task: 'strict', payload: { other: 1 } },
        { task: 'strict', payload: { id: 'good', more: 'ignored' } },
      );
      await events.first(({ outcome }) => outcome === 'done');
      expect(await events.first(({ outcome }) => outcome === 'failed')).toMatchObject({
        code: 'payload_invalid',
      });
    }, 20_000);

    it('that nobody here knows are left for a process that does', async () => {
      const done = listened<string>();
      await start({ known: task(anything, async ({ id }) => done.tell(id)) });
      await add({ task: 'unknown', key: 'unknown' }, { task: 'known' });
      await done.first(() => true);
      const { rows } = await database.pgPool.query(
        "select attempts from graphile_worker.jobs where key = 'unknown'",
      );
      expect(rows).toEqual([{ attempts: 0 }]);
    }, 20_000);

    it('that run when it stops are finished first', async () => {
      const began = listened<string>();
      let finish = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        finish = resolve;
      });
      const slow = task(anything, async ({ id }) => {
        began.tell(id);
        await held;
      });
      const worker = await start({ slow });
      await add({ task: 'slow', queue: 'q', key: 'finished' });
      await began.first(() => true);
      const stopped = worker.stop(10_000);
      finish();
      expect(await stopped).toEqual({ finished: true });
      expect(await locks()).toEqual([]);
      const { rows } = await database.pgPool.query(
        "select 1 from graphile_worker.jobs where key = 'finished'",
      );
      expect(rows).toEqual([]);
      workers.length = 0;
    }, 20_000);

    it('that do not finish in time when it stops are told so, unlocked, and done by the next worker', async () => {
      const began = listened<AbortSignal>();
      let finish = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        finish = resolve;
      });
      const slow = task(anything, async (_payload, { signal }) => {
        began.tell(signal);
        await held;
      });
      const worker = await start({ slow });
      await add({ task: 'slow', queue: 'q' });
      const signal = await began.first(() => true);
      expect(await worker.stop(50)).toEqual({ finished: false });
      expect(signal.aborted).toBe(true);
      expect(await locks()).toEqual([]);
      workers.length = 0;
      const done = listened<string>();
      await start({ slow: task(anything, async ({ id }) => done.tell(id)) });
      await done.first(() => true);
      finish();
    }, 20_000);

    it('of a schedule are known to the database, so that several processes start each once', async () => {
      const cron = [{ task: 'tidy', pattern: '17 3 * * *' }] as const;
      await start({ tidy: task(z.unknown(), async () => undefined) }, { cron });
      const known = () =>
        database.pgPool.query('select identifier from graphile_worker._private_known_crontabs');
      let rows = (await known()).rows;
      while (rows.length === 0) rows = (await known()).rows;
      expect(rows).toEqual([{ identifier: 'tidy' }]);
    }, 20_000);

    it('lose nothing when idle queues are removed', async () => {
      const done = listened<string>();
      const tasks = { quick: task(anything, async ({ id }) => done.tell(id)) };
      await start(tasks);
      await add({ task: 'quick', payload: { id: 'before' }, queue: 'idle', key: 'before' });
      await done.first((id) => id === 'before');
      await add({ task: 'quick', queue: 'busy', key: 'later', runAt: new Date(now + 1_000_000) });
      let removing: Promise<void> | undefined;
      await database.prisma.$transaction(async (tx) => {
        const payload = { id: 'meanwhile' };
        await addJobs(tx, [
          { task: 'quick', payload, runAt: new Date(now), queue: 'idle', key: 'meanwhile' },
        ]);
        removing = removeIdleQueues(database.pgPool);
        await tx.$queryRaw`select 1`;
      });
      await removing;
      await done.first((id) => id === 'meanwhile');
      await removeIdleQueues(database.pgPool);
      const { rows } = await database.pgPool.query(
        'select queue_name from graphile_worker._private_job_queues',
      );
      expect(rows).toEqual([{ queue_name: 'busy' }]);
    }, 20_000);

    it('left locked by a worker that died are taken over', async () => {
      await start({}).then((worker) => worker.stop(1000));
      workers.length = 0;
      await add({ task: 'orphan', queue: 'q', key: 'orphan' });
      await database.pgPool.query(
        "update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now()",
      );
      await database.pgPool.query(
        "update graphile_worker._private_job_queues set locked_by = 'dead', locked_at = now()",
      );
      const done = listened<string>();
      await start({ orphan: task(anything, async ({ id }) => done.tell(id)) }, { beatMs: 20, silentMs: 100 });
      await done.first(() => true);
    }, 20_000);
  });
}
