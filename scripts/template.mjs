// Makes dist/template: the embedded database, brought to this version. Run by the build, after compiling.
import pg from 'pg';
import { migrateJobs } from '../dist/jobs/migrate-jobs.js';
import { makeTemplate } from '../dist/store/embedded/template.js';
import { migrate } from '../dist/store/migrate.js';

await makeTemplate(async (connection) => {
  await migrate({ connection });
  const pool = new pg.Pool({ ...connection, max: 3 });
  pool.on('error', () => undefined);
  pool.on('connect', () => undefined);
  await migrateJobs(pool);
  await pool.end();
});
