import { describe, expect, it } from '@jest/globals';
import { type Backend, Multiplexer } from '../../src/store/embedded/multiplexer.ts';
import type { Session } from '../../src/store/embedded/session.ts';
import { simpleQuery } from '../../src/store/embedded/wire.ts';

const frame = (kind: string, body: Uint8Array = Buffer.alloc(0)): Buffer => {
  const head = Buffer.alloc(5);
  head.write(kind);
  head.writeInt32BE(4 + body.length, 1);
  return Buffer.concat([head, body]);
};
const text = (value: string): Buffer => Buffer.from(`${value}\0`);
const answer = (words: string, status: 'I' | 'T' | 'E'): Buffer =>
  Buffer.concat([frame('C', text(words)), frame('Z', Buffer.from(status))]);
const query = (sql: string): Buffer => Buffer.from(simpleQuery(sql));
const parse = (name: string, sql: string): Buffer =>
  frame('P', Buffer.concat([text(name), text(sql), Buffer.alloc(2)]));
const sync = frame('S');
const startup = (() => {
  const bytes = Buffer.alloc(9);
  bytes.writeInt32BE(9, 0);
  bytes.writeInt32BE(196_608, 4);
  return bytes;
})();

/** What the SQL in a unit says, or the letters of its messages when it is not a simple query. */
function said(unit: Uint8Array): string {
  const bytes = Buffer.from(unit);
  let letters = '';
  for (let at = 0; at < bytes.length; at += 1 + bytes.readInt32BE(at + 1)) {
    const kind = String.fromCharCode(bytes[at] ?? 0);
    if (kind === 'Q') letters += bytes.toString('utf8', at + 5, at + bytes.readInt32BE(at + 1));
    else letters += kind;
  }
  return letters;
}

/** A backend that notes what it is given, and answers when the test lets it. */
function fakeBackend() {
  const ran: string[] = [];
  let inTransaction = false;
  let hold: Promise<void> | undefined;
  const notify: Buffer[] = [];
  const backend: Backend = {
    welcome: async () => Buffer.concat([frame('R', Buffer.alloc(4)), frame('Z', Buffer.from('I'))]),
    async run(unit) {
      await hold;
      const words = said(unit);
      ran.push(words);
      if (words === 'die') throw new Error('the backend died');
      if (words === 'begin') inTransaction = true;
      if (/commit|ROLLBACK/.test(words)) inTransaction = false;
      if (words.endsWith('H')) return frame('1');
      if (words === 'big') return Buffer.concat([frame('D', Buffer.alloc(200_000)), answer('big', 'I')]);
      return Buffer.concat([...notify.splice(0), answer(words, inTransaction ? 'T' : 'I')]);
    },
  };
  return {
    backend,
    ran,
    notify: (words: string) =>
      notify.push(frame('A', Buffer.concat([Buffer.alloc(4), text('news'), text(words)]))),
    pause() {
      let resume = (): void => undefined;
      hold = new Promise((resolve) => {
        resume = resolve;
      });
      return resume;
    },
  };
}

function setUp(idleInTransactionMs = 5000) {
  const fake = fakeBackend();
  const multiplexer = new Multiplexer({ backend: fake.backend, idleInTransactionMs });
  const connect = async (): Promise<Session> => {
    const session = multiplexer.open();
    session.on('error', () => undefined);
    session.write(startup);
    await heard(session, 'Z');
    return session;
  };
  return { ...fake, multiplexer, connect };
}

/** Reads until a message of this kind has come; gives the kinds and texts of all that came. */
function heard(session: Session, until: string): Promise<string[]> {
  return new Promise((resolve) => {
    const got: string[] = [];
    const read = (bytes: Buffer): void => {
      for (let at = 0; at + 5 <= bytes.length; at += 1 + bytes.readInt32BE(at + 1)) {
        const kind = String.fromCharCode(bytes[at] ?? 0);
        got.push(kind === 'C' ? bytes.toString('utf8', at + 5, at + bytes.readInt32BE(at + 1)) : kind);
        if (kind === until) {
          session.off('data', read);
          session.pause();
          resolve(got);
        }
      }
    };
    session.on('data', read);
    session.resume();
  });
}

const closed = (session: Session): Promise<void> =>
  new Promise((resolve) => session.once('close', () => resolve()));

