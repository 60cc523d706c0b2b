// The embedded PostgreSQL, in a thread of its own so that a heavy query does not hold up the rest of the process.
// Plain JavaScript, so that a worker can load it in whatever way the rest was started (compiled, tsx, jest).
//
// In:  { id, unit }  run these bytes       { id, close: true }  close cleanly
// Out: { ready: welcome }  { id, answer }  { id, closed: true }  { broken: message }

import { fsyncSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** @typedef {{ folder: string }} Start */

const port = parentPort;
if (!port) throw new Error('this file is a worker');
const { folder } = /** @type {Start} */ (workerData);

// Without -F, which would switch fsync off; and with the one of the calls for it that can be made to work here.
const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['-c', 'wal_sync_method=fsync', '-c', 'shared_buffers=32MB', '-c', 'jit=off'],
];

/** WASI's number for an input or output error. */
const inputOutputError = 29;

/** The file system of Node, which on its own takes fsync for done without asking the disk. */
class SyncedNodeFS extends NodeFS {
  /** @param {Parameters<NodeFS['init']>[0]} pg @param {Parameters<NodeFS['init']>[1]} options */
  async init(pg, options) {
    const { emscriptenOpts } = await super.init(pg, options);
    const sync = (/** @type {{ NODEFS: any }} */ { NODEFS }) => {
      NODEFS.stream_ops.fsync = (/** @type {{ nfd: number }} */ { nfd }) => {
        try {
          fsyncSync(nfd);
          return 0;
        } catch {
          return inputOutputError;
        }
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), sync] } };
  }
}

/** @param {Uint8Array[]} chunks */
function joined(chunks) {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** @param {PGlite} database @param {Uint8Array} unit */
async function run(database, unit) {
  /** @type {Uint8Array[]} */
  const chunks = [];
  // What the backend hands over is a view of its own memory, which it goes on using.
  await database.execProtocolRawStream(unit, { onRawData: (bytes) => void chunks.push(bytes.slice()) });
  return joined(chunks);
}

/** The first message of a client, protocol 3.0, as user and database `postgres`. */
function startupMessage() {
  const text = Buffer.from('user\0postgres\0database\0postgres\0client_encoding\0UTF8\0\0');
  const bytes = new Uint8Array(8 + text.length);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, bytes.length);
  view.setInt32(4, 196_608);
  bytes.set(text, 8);
  return bytes;
}

/**
 * Whatever PGlite throws; when the backend has ended, that is no Error.
 * @param {unknown} error
 */
function broken(error) {
  const told = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  port?.postMessage({ broken: String(told) });
}

try {
  // Small WAL files make a new folder small and quick to copy. Only a new folder takes heed of this.
  const initDbStartParams = ['--wal-segsize=1'];
  const database = await PGlite.create({ fs: new SyncedNodeFS(folder), startParams, initDbStartParams });
  const welcome = await run(database, startupMessage());
  port.on('message', async ({ id, unit, close }) => {
    try {
      if (close) {
        await database.close();
        port.postMessage({ id, closed: true });
        port.close();
        return;
      }
      const answer = await run(database, unit);
      port.postMessage({ id, answer }, [answer.buffer]);
    } catch (error) {
      broken(error);
    }
  });
  port.postMessage({ ready: welcome });
} catch (error) {
  broken(error);
}
