import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { isBusy } from '../../src/store/busy.ts';
import { embeddedConnection, startEmbeddedServer } from '../../src/store/embedded/embedded-server.ts';
import { makeDatabaseFolder, templateFolder } from '../../src/store/embedded/template.ts';
import { migrate } from '../../src/store/migrate.ts';
import { type Child, startChild } from '../support/child.ts';
import { embedded, type TestDatabase } from '../support/databases.ts';
import { watchFor } from '../support/watch-for.ts';

describe('the embedded database', () => {
  let place: TestDatabase;

  beforeAll(async () => {
    place = await embedded();
  });

  afterAll(async () => {
    await place.drop();
  });

  const folder = (name: string): string => path.join(place.dataDir, name);

  async function makeFolder(name: string): Promise<string> {
    mkdirSync(folder(name));
    const data = path.join(folder(name), 'postgres');
    const prepare = async (connection: pg.PoolConfig): Promise<void> => void (await migrate({ connection }));
    await makeDatabaseFolder({ folder: data, template: templateFolder(), prepare });
    return data;
  }

  it('loses no commit in twenty SIGKILLs under twenty writers', async () => {
    const data = await makeFolder('killed');
    await withServer(data, async (pool) => {
      await pool.query('create table kept (id text primary key)');
      await pool.query('create table tally (n int not null)');
      await pool.query('insert into tally values (0)');
    });
    const committed: string[] = [];
    for (let round = 0; round < 20; round += 1) {
      const child = startChild('write-until-killed', { dataDir: folder('killed'), round });
      const before = committed.length;
      await new Promise<void>((resolve) => {
        child.onLine((id) => {
          committed.push(id);
          if (committed.length === before + 20 + round) resolve();
        });
        void child.exit.then(() => resolve());
      });
      await child.kill();
    }
    await withServer(data, async (pool) => {
      const { rows } = await pool.query<{ id: string }>('select id from kept');
      const { rows: tally } = await pool.query<{ n: number }>('select n from tally');
      const kept = new Set(rows.map((row) => row.id));
      expect(committed.length).toBeGreaterThan(20 * 20);
      expect(committed.filter((id) => !kept.has(id))).toEqual([]);
      expect(tally[0]?.n).toBe(kept.size);
    });
  }, 180_000);

  it('is refused to a second process, with one sentence', async () => {
    const database = await place.open();
    const child = startChild('open-database', { dataDir: place.dataDir });
    expect(await child.line()).toBe('folder_in_use');
    await child.exit;
    await database.close();
  }, 30_000);

  it('comes back when its backend dies, with what was committed', async () => {
    const data = await makeFolder('reborn');
    const broken: boolean[] = [];
    const server = startEmbeddedServer({
      folder: data,
      idleInTransactionMs: 5000,
      onBroken: (_error, { final }) => broken.push(final),
    });
    const pool = new pg.Pool({ ...embeddedConnection(server), max: 5 });
    pool.on('error', () => undefined);
    try {
      await pool.query('create table kept (id int)');
      await pool.query('insert into kept values (1)');
      // The one thing found that ends this backend: waiting for data that cannot come.
      await expect(pool.query('select 1; copy kept from stdin')).rejects.toThrow('Program terminated');
      await expect(pool.query('select id from kept')).resolves.toMatchObject({ rows: [{ id: 1 }] });
      expect(broken).toEqual([false]);
    } finally {
      await pool.end();
      await server.close();
    }
  }, 30_000);

  it('makes itself anew when the first start was killed in the middle', async () => {
    const dataDir = folder('first-start');
    const child: Child = startChild('open-database', { dataDir });
    await watchFor(dataDir, 'postgres.new');
    await child.kill();
    const again = startChild('open-database', { dataDir });
    expect(await again.line()).toBe('opened');
    await again.exit;
  }, 30_000);

  it('lets a transaction give up waiting for its turn, and leaves nothing of it open', async () => {
    const database = await place.open({ idleInTransactionMs: 60_000, poolSize: 5 });
    const { prisma, pgPool } = database;
    const holder = await pgPool.connect();
    await holder.query('begin');
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        prisma.$transaction((tx) => tx.workspace.create({ data: { team: `T${n}` } }), { maxWait: 50 }),
      ),
    );
    await holder.query('commit');
    holder.release();
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && isBusy(outcome.reason))).toEqual(
      Array.from({ length: 20 }, () => true),
    );
    const next = prisma.$transaction((tx) => tx.workspace.count(), { maxWait: 10_000 });
    await expect(next).resolves.toBe(0);
    await database.close();
  }, 30_000);

  it('does its own upkeep', async () => {
    const database = await place.open();
    await database.checkpoint();
    await database.checkpoint({ vacuum: true });
    await database.close();
  }, 30_000);
});

async function withServer(data: string, work: (pool: pg.Pool) => Promise<void>): Promise<void> {
  const server = startEmbeddedServer({ folder: data, idleInTransactionMs: 5000 });
  const pool = new pg.Pool(embeddedConnection(server));
  await work(pool);
  await pool.end();
  await server.close();
}
