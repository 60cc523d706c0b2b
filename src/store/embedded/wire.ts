/**
 * The few facts of PostgreSQL's wire protocol (version 3) that sharing one backend needs: where a message ends, which
 * messages close a unit of work, and what state the backend is in afterwards.
 * https://www.postgresql.org/docs/18/protocol-message-formats.html
 */

/** One message of a client. `kind` is its type byte as a letter. */
export type ClientMessage = { readonly kind: string; readonly bytes: Buffer };

/** What a client may say before its first ordinary message. */
export type Greeting = 'startup' | 'encryption' | 'cancel';

export type ClientFrame = { readonly greeting: Greeting } | ClientMessage;

const sslRequest = 80_877_103;
const gssRequest = 80_877_104;
const cancelRequest = 80_877_102;

/** A message over this size is refused: the whole of it has to be held before the backend sees it. */
const largestMessage = 256 * 1024 * 1024;

/** Cuts a client's bytes into messages, however they were split on the way. Keeps what is not complete yet. */
export class ClientFrames {
  #parts: Buffer[] = [];
  #size = 0;
  #needed = 8;
  #greeted = false;

  /** Takes the next bytes and gives the messages they complete. Throws a RangeError on a length no client would send. */
  read(chunk: Buffer): ClientFrame[] {
    this.#parts.push(chunk);
    this.#size += chunk.length;
    if (this.#size < this.#needed) return [];
    const all = this.#parts.length === 1 ? chunk : Buffer.concat(this.#parts);
    const frames: ClientFrame[] = [];
    let at = 0;
    for (;;) {
      const head = this.#greeted ? 5 : 8;
      const left = all.length - at;
      this.#needed = left < head ? head : this.#length(all, at);
      if (left < this.#needed) break;
      frames.push(this.#frame(all.subarray(at, at + this.#needed)));
      at += this.#needed;
    }
    this.#parts = at < all.length ? [all.subarray(at)] : [];
    this.#size = all.length - at;
    return frames;
  }

  /** A greeting has no type byte; every later message has one, which its length does not count. */
  #length(all: Buffer, at: number): number {
    const length = this.#greeted ? 1 + all.readInt32BE(at + 1) : all.readInt32BE(at);
    const least = this.#greeted ? 5 : 8;
    if (length < least || length > largestMessage) throw new RangeError('a message of an impossible length');
    return length;
  }

  #frame(bytes: Buffer): ClientFrame {
    if (this.#greeted) return { kind: String.fromCharCode(bytes[0] ?? 0), bytes };
    const code = bytes.readInt32BE(4);
    if (code === sslRequest || code === gssRequest) return { greeting: 'encryption' };
    if (code === cancelRequest) return { greeting: 'cancel' };
    this.#greeted = true;
    return { greeting: 'startup' };
  }
}

/** Sync, a simple query and a function call are answered with ReadyForQuery: the unit is complete. */
const closing = new Set(['S', 'Q', 'F']);
/** Flush wants the answers so far, and leaves the unit open. */
const flush = 'H';
/** Data of a COPY. None is ever awaited here, and the protocol says to ignore it then. */
const copying = new Set(['d', 'c', 'f']);

export const endsUnit = (kind: string): boolean => closing.has(kind) || kind === flush;
export const isCopyData = (kind: string): boolean => copying.has(kind);
export const isGoodbye = (kind: string): boolean => kind === 'X';

/**
 * Why this message must not reach the one backend that all sessions share; nothing when it may. A named statement would
 * be seen by other sessions, and COPY FROM STDIN would wait for data inside the backend, which ends it.
 */
export function refusal({ kind, bytes }: ClientMessage): string | undefined {
  if (kind === 'P' && bytes[5] !== 0) return 'named prepared statements are not available here';
  if (kind !== 'P' && kind !== 'Q') return undefined;
  const from = kind === 'P' ? 6 : 5;
  if (!/^\s*copy\s/i.test(bytes.toString('latin1', from, from + 200))) return undefined;
  const copies = /^[^;]*\sfrom\s+stdin\b/i.test(bytes.toString('latin1', from));
  return copies ? 'COPY FROM STDIN is not available here' : undefined;
}

/** A simple query, as bytes. */
export function simpleQuery(sql: string): Uint8Array {
  const text = Buffer.from(`${sql}\0`, 'utf8');
  const bytes = new Uint8Array(5 + text.length);
  bytes[0] = 'Q'.charCodeAt(0);
  new DataView(bytes.buffer).setInt32(1, 4 + text.length);
  bytes.set(text, 5);
  return bytes;
}

/** A unit that fails with this reason, so that the backend itself says so and keeps its transaction state right. */
export const failingUnit = (reason: string): Uint8Array =>
  simpleQuery(
    `do $refused$ begin raise feature_not_supported using message = '${reason.replaceAll("'", "''")}'; end $refused$`,
  );

/** A disconnected session is rolled back; a Sync first, in case it left in the middle of a unit. */
export function rollbackUnit(): Uint8Array {
  const sync = Uint8Array.of('S'.charCodeAt(0), 0, 0, 0, 4);
  const rollback = simpleQuery('ROLLBACK');
  const unit = new Uint8Array(sync.length + rollback.length);
  unit.set(sync);
  unit.set(rollback, sync.length);
  return unit;
}

/** The bytes with which the server ends a session by itself. */
export function fatalError(sqlState: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${sqlState}\0M${message}\0\0`, 'utf8');
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(4 + fields.length, 1);
  return Buffer.concat([head, fields]);
}

export type Reply = {
  /** For the session that asked. */
  readonly own: Buffer;
  /** Notifications, which belong to every session that listens. */
  readonly notifications: readonly Buffer[];
  /** `open` while a transaction is, a failed one too, and while a unit is not complete. */
  readonly state: 'idle' | 'open';
};

const notification = 'A'.charCodeAt(0);
const readyForQuery = 'Z'.charCodeAt(0);
const idle = 'I'.charCodeAt(0);

/** Sorts what the backend answered to one unit. */
export function sortReply(bytes: Uint8Array): Reply {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const own: Buffer[] = [];
  const notifications: Buffer[] = [];
  let state: Reply['state'] = 'open';
  let from = 0;
  let at = 0;
  while (at + 5 <= all.length) {
    const end = at + 1 + all.readInt32BE(at + 1);
    if (all[at] === notification) {
      if (from < at) own.push(all.subarray(from, at));
      notifications.push(all.subarray(at, end));
      from = end;
    } else if (all[at] === readyForQuery) {
      state = all[at + 5] === idle ? 'idle' : 'open';
    }
    at = end;
  }
  if (from < all.length) own.push(all.subarray(from));
  return { own: own.length === 1 && own[0] ? own[0] : Buffer.concat(own), notifications, state };
}
