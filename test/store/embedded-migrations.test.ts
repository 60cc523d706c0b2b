import { rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { embeddedConnection, startEmbeddedServer } from '../../src/store/embedded/embedded-server.ts';
import { embedded } from '../support/databases.ts';
import { migrationContract } from './migration-contract.ts';

migrationContract('the embedded database', async () => {
  const place = await embedded();
  const server = startEmbeddedServer({
    folder: path.join(place.dataDir, 'empty'),
    idleInTransactionMs: 5000,
  });
  const connection = embeddedConnection(server);
  const pool = new pg.Pool(connection);
  return {
    connection,
    query: async (sql) => (await pool.query(sql)).rows,
    async drop() {
      await pool.end();
      await server.close();
      rmSync(place.dataDir, { recursive: true, force: true });
    },
  };
});
