import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { pino } from 'pino';
import { isBusy } from '../../src/store/busy.ts';
import { openDatabase } from '../../src/store/database.ts';
import { server, type TestDatabase } from '../support/databases.ts';

const log = pino({ level: 'silent' });

/** Everything an error would show when it is logged or printed, without its causes. */
const shown = (error: unknown): string => (error instanceof Error ? `${error.message}` : String(error));

async function failure(url: string): Promise<{ code: unknown; text: string }> {
  try {
    const database = await openDatabase({ url, dataDir: '', log });
    await database.close();
    return { code: 'none', text: '' };
  } catch (error) {
    return { code: error instanceof Error && 'code' in error ? error.code : undefined, text: shown(error) };
  }
}

describe('a database server', () => {
  let place: TestDatabase;

  beforeAll(async () => {
    place = await server();
  }, 30_000);

  afterAll(async () => {
    await place.drop();
  });

  const changed = (change: (url: URL) => void): string => {
    const url = new URL(place.url ?? '');
    change(url);
    return url.href;
  };

  it('that is not there, refuses, or lacks the database is told apart, without its address or password', async () => {
    const cases = {
      unreachable: changed((url) => {
        url.port = '1';
      }),
      refused: changed((url) => {
        url.password = 'wrong-secret';
      }),
      missing: changed((url) => {
        url.pathname = '/no-such-database';
      }),
      url_invalid: 'localhost:5432/oops?password=wrong-secret',
    };
    for (const [code, url] of Object.entries(cases)) {
      const { code: got, text } = await failure(url);
      expect(got).toBe(code);
      expect(text).toMatch(/^[^\n]+\.$/);
      expect(text).not.toMatch(/wrong-secret|no-such-database|127\.0\.0\.1/);
    }
  }, 30_000);

  it('without a password in DATABASE_URL is one that refuses', async () => {
    const { code } = await failure(
      changed((url) => {
        url.password = '';
      }),
    );
    expect(code).toBe('refused');
  });

  it('may lose every connection: the next query makes a new one', async () => {
    const database = await place.open();
    const admin = new pg.Client(place.url);
    await admin.connect();
    const lost = new Promise<void>((resolve) => database.pgPool.once('error', () => resolve()));
    await database.pgPool.query('select 1');
    await admin.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await lost;
    await admin.end();
    await expect(database.pgPool.query('select 1 as n')).resolves.toMatchObject({ rows: [{ n: 1 }] });
    await expect(database.prisma.workspace.count()).resolves.toBe(0);
  }, 30_000);

  it('has nobody wait long for what another transaction holds, and says that nothing was saved', async () => {
    const database = await place.open({ lockTimeoutMs: 100, idleInTransactionMs: 60_000 });
    const holder = await database.pgPool.connect();
    await holder.query('begin; lock table "Workspace"');
    const outcomes = await Promise.allSettled(
      Array.from({ length: 15 }, (_, n) =>
        database.prisma.$transaction((tx) => tx.workspace.create({ data: { team: `T${n}` } }), {
          maxWait: 50,
        }),
      ),
    );
    await holder.query('rollback');
    holder.release();
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && isBusy(outcome.reason))).toEqual(
      Array.from({ length: 15 }, () => true),
    );
    await expect(database.prisma.workspace.count()).resolves.toBe(0);
    await expect(database.prisma.workspace.create({ data: { team: 'T' } })).resolves.toMatchObject({
      team: 'T',
    });
  }, 30_000);

  it('ends a statement that runs for too long', async () => {
    const database = await place.open({ statementTimeoutMs: 50 });
    await expect(database.pgPool.query('select pg_sleep(10)')).rejects.toMatchObject({ code: '57014' });
  }, 30_000);
});
