// Twenty writers on an embedded database. Prints the id of each row once its transaction is committed.
import pg from 'pg';
import { embeddedConnection, startEmbeddedServer } from '../../../src/store/embedded/embedded-server.ts';
import { lockFolder } from '../../../src/store/embedded/folder-lock.ts';

const { dataDir, round }: { dataDir: string; round: number } = JSON.parse(process.argv[2] ?? '');
await lockFolder(dataDir);
const server = startEmbeddedServer({ folder: `${dataDir}/postgres`, idleInTransactionMs: 5000 });
const pool = new pg.Pool({ ...embeddedConnection(server), max: 20 });

async function write(writer: number): Promise<void> {
  for (let n = 0; ; n += 1) {
    const id = `${round}-${writer}-${n}`;
    const client = await pool.connect();
    await client.query('begin');
    await client.query('insert into kept values ($1)', [id]);
    await client.query('update tally set n = n + 1');
    await client.query('commit');
    client.release();
    process.stdout.write(`${id}\n`);
  }
}

await Promise.all(Array.from({ length: 20 }, (_, writer) => write(writer)));
