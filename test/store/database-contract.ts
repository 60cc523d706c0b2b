import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { migrateJobs } from '../../src/jobs/migrate-jobs.ts';
import type { Database } from '../../src/store/database.ts';
import { addJobs } from '../../src/store/jobs-outbox.ts';
import type { TestDatabase } from '../support/databases.ts';

/** A session that idles in a transaction for this long is ended. */
const idleMs = 400;

/** What the product relies on, whichever database it is. */
export function databaseContract(name: string, make: () => Promise<TestDatabase>): void {
  describe(`${name}: what the product relies on`, () => {
    let place: TestDatabase;
    let database: Database;
    let pool: pg.Pool;

    beforeAll(async () => {
      place = await make();
      database = await place.open({ idleInTransactionMs: idleMs, poolSize: 25 });
      pool = database.pgPool;
      await migrateJobs(pool);
      await pool.query('create table counter (id int primary key, value int not null)');
      await pool.query('create table entry (id text primary key, writer int not null, value int not null)');
      await pool.query('create table blob (id int primary key, text text not null)');
    }, 60_000);

    afterAll(async () => {
      await place.drop();
    });

    /** A client of its own, as another process would have. */
    const client = async (): Promise<pg.PoolClient> => pool.connect();

    it('keeps twenty writers and their reads apart', async () => {
      await pool.query('insert into counter select g, 0 from generate_series(1, 20) g');
      const wrong: string[] = [];
      const writer = async (n: number): Promise<void> => {
        for (let round = 1; round <= 10; round += 1) {
          const one = await client();
          try {
            await one.query('begin');
            await one.query('update counter set value = value + 1 where id = $1', [n]);
            await one.query('insert into entry values ($1, $2, $3)', [`${n}-${round}`, n, round]);
            const { rows } = await one.query('select id, value from counter where id = $1', [n]);
            if (rows[0]?.id !== n || rows[0]?.value !== round) wrong.push(`${n} saw ${JSON.stringify(rows)}`);
            await one.query(round % 5 === 0 ? 'rollback' : 'commit');
            if (round % 5 === 0) await pool.query('update counter set value = value + 1 where id = $1', [n]);
          } finally {
            one.release();
          }
          const { rows } = await pool.query(
            'select $1::int as n, count(*)::int as c from entry where writer = $1',
            [n],
          );
          if (rows[0]?.n !== n || rows[0]?.c !== round - Math.floor(round / 5)) {
            wrong.push(`${n} counted ${JSON.stringify(rows)}`);
          }
        }
      };
      await Promise.all(Array.from({ length: 20 }, (_, index) => writer(index + 1)));
      const { rows } = await pool.query(
        'select sum(value)::int as sum, (select count(*)::int from entry) as entries from counter',
      );
      expect(wrong).toEqual([]);
      expect(rows[0]).toEqual({ sum: 200, entries: 160 });
    }, 30_000);

    it('keeps Prisma transactions apart as well', async () => {
      const { prisma } = database;
      const team = 'T-contract';
      await prisma.workspace.create({ data: { team } });
      const numbers = await Promise.all(
        Array.from({ length: 20 }, () =>
          prisma.$transaction(
            async (tx) => {
              await tx.$queryRaw`select 1 from "Workspace" where "team" = ${team} for update`;
              const { lastIncidentNumber: seen } = await tx.workspace.findUniqueOrThrow({ where: { team } });
              const { lastIncidentNumber } = await tx.workspace.update({
                where: { team },
                data: { lastIncidentNumber: seen + 1 },
              });
              return lastIncidentNumber;
            },
            { maxWait: 20_000, timeout: 20_000 },
          ),
        ),
      );
      expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    }, 30_000);

    it('has the second of two who lock one row wait for the first', async () => {
      await pool.query('insert into counter values (100, 0)');
      const order: string[] = [];
      const [first, second] = [await client(), await client()];
      try {
        await first.query('begin');
        await first.query('select value from counter where id = 100 for update');
        const waiting = second
          .query('begin; update counter set value = value * 10 where id = 100; commit')
          .then(() => {
            order.push('second');
          });
        await first.query('update counter set value = 5 where id = 100');
        order.push('first');
        await first.query('commit');
        await waiting;
      } finally {
        first.release();
        second.release();
      }
      const { rows } = await pool.query('select value from counter where id = 100');
      expect({ order, value: rows[0]?.value }).toEqual({ order: ['first', 'second'], value: 50 });
    });

    it('refuses the rest of a failed transaction, then goes on as if nothing had been', async () => {
      const one = await client();
      try {
        await one.query('begin');
        await one.query("insert into entry values ('failed', 0, 0)");
        await expect(one.query('select 1 / 0')).rejects.toMatchObject({ code: '22012' });
        await expect(one.query('select 1')).rejects.toMatchObject({ code: '25P02' });
        const other = pool.query('select count(*)::int as c from entry where writer = 0');
        await one.query('rollback');
        expect((await other).rows).toEqual([{ c: 0 }]);
        expect((await one.query('select 2 as n')).rows).toEqual([{ n: 2 }]);
      } finally {
        one.release();
      }
    });

    it('says which constraint a second row breaks', async () => {
      await pool.query("insert into entry values ('once', 1, 1)");
      await expect(pool.query("insert into entry values ('once', 1, 1)")).rejects.toMatchObject({
        code: '23505',
        constraint: 'entry_pkey',
      });
      await database.prisma.inbox.create({ data: { team: 'T', key: 'k', answer: '', at: new Date() } });
      await expect(
        database.prisma.inbox.create({ data: { team: 'T', key: 'k', answer: '', at: new Date() } }),
      ).rejects.toMatchObject({ code: 'P2002' });
    });

    it('tells listeners of a notification when it is committed, and not when it is rolled back', async () => {
      const listener = await client();
      const heard: (string | undefined)[] = [];
      const third = new Promise<void>((resolve) => {
        listener.on('notification', ({ payload }) => {
          heard.push(payload);
          if (payload === 'last') resolve();
        });
      });
      try {
        await listener.query('listen news');
        await pool.query("begin; select pg_notify('news', 'rolled back'); rollback");
        await pool.query("begin; select pg_notify('news', 'committed'); commit");
        await pool.query("select pg_notify('news', 'last')");
        await third;
        expect(heard).toEqual(['committed', 'last']);
      } finally {
        listener.removeAllListeners('notification');
        listener.release();
      }
    });

    it('carries rows of many megabytes in both directions, beside small ones', async () => {
      const text = 'Zürich 🌊 '.repeat(700_000);
      const [, small] = await Promise.all([
        pool.query('insert into blob values (1, $1)', [text]),
        pool.query('select 7 as n'),
      ]);
      const [big, many] = await Promise.all([
        pool.query('select text from blob where id = 1'),
        pool.query('select g from generate_series(1, 50000) g'),
      ]);
      expect(small.rows).toEqual([{ n: 7 }]);
      expect(big.rows[0]?.text === text).toBe(true);
      expect(many.rows.length).toBe(50_000);
      expect(many.rows.at(-1)).toEqual({ g: 50_000 });
    }, 30_000);

    it('rolls back a transaction whose client goes away', async () => {
      const leaving = await client();
      await leaving.query('begin');
      await leaving.query("insert into entry values ('left behind', 9, 9)");
      leaving.release(true);
      await pool.query("insert into entry values ('left behind', 9, 1)");
      const { rows } = await pool.query("select value from entry where id = 'left behind'");
      expect(rows).toEqual([{ value: 1 }]);
    });

    it('ends a session that idles in a transaction, and rolls it back', async () => {
      const idle = await client();
      const ended = new Promise<string | undefined>((resolve) => {
        idle.once('error', (error: Error & { code?: string }) => resolve(error.code));
      });
      await idle.query('begin');
      await idle.query("insert into entry values ('idle', 9, 9)");
      expect(await ended).toBe('25P03');
      idle.release(true);
      await pool.query("insert into entry values ('idle', 9, 1)");
      await expect(pool.query("select value from entry where id = 'idle'")).resolves.toMatchObject({
        rows: [{ value: 1 }],
      });
    });

    it('leaves no job behind when the transaction that added it is rolled back', async () => {
      const runAt = new Date('2030-01-01T00:00:00Z');
      const job = { task: 'wake', payload: { incident: 'i' }, runAt, key: 'rolled-back' };
      await expect(
        database.prisma.$transaction(async (tx) => {
          await addJobs(tx, [job]);
          throw new Error('changed my mind');
        }),
      ).rejects.toThrow('changed my mind');
      await database.prisma.$transaction((tx) => addJobs(tx, [{ ...job, key: 'committed' }]));
      const { rows } = await pool.query(
        "select key, run_at from graphile_worker.jobs where key in ('rolled-back', 'committed')",
      );
      expect(rows).toEqual([{ key: 'committed', run_at: runAt }]);
    });

    it('puts a later job with the same key in the place of the earlier one', async () => {
      const add = (incident: string, runAt: string) =>
        database.prisma.$transaction((tx) =>
          addJobs(tx, [
            { task: 'wake', payload: { incident }, runAt: new Date(runAt), key: 'same', queue: 'q' },
          ]),
        );
      await add('first', '2030-01-01T00:00:00Z');
      await add('second', '2031-01-01T00:00:00Z');
      const { rows } = await pool.query(
        `select payload, jobs.run_at, q.queue_name from graphile_worker._private_jobs jobs
         join graphile_worker._private_job_queues q on q.id = jobs.job_queue_id where key = 'same'`,
      );
      expect(rows).toEqual([
        { payload: { incident: 'second' }, run_at: new Date('2031-01-01T00:00:00Z'), queue_name: 'q' },
      ]);
    });

    it('lets two transactions add the same keys in opposite orders', async () => {
      const runAt = new Date('2030-01-01T00:00:00Z');
      const job = (key: string) => ({ task: 'wake', payload: {}, runAt, key });
      const both = [job('a'), job('b')];
      for (let round = 0; round < 10; round += 1) {
        await Promise.all([
          database.prisma.$transaction((tx) => addJobs(tx, both)),
          database.prisma.$transaction((tx) => addJobs(tx, [...both].reverse())),
        ]);
      }
      const { rows } = await pool.query(
        "select count(*)::int as c from graphile_worker.jobs where key in ('a', 'b')",
      );
      expect(rows).toEqual([{ c: 2 }]);
    });
  });
}
