import type { Duplex } from 'node:stream';
import type pg from 'pg';
import { type BackendWorker, startBackendWorker } from './backend-worker.ts';
import { Multiplexer } from './multiplexer.ts';

export type EmbeddedServerOptions = {
  /** The folder of the database itself. Its lock is the caller's. */
  readonly folder: string;
  readonly idleInTransactionMs: number;
  /** The backend ended by itself. It has been started again, unless `final`. */
  readonly onBroken?: (error: Error, outcome: { readonly final: boolean }) => void;
};

/** The embedded PostgreSQL, seen from a client. */
export type EmbeddedServer = {
  /** A new connection, for `pg`'s option `stream`. */
  readonly connect: () => Duplex;
  /** Waits until the backend answers. Throws what kept it from starting. */
  readonly ready: () => Promise<void>;
  /** Ends every session and closes the database cleanly. */
  readonly close: () => Promise<void>;
};

/** A backend that ends so often by itself, so soon after its start, is not started again. */
const shortLifeMs = 60_000;
const mostShortLives = 3;

/**
 * Starts PostgreSQL in a thread of this process, on a folder. Like a server it comes back when its backend dies: open
 * sessions end with an error, what was committed is there, and new connections reach the new backend.
 */
export function startEmbeddedServer(options: EmbeddedServerOptions): EmbeddedServer {
  let closing = false;
  let shortLives = 0;
  let current = start(Promise.resolve());

  /** A thread on the folder, as soon as the one before has let go of it. Sessions may be opened at once. */
  function start(before: Promise<void>): Incarnation {
    let startedAt: number | undefined;
    let failed: Error | undefined;
    const onFailure = (error: Error): void => {
      failed = error;
      // Whoever waits for its start is told of a start that fails.
      if (closing || startedAt === undefined) return;
      shortLives = performance.now() - startedAt < shortLifeMs ? shortLives + 1 : 0;
      const final = shortLives >= mostShortLives;
      if (!final) current = start(worker.then(({ ended }) => ended));
      options.onBroken?.(error, { final });
    };
    const worker = before.then(() => startBackendWorker(options.folder, onFailure));
    const welcome = worker.then(async (backend) => {
      const bytes = await backend.welcome();
      startedAt ??= performance.now();
      return bytes;
    });
    welcome.catch(() => undefined);
    const multiplexer = new Multiplexer({
      backend: { welcome: () => welcome, run: async (unit) => (await worker).run(unit) },
      idleInTransactionMs: options.idleInTransactionMs,
    });
    void worker
      .then(({ ended }) => ended)
      .then(() => multiplexer.breakOff(failed ?? new Error('the embedded database is closed')));
    return { worker, welcome, multiplexer };
  }

  return {
    connect: () => current.multiplexer.open(),
    async ready() {
      await current.welcome;
    },
    async close() {
      closing = true;
      await (await current.worker).close();
    },
  };
}

type Incarnation = {
  readonly worker: Promise<BackendWorker>;
  readonly welcome: Promise<Uint8Array>;
  readonly multiplexer: Multiplexer;
};

/** What `pg` needs to reach an embedded server. Nothing is taken from PG… variables of the environment. */
export function embeddedConnection(server: EmbeddedServer): pg.PoolConfig {
  return {
    user: 'postgres',
    database: 'postgres',
    password: '',
    host: 'embedded',
    port: 5432,
    ssl: false,
    stream: () => server.connect(),
  };
}
