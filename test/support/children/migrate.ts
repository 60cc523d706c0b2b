// Applies these migrations to a server.
import { migrate } from '../../../src/store/migrate.ts';
import type { Migration } from '../../../src/store/migrations-folder.ts';

const { url, migrations }: { url: string; migrations: Migration[] } = JSON.parse(process.argv[2] ?? '');
await migrate({ connection: { connectionString: url }, migrations });
