// Opens a database as the product does, prints what came of it, and closes it.
import { pino } from 'pino';
import { migrateJobs } from '../../../src/jobs/migrate-jobs.ts';
import { openDatabase } from '../../../src/store/database.ts';

const options: { url?: string; dataDir: string } = JSON.parse(process.argv[2] ?? '');
try {
  const database = await openDatabase({ ...options, log: pino({ level: 'silent' }) });
  await migrateJobs(database.pgPool);
  await database.close();
  process.stdout.write('opened\n');
} catch (error) {
  process.stdout.write(`${error instanceof Error && 'code' in error ? error.code : error}\n`);
}
