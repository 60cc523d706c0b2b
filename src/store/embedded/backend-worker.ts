import { Worker } from 'node:worker_threads';
import type { Backend } from './multiplexer.ts';

/** The worker's messages: see `backend-thread.mjs`. */
type FromThread =
  | { readonly ready: Uint8Array }
  | { readonly id: number; readonly answer: Uint8Array }
  | { readonly id: number; readonly closed: true }
  | { readonly broken: string };

type Pending = { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (error: Error) => void };

export type BackendWorker = Backend & {
  /** Closes the database cleanly and ends the thread. Runs after every unit given before. */
  readonly close: () => Promise<void>;
  /** Settles when the thread has ended, and its folder is free. */
  readonly ended: Promise<void>;
};

/**
 * Starts a thread with the embedded PostgreSQL on a folder, which it makes a database of if it is empty. Gives it back at
 * once; what is asked of it waits until it is ready, and fails if it cannot be. `onFailure` is called, before anything
 * fails, when it ends without having been asked to.
 */
export function startBackendWorker(folder: string, onFailure: (error: Error) => void): BackendWorker {
  // No flags of this process: a loader or an inspector port has no business in the thread.
  const worker = new Worker(new URL('./backend-thread.mjs', import.meta.url), {
    workerData: { folder },
    execArgv: [],
    name: 'embedded-postgres',
  });
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let failure: Error | undefined;
  let closing = false;

  const welcome = new Promise<Uint8Array>((resolve, reject) => {
    pending.set(0, { resolve, reject });
  });
  welcome.catch(() => undefined);

  const settle = (id: number, bytes: Uint8Array): void => {
    pending.get(id)?.resolve(bytes);
    pending.delete(id);
  };

  const fail = (error: Error): void => {
    if (!failure && !closing) onFailure(error);
    failure ??= error;
    for (const { reject } of pending.values()) reject(failure);
    pending.clear();
  };

  worker.on('message', (message: FromThread) => {
    if ('ready' in message) settle(0, message.ready);
    else if ('answer' in message) settle(message.id, message.answer);
    else if ('closed' in message) settle(message.id, new Uint8Array());
    else {
      fail(new Error(`the embedded database stopped: ${message.broken}`));
      void worker.terminate();
    }
  });
  worker.on('error', (error: Error) => fail(error));
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      fail(new Error('the embedded database has stopped'));
      resolve();
    });
  });

  const ask = (message: object, transfer: ArrayBuffer[] = []): Promise<Uint8Array> => {
    if (failure) return Promise.reject(failure);
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject });
      worker.postMessage({ id, ...message }, transfer);
    });
  };

  return {
    welcome: () => welcome,
    async run(unit) {
      await welcome;
      const { buffer } = unit;
      return ask(
        { unit },
        buffer instanceof ArrayBuffer && buffer.byteLength === unit.byteLength ? [buffer] : [],
      );
    },
    async close() {
      closing = true;
      await welcome.then(() => ask({ close: true })).catch(() => worker.terminate());
      await ended;
    },
    ended,
  };
}
