import { Session } from './session.ts';
import { rollbackUnit, sortReply } from './wire.ts';

/** The one backend: runs a unit of messages and gives everything it answered. It fails only when it is broken. */
export type Backend = {
  readonly welcome: () => Promise<Uint8Array>;
  readonly run: (unit: Uint8Array) => Promise<Uint8Array>;
};

export type MultiplexerOptions = {
  readonly backend: Backend;
  /** A transaction in which nothing happens for this long is rolled back, and its session ended. Milliseconds. */
  readonly idleInTransactionMs: number;
};

/**
 * Lets many clients share one PostgreSQL backend, which knows a single session.
 *
 * A unit (everything up to Sync, or one simple query) runs alone. A session whose transaction is open afterwards, also a
 * failed one, keeps the backend until it commits or rolls back, so that no other session's statement can get between;
 * the others wait in the order they came. A session that leaves in a transaction, or idles in one, is rolled back.
 *
 * Not shared safely, because the backend has one of each: session settings (SET), session advisory locks, temporary
 * tables, named prepared statements (these are refused). Notifications go to every session; `pg` ignores those of
 * channels nobody asked about.
 */
export class Multiplexer {
  readonly #backend: Backend;
  readonly #idleMs: number;
  readonly #sessions = new Set<Session>();
  /** Sessions with something to run, each once, first come first served. */
  readonly #waiting = new Set<Session>();
  #owner: Session | undefined;
  #running = false;
  #idle: NodeJS.Timeout | undefined;
  #broken: Error | undefined;

  constructor(options: MultiplexerOptions) {
    this.#backend = options.backend;
    this.#idleMs = options.idleInTransactionMs;
  }

  /** A new session, to be given to `pg` as its `stream`. */
  open(): Session {
    const session = new Session({
      ready: (one) => this.#enqueue(one),
      gone: (one) => this.#leave(one),
      welcome: () => this.#backend.welcome(),
    });
    this.#sessions.add(session);
    if (this.#broken) session.destroy(this.#broken);
    return session;
  }

  /** Ends every session with this error, and every later one. For a backend that is gone. */
  breakOff(error: Error): void {
    this.#broken = error;
    this.#owner = undefined;
    clearTimeout(this.#idle);
    for (const session of [...this.#sessions]) session.destroy(error);
  }

  #enqueue(session: Session): void {
    this.#waiting.add(session);
    void this.#pump();
  }

  #leave(session: Session): void {
    this.#sessions.delete(session);
    this.#waiting.delete(session);
    if (this.#owner === session) void this.#pump();
  }

  async #pump(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    clearTimeout(this.#idle);
    try {
      while (!this.#broken) {
        if (this.#owner?.over) {
          this.#owner = undefined;
          await this.#backend.run(rollbackUnit());
          continue;
        }
        const session = this.#next();
        if (!session) break;
        await this.#serve(session);
      }
    } catch (error) {
      this.breakOff(error instanceof Error ? error : new Error(String(error)));
    } finally {
      this.#running = false;
    }
    const owner = this.#owner;
    if (!owner) return;
    this.#idle = setTimeout(() => {
      owner.terminate('25P03', 'terminating connection due to idle-in-transaction timeout');
    }, this.#idleMs);
    this.#idle.unref();
  }

  #next(): Session | undefined {
    if (this.#owner) return this.#owner.runnable ? this.#owner : undefined;
    for (const session of this.#waiting) if (session.runnable) return session;
    return undefined;
  }

  async #serve(session: Session): Promise<void> {
    this.#waiting.delete(session);
    const unit = session.nextUnit();
    if (!unit) return;
    const reply = sortReply(await this.#backend.run(unit));
    this.#owner = reply.state === 'open' ? session : undefined;
    for (const bytes of reply.notifications) for (const one of this.#sessions) one.notify(bytes);
    session.deliver(reply.own);
    if (session.runnable) this.#waiting.add(session);
  }
}
