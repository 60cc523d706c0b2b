import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { pino } from 'pino';
import { z } from 'zod';
import { task } from '../../src/jobs/task.ts';
import type { JobEvent } from '../../src/jobs/task-list.ts';
import { type JobWorker, startWorker, type WorkerOptions } from '../../src/jobs/worker.ts';
import type { Database } from '../../src/store/database.ts';
import { addJobs } from '../../src/store/jobs-outbox.ts';
import { server, type TestDatabase } from '../support/databases.ts';
import { listened, workerContract } from './worker-contract.ts';

workerContract('a PostgreSQL server', server);

describe('several workers on one server', () => {
  let place: TestDatabase;
  const stops: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    place = await server();
  }, 30_000);

  afterAll(async () => {
    await Promise.all(stops.map((stop) => stop()));
    await place.drop();
  });

  const work = async (
    run: () => Promise<void>,
    options: Partial<WorkerOptions> = {},
  ): Promise<{ worker: JobWorker; database: Database; events: ReturnType<typeof listened<JobEvent>> }> => {
    const database = await place.open();
    const events = listened<JobEvent>();
    const worker = await startWorker({
      pgPool: database.pgPool,
      embedded: false,
      tasks: { work: task(z.object({}), run) },
      clock: { now: () => Date.now() },
      log: pino({ level: 'silent' }),
      onJob: events.tell,
      ...options,
    });
    stops.push(() => worker.stop(100));
    return { worker, database, events };
  };

  const add = (database: Database, key: string): Promise<void> =>
    database.prisma.$transaction((tx) =>
      addJobs(tx, [{ task: 'work', payload: {}, runAt: new Date(), key, queue: key }]),
    );

  it('leave alone what a living one works on, however long that takes', async () => {
    let finish = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const began = listened<string>();
    const slow = await work(
      async () => {
        began.tell('slow');
        await held;
      },
      { beatMs: 20, silentMs: 200 },
    );
    await add(slow.database, 'held');
    await began.first(() => true);
    let stolen = 0;
    const other = await work(
      async () => {
        stolen += 1;
      },
      { beatMs: 10, silentMs: 200 },
    );
    // Its judgements: it removes what it thinks dead, so what it removed tells how often it looked.
    await other.database.pgPool.query(
      "insert into \"WorkerBeat\" values ('long gone', now() - interval '1 day')",
    );
    for (let gone = false; !gone; ) {
      const { rows } = await other.database.pgPool.query(
        'select 1 from "WorkerBeat" where worker = \'long gone\'',
      );
      gone = rows.length === 0;
    }
    expect(stolen).toBe(0);
    finish();
    await slow.events.first(({ outcome }) => outcome === 'done');
    await Promise.all([slow.worker.stop(1000), other.worker.stop(1000)]);
    const { rows } = await other.database.pgPool.query('select * from "WorkerBeat"');
    expect(rows).toEqual([]);
  }, 30_000);

  it('go on after the server has dropped every connection', async () => {
    const admin = new pg.Client(place.url);
    await admin.connect();
    const drop = (): Promise<unknown> =>
      admin.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
    let tries = 0;
    const { events, database } = await work(
      async () => {
        tries += 1;
        if (tries === 1) await drop();
      },
      { pollMs: 50 },
    );
    await add(database, 'dropped');
    await events.first(({ outcome }) => outcome === 'done');
    // Through connections of its own: those that were dropped tell of it when they are used next.
    await add(await place.open(), 'afterwards');
    await events.first(() => events.seen.length >= 2);
    for (let left = 1; left > 0; ) {
      const { rows } = await admin.query('select count(*)::int as left from graphile_worker._private_jobs');
      left = rows[0]?.left ?? 0;
    }
    await admin.end();
    expect(events.seen.every(({ outcome }) => outcome === 'done')).toBe(true);
  }, 30_000);
});
