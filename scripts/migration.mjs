// Writes the migration that turns what the migrations add up to into what prisma/schema.prisma says.
// `npm run migration -- add-playbooks`
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildOrExit } from './build.mjs';
import { cache, root } from './fingerprint.mjs';

const name = process.argv[2] ?? '';
if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
  console.error('Give the migration a name: npm run migration -- what-it-does');
  process.exit(1);
}

await buildOrExit();
const { startEmbeddedServer, embeddedConnection } = await import('../dist/store/embedded/embedded-server.js');
const { migrate } = await import('../dist/store/migrate.js');
const { openSchemaEngine } = await import('../dist/store/schema-engine.js');

const folder = path.join(cache, 'migration-database');
rmSync(folder, { recursive: true, force: true });
const server = startEmbeddedServer({ folder, idleInTransactionMs: 60_000 });
const connection = embeddedConnection(server);
await migrate({ connection });
const engine = await openSchemaEngine(connection);
const sql = await engine.difference(readFileSync(path.join(root, 'prisma/schema.prisma'), 'utf8'));
await engine.close();
await server.close();
rmSync(folder, { recursive: true, force: true });

if (sql === '') {
  console.log('The migrations add up to the schema already: nothing to write.');
} else {
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const target = path.join(root, 'prisma/migrations', `${stamp}_${name.replaceAll('-', '_')}`);
  mkdirSync(target, { recursive: true });
  // One transaction, so that a process killed in the middle leaves nothing half done.
  writeFileSync(path.join(target, 'migration.sql'), `BEGIN;\n\n${sql}\n\nCOMMIT;\n`);
  console.log(`Wrote ${path.relative(root, target)}/migration.sql. Read it before you commit it.`);
}
