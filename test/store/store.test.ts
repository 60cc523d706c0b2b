import { migrateJobs } from '../../src/jobs/migrate-jobs.ts';
import { createStore } from '../../src/store/repositories/store.ts';
import { embedded, server, type TestDatabase } from '../support/databases.ts';
import { type MakeStore, storeContract } from './store-contract.ts';

const on =
  (make: () => Promise<TestDatabase>): MakeStore =>
  async (clock) => {
    const place = await make();
    const database = await place.open();
    await migrateJobs(database.pgPool);
    return {
      store: createStore(database.prisma, clock),
      async jobs() {
        const { rows } = await database.pgPool.query<{ key: string; run_at: Date }>(
          'select key, run_at from graphile_worker.jobs where key is not null',
        );
        return rows.map((row) => ({ key: row.key, at: row.run_at.getTime() }));
      },
      close: () => place.drop(),
    };
  };

storeContract('the embedded database', on(embedded));
storeContract('a PostgreSQL server', on(server));