describe('the multiplexer', () => {
  it('runs everything up to Sync as one unit, however the bytes are split', async () => {
    const { connect, ran } = setUp();
    const session = await connect();
    const unit = Buffer.concat([
      parse('', 'select 1'),
      frame('B', Buffer.alloc(8)),
      frame('E', Buffer.alloc(5)),
      sync,
    ]);
    const answered = heard(session, 'Z');
    for (const byte of unit) session.write(Buffer.from([byte]));
    expect(await answered).toEqual(['PBES', 'Z']);
    session.write(Buffer.concat([unit, query('select 2'), unit]));
    await heard(session, 'Z')
      .then(() => heard(session, 'Z'))
      .then(() => heard(session, 'Z'));
    expect(ran).toEqual(['PBES', 'PBES', 'select 2', 'PBES']);
  });

  it('lets nobody between the statements of a transaction, and serves the others in the order they came', async () => {
    const { connect, ran } = setUp();
    const [a, b, c] = [await connect(), await connect(), await connect()];
    a.write(query('begin'));
    await heard(a, 'Z');
    b.write(query('b'));
    c.write(query('c'));
    a.write(query('a in transaction'));
    await heard(a, 'Z');
    const others = Promise.all([heard(b, 'Z'), heard(c, 'Z')]);
    a.write(query('commit'));
    a.write(query('a after'));
    await others;
    await heard(a, 'Z').then(() => heard(a, 'Z'));
    expect(ran).toEqual(['begin', 'a in transaction', 'commit', 'b', 'c', 'a after']);
  });

  it('takes turns between sessions that all have a lot to do', async () => {
    const { connect, ran, pause } = setUp();
    const sessions = [await connect(), await connect()];
    const resume = pause();
    for (const [index, session] of sessions.entries()) {
      session.write(Buffer.concat([query(`${index}`), query(`${index}`), query(`${index}`)]));
    }
    const all = Promise.all(
      sessions.map((session) =>
        heard(session, 'Z')
          .then(() => heard(session, 'Z'))
          .then(() => heard(session, 'Z')),
      ),
    );
    resume();
    await all;
    expect(ran).toEqual(['0', '1', '0', '1', '0', '1']);
  });

  it('keeps the backend for a unit that was flushed and is not complete', async () => {
    const { connect, ran } = setUp();
    const [a, b] = [await connect(), await connect()];
    a.write(Buffer.concat([parse('', 'select 1'), frame('H')]));
    await heard(a, '1');
    b.write(query('b'));
    a.write(sync);
    await Promise.all([heard(a, 'Z'), heard(b, 'Z')]);
    expect(ran).toEqual(['PH', 'S', 'b']);
  });

  it('rolls back when a session leaves in a transaction, and lets the next one in', async () => {
    const { connect, ran } = setUp();
    const [a, b] = [await connect(), await connect()];
    a.write(query('begin'));
    await heard(a, 'Z');
    b.write(query('b'));
    a.write(frame('X'));
    await heard(b, 'Z');
    expect(ran).toEqual(['begin', 'SROLLBACK', 'b']);
  });

  it('ends a session that idles in a transaction, telling it why', async () => {
    const { connect, ran } = setUp(20);
    const [a, b] = [await connect(), await connect()];
    a.write(query('begin'));
    await heard(a, 'Z');
    b.write(query('b'));
    const [told] = await Promise.all([heard(a, 'E'), heard(b, 'Z')]);
    expect(told).toEqual(['E']);
    expect(ran).toEqual(['begin', 'SROLLBACK', 'b']);
  });

  it('tells every session of a notification, between its own answers', async () => {
    const { connect, notify } = setUp();
    const [a, b] = [await connect(), await connect()];
    notify('something');
    const other = heard(b, 'A');
    a.write(query('notify'));
    expect(await heard(a, 'Z')).toEqual(['A', 'notify', 'Z']);
    expect(await other).toEqual(['A']);
  });

  it('runs nothing more for a client that does not take its answers', async () => {
    const { connect, ran } = setUp();
    const [slow, other] = [await connect(), await connect()];
    slow.write(Buffer.concat([query('big'), query('next')]));
    other.write(query('other'));
    await heard(other, 'Z');
    other.write(query('again'));
    await heard(other, 'Z');
    expect(ran).toEqual(['big', 'other', 'again']);
    await heard(slow, 'Z');
    await heard(slow, 'Z');
    expect(ran).toEqual(['big', 'other', 'again', 'next']);
  });

  it('has a client wait that sends far ahead', async () => {
    const { connect, pause } = setUp();
    const session = await connect();
    const resume = pause();
    const much = query('x'.repeat(300_000));
    for (let n = 0; n < 8; n += 1) session.write(much);
    expect(session.writableNeedDrain).toBe(true);
    const drained = new Promise<void>((resolve) => session.once('drain', () => resolve()));
    session.resume();
    resume();
    await drained;
  });

  it('refuses what would harm the other sessions, and stays usable', async () => {
    const { connect, ran } = setUp();
    const session = await connect();
    session.write(Buffer.concat([parse('mine', 'select 1'), sync]));
    await heard(session, 'Z');
    session.write(query(' COPY entry (id) FROM STDIN'));
    await heard(session, 'Z');
    session.write(
      Buffer.concat([frame('d', text('1')), frame('c'), query("insert into t values ('copy x from stdin')")]),
    );
    await heard(session, 'Z');
    expect(ran).toEqual([
      expect.stringContaining('named prepared statements are not available here'),
      expect.stringContaining('COPY FROM STDIN is not available here'),
      "insert into t values ('copy x from stdin')",
    ]);
  });

  it('ends every session when the backend dies, and those that come later', async () => {
    const { connect, multiplexer } = setUp();
    const [a, b] = [await connect(), await connect()];
    const ends = Promise.all([closed(a), closed(b)]);
    a.write(query('die'));
    await ends;
    const late = multiplexer.open();
    const error = new Promise<Error>((resolve) => late.once('error', resolve));
    expect((await error).message).toBe('the backend died');
  });

  it('ends a session that sends nonsense, and no other', async () => {
    const { connect } = setUp();
    const [a, b] = [await connect(), await connect()];
    const end = closed(a);
    a.write(Buffer.from([0x51, 0xff, 0xff, 0xff, 0xff, 0]));
    await end;
    b.write(query('fine'));
    expect(await heard(b, 'Z')).toEqual(['fine', 'Z']);
  });

  it('answers that there is no encryption, and goes on without', async () => {
    const { multiplexer } = setUp();
    const session = multiplexer.open();
    const request = Buffer.alloc(8);
    request.writeInt32BE(8, 0);
    request.writeInt32BE(80_877_103, 4);
    const first = new Promise<string>((resolve) =>
      session.once('data', (bytes: Buffer) => resolve(bytes.toString())),
    );
    session.write(request);
    expect(await first).toBe('N');
    session.write(startup);
    expect(await heard(session, 'Z')).toEqual(['R', 'Z']);
  });
});
