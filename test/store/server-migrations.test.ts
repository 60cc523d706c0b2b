import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrate } from '../../src/store/migrate.ts';
import { readMigrations } from '../../src/store/migrations-folder.ts';
import { startChild } from '../support/child.ts';
import { server, type TestDatabase } from '../support/databases.ts';
import { migrationContract } from './migration-contract.ts';

migrationContract('a PostgreSQL server', async () => {
  const place = await server();
  const connection = { connectionString: place.url };
  const pool = new pg.Pool(connection);
  return {
    connection,
    query: async (sql) => (await pool.query(sql)).rows,
    async drop() {
      await pool.end();
      await place.drop();
    },
  };
});

describe('a server whose database is in use by something else', () => {
  it('is refused in one sentence', async () => {
    const place = await server();
    try {
      const client = new pg.Client(place.url);
      await client.connect();
      await client.query('create table theirs (id int)');
      await client.end();
      await expect(place.open()).rejects.toMatchObject({ code: 'not_empty' });
    } finally {
      await place.drop();
    }
  }, 30_000);
});

describe('several processes on one server', () => {
  let places: TestDatabase[];

  beforeAll(async () => {
    places = [await server(), await server()];
  }, 30_000);

  afterAll(async () => {
    await Promise.all(places.map((place) => place.drop()));
  });

  it('may all bring an empty database to this version at once', async () => {
    const url = places[0]?.url;
    const children = [1, 2, 3].map(() => startChild('open-database', { url, dataDir: '' }));
    const said = await Promise.all(children.map((child) => child.line()));
    expect(said).toEqual(['opened', 'opened', 'opened']);
    expect(await Promise.all(children.map((child) => child.exit))).toEqual([0, 0, 0]);
  }, 60_000);

  it('go on when one is killed in the middle of a migration', async () => {
    const url = places[1]?.url;
    const connection = { connectionString: url };
    await migrate({ connection });
    const gate = new pg.Client(url);
    await gate.connect();
    await gate.query('create table gate (id int)');
    await gate.query('begin; lock table gate');
    const sql = 'BEGIN;\ncreate table half (id int);\nlock table gate;\nCOMMIT;\n';
    const migrations = [...readMigrations(), { name: '29990101000001_gated', sql, checksum: '' }];
    const child = startChild('migrate', { url, migrations });
    let over = false;
    void child.exit.then(() => {
      over = true;
    });
    for (let waiting = 0; waiting === 0 && !over; ) {
      const locks =
        "select count(*)::int as n from pg_locks where relation = 'gate'::regclass and not granted";
      const { rows } = await gate.query<{ n: number }>(locks);
      waiting = rows[0]?.n ?? 0;
    }
    expect(over).toBe(false);
    await child.kill();
    await gate.query('rollback');
    expect(await migrate({ connection, migrations })).toEqual(['29990101000001_gated']);
    const { rows } = await gate.query("select to_regclass('half')::text as half");
    expect(rows).toEqual([{ half: 'half' }]);
    await gate.end();
  }, 60_000);
});
