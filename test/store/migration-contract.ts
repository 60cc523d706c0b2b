import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { migrate } from '../../src/store/migrate.ts';
import { type Migration, readMigrations } from '../../src/store/migrations-folder.ts';
import { packageRoot } from '../../src/store/package-root.ts';
import { openSchemaEngine } from '../../src/store/schema-engine.ts';

/** A place with an empty database, and how to connect to it. */
export type EmptyDatabase = {
  readonly connection: pg.PoolConfig;
  readonly query: (sql: string) => Promise<readonly Record<string, unknown>[]>;
  readonly drop: () => Promise<void>;
};

const migration = (name: string, body: string): Migration => {
  const sql = `BEGIN;\n${body}\nCOMMIT;\n`;
  return { name, sql, checksum: '' };
};

/** What migrations do on every database. */
export function migrationContract(name: string, make: () => Promise<EmptyDatabase>): void {
  describe(`${name}: migrations`, () => {
    let database: EmptyDatabase;

    beforeAll(async () => {
      database = await make();
    }, 60_000);

    afterAll(async () => {
      await database.drop();
    });

    it('are applied once, in order, and add up to the schema', async () => {
      const { connection } = database;
      const names = readMigrations().map((one) => one.name);
      expect(names.length).toBeGreaterThan(0);
      expect(await migrate({ connection })).toEqual(names);
      expect(await migrate({ connection })).toEqual([]);
      const engine = await openSchemaEngine(connection);
      const schema = readFileSync(path.join(packageRoot(), 'prisma', 'schema.prisma'), 'utf8');
      const difference = await engine.difference(schema);
      await engine.close();
      expect(difference).toBe('');
    }, 30_000);

    it('are one transaction per file', () => {
      for (const { name: file, sql } of readMigrations()) {
        const statements = sql.replaceAll(/^\s*--.*$/gm, '').trim();
        expect({ file, begins: /^BEGIN;/i.test(statements), ends: /COMMIT;$/i.test(statements) }).toEqual({
          file,
          begins: true,
          ends: true,
        });
      }
    });

    it('leave nothing behind when one fails, say which, and go on when it is mended', async () => {
      const { connection, query } = database;
      const before = readMigrations();
      const bad = migration('29990101000001_bad', 'create table half (id int); select 1 / 0;');
      const after = migration('29990101000002_after', 'create table afterwards (id int);');
      await expect(migrate({ connection, migrations: [...before, bad, after] })).rejects.toMatchObject({
        code: 'migration_failed',
        message: expect.stringContaining('29990101000001_bad'),
      });
      expect(
        await query("select to_regclass('half') as half, to_regclass('afterwards') as afterwards"),
      ).toEqual([{ half: null, afterwards: null }]);
      const mended = migration('29990101000001_bad', 'create table half (id int);');
      expect(await migrate({ connection, migrations: [...before, mended, after] })).toEqual([
        '29990101000001_bad',
        '29990101000002_after',
      ]);
    }, 30_000);

    it('go on after a process was killed between beginning one and noting its end', async () => {
      const { connection, query } = database;
      await query(
        `insert into _prisma_migrations (id, checksum, migration_name, started_at, applied_steps_count)
         values ('killed', '', '29990101000003_killed', now(), 0)`,
      );
      const killed = migration('29990101000003_killed', 'create table killed (id int);');
      const applied = await migrate({ connection, migrations: [...readMigrations(), killed] });
      expect(applied).toEqual(['29990101000003_killed']);
    }, 30_000);
  });
}
