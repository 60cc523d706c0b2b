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
  let current = start();

  function start(): { readonly backend: BackendWorker; readonly multiplexer: Multiplexer } {
    const startedAt = performance.now();
    let started = false;
    const backend = startBackendWorker(options.folder);
    const multiplexer = new Multiplexer({ backend, idleInTransactionMs: options.idleInTransactionMs });
    backend.welcome().then(
      () => {
        started = true;
      },
      () => undefined,
    );
    void backend.ended.then((error) => {
      multiplexer.breakOff(error ?? new Error('the embedded database is closed'));
      // Whoever waits for its start is told of a start that fails.
      if (closing || !error || !started) return;
      shortLives = performance.now() - startedAt < shortLifeMs ? shortLives + 1 : 0;
      const final = shortLives >= mostShortLives;
      if (!final) current = start();
      options.onBroken?.(error, { final });
    });
    return { backend, multiplexer };
  }

  return {
    connect: () => current.multiplexer.open(),
    async ready() {
      await current.backend.welcome();
    },
    async close() {
      closing = true;
      await current.backend.close();
    },
  };
}

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
