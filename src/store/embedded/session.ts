import { Duplex } from 'node:stream';
import { ClientFrames, endsUnit, failingUnit, fatalError, isCopyData, isGoodbye, refusal } from './wire.ts';

/** What a session needs from the multiplexer that owns it. */
export type SessionHost = {
  /** The session may have something to run, or room again for an answer. */
  readonly ready: (session: Session) => void;
  /** The session is over, however that came. Called once. */
  readonly gone: (session: Session) => void;
  /** What the backend said when it started: parameters, key, ready. */
  readonly welcome: () => Promise<Uint8Array>;
};

/** A client that sends more than this ahead of the backend has to wait. */
const aheadBytes = 1024 * 1024;

/**
 * One client's connection to the embedded database: what `pg` takes for a socket. It cuts what the client sends into
 * units (everything up to Sync, or one simple query) and holds them until the multiplexer runs them.
 */
export class Session extends Duplex {
  readonly #host: SessionHost;
  readonly #frames = new ClientFrames();
  #unit: Buffer[] = [];
  #refused: string | undefined;
  #units: Uint8Array[] = [];
  #ahead = 0;
  #resume: (() => void) | undefined;
  #roomForAnswer = true;
  #welcomed = false;
  #over = false;

  constructor(host: SessionHost) {
    super({ allowHalfOpen: false });
    this.#host = host;
  }

  /** Whether the session is over: nothing of it runs any more. */
  get over(): boolean {
    return this.#over;
  }

  /** Whether a unit can run now: there is one, and the client has taken the last answer. */
  get runnable(): boolean {
    return !this.#over && this.#roomForAnswer && this.#units.length > 0;
  }

  /** Takes the next unit out of the queue. */
  nextUnit(): Uint8Array | undefined {
    const unit = this.#units.shift();
    this.#ahead -= unit?.length ?? 0;
    if (this.#ahead < aheadBytes) {
      const resume = this.#resume;
      this.#resume = undefined;
      resume?.();
    }
    return unit;
  }

  /** Hands the client an answer. */
  deliver(bytes: Buffer): void {
    if (this.#over || bytes.length === 0) return;
    if (!this.push(bytes)) this.#roomForAnswer = false;
  }

  /** Hands the client a notification. One who has not been welcomed yet cannot have asked for any. */
  notify(bytes: Buffer): void {
    if (this.#welcomed) this.deliver(bytes);
  }

  /** Ends the session as a server does: an error, then the end. */
  terminate(sqlState: string, message: string): void {
    if (this.#over) return;
    this.push(fatalError(sqlState, message));
    this.push(null);
    this.#finish();
  }

  override _read(): void {
    if (this.#roomForAnswer) return;
    this.#roomForAnswer = true;
    if (this.runnable) this.#host.ready(this);
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    try {
      this.#accept(chunk);
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    if (this.runnable) this.#host.ready(this);
    if (this.#ahead < aheadBytes || this.#over) done();
    else this.#resume = done;
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#finish();
    done(error);
  }

  #accept(chunk: Buffer): void {
    for (const frame of this.#frames.read(chunk)) {
      if (this.#over) return;
      if ('greeting' in frame) {
        if (frame.greeting === 'startup') this.#welcome();
        else if (frame.greeting === 'encryption') this.push(Buffer.from('N'));
        else this.destroy();
        continue;
      }
      if (isGoodbye(frame.kind)) {
        this.destroy();
        return;
      }
      if (isCopyData(frame.kind)) continue;
      this.#refused ??= refusal(frame);
      this.#unit.push(frame.bytes);
      if (endsUnit(frame.kind)) this.#close();
    }
  }

  #close(): void {
    const unit =
      this.#refused === undefined ? new Uint8Array(Buffer.concat(this.#unit)) : failingUnit(this.#refused);
    this.#unit = [];
    this.#refused = undefined;
    this.#units.push(unit);
    this.#ahead += unit.length;
  }

  #welcome(): void {
    this.#host.welcome().then(
      (bytes) => {
        this.#welcomed = true;
        this.deliver(Buffer.from(bytes));
      },
      (error: unknown) => this.destroy(error instanceof Error ? error : new Error(String(error))),
    );
  }

  #finish(): void {
    if (this.#over) return;
    this.#over = true;
    this.#units = [];
    const resume = this.#resume;
    this.#resume = undefined;
    resume?.();
    this.#host.gone(this);
  }

  // The rest of what `pg` calls on a socket. There is no network here, and nothing to hold the process open.

  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}
