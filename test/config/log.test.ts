import { describe, expect, it } from '@jest/globals';
import { createLogger, type LoggerSettings, readableLine } from '../../src/log.ts';

const SECRETS = ['xoxb-123-abc', 'xapp-1-A', 'hunter2', 's3cr3t'];
const WORDS = 'i dropped the users table';

function listen(settings: Partial<LoggerSettings> = {}) {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  return { lines, log: createLogger({ level: 'debug', destination, ...settings }) };
}

function expectNothingPrivate(lines: readonly string[]) {
  const all = lines.join('\n');
  for (const piece of [...SECRETS, WORDS, 'dropped']) expect(all).not.toContain(piece);
}

describe('createLogger', () => {
  it('writes one line of JSON with level, time and message', () => {
    const { lines, log } = listen();
    log.info({ incidentId: 'i-1', attempts: 3 }, 'page sent');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 30,
      time: expect.any(String),
      msg: 'page sent',
      incidentId: 'i-1',
      attempts: 3,
    });
  });

  it('adds what the mixin gives to each line', () => {
    let correlationId = 'c-1';
    const { lines, log } = listen({ mixin: () => ({ correlationId }) });
    log.info('first');
    correlationId = 'c-2';
    log.child({ part: 'jobs' }).info('second');
    expect(lines.map((line) => JSON.parse(line).correlationId)).toEqual(['c-1', 'c-2']);
  });

  it('leaves out what is below the level', () => {
    const { lines, log } = listen({ level: 'warn' });
    log.info('no');
    log.warn('yes');
    expect(lines).toHaveLength(1);
  });

  it('shows no secret and no word of a person from a logged object', () => {
    const { lines, log } = listen();
    log.info({
      token: 'xoxb-123-abc',
      botToken: 'hunter2',
      bot_token: 'hunter2',
      SLACK_SIGNING_SECRET: 's3cr3t',
      headers: { authorization: 'Bearer hunter2', 'x-slack-signature': 's3cr3t', cookie: 's3cr3t' },
      databaseUrl: 'postgres://u:hunter2@db/x',
      url: 'postgres://u:hunter2@db/x',
      text: WORDS,
      event: { text: WORDS, blocks: [{ elements: [{ text: WORDS }] }], thread_ts: '1.2' },
      words: { firstMessage: { anything: [WORDS] } },
      view: { state: { values: { a: { b: { value: WORDS } } } } },
      view_submission: { state: { values: { a: { b: { value: WORDS } } } } },
      deep: { deeper: [{ initialText: WORDS, note: WORDS }] },
      response_url: 'https://hooks.slack.com/commands/T1/s3cr3t',
      hook: 'https://hooks.slack.com/services/T1/s3cr3t',
      list: ['xapp-1-A'],
    });
    expectNothingPrivate(lines);
    expect(lines[0]).toContain('1.2');
  });

  it('keeps numbers and booleans under private keys, and objects called context', () => {
    const { lines, log } = listen();
    log.info({ text: 12, hasText: true, context: { team: 'T1' }, state: 'queued' });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      text: 12,
      hasText: true,
      context: { team: 'T1' },
      state: 'queued',
    });
  });

  it('shows nothing private from errors, their causes and their extra fields', () => {
    const { lines, log } = listen();
    const cause = Object.assign(new Error('refused xoxb-123-abc'), { code: 'E1', data: { text: WORDS } });
    const error = Object.assign(new Error('could not post', { cause }), {
      body: WORDS,
      original: { text: WORDS },
    });
    log.error({ err: error }, 'failed');
    log.error(error);
    expectNothingPrivate(lines);
    expect(JSON.parse(lines[0] ?? '').err).toMatchObject({
      type: 'Error',
      message: 'could not post',
      stack: expect.stringContaining('log.test.ts'),
      cause: { code: 'E1' },
    });
  });

  it('drops the input that JSON.parse and Prisma quote in their messages', () => {
    const { lines, log } = listen();
    try {
      JSON.parse(`{"text": ${WORDS}`);
    } catch (error) {
      log.warn({ err: error });
      log.warn(error);
    }
    const prisma = new Error(`Invalid invocation:\n{ text: "${WORDS}" }\nArgument \`id\` is missing.`);
    prisma.name = 'PrismaClientValidationError';
    log.error(prisma);
    expectNothingPrivate(lines);
    expect(lines[2]).toContain('Argument `id` is missing.');
  });

  it('masks tokens in the message itself, in values to be formatted and in bindings of a child', () => {
    const { lines, log } = listen();
    log.info('connecting with xoxb-123-abc');
    log.info('got %o', { text: WORDS });
    log.child({ token: 's3cr3t', words: WORDS }).info('child');
    expectNothingPrivate(lines);
  });

  it('survives cycles, depth and long lists', () => {
    const { lines, log } = listen();
    const loop: { name: string; self?: unknown } = { name: 'loop' };
    loop.self = loop;
    const deep = Array.from({ length: 40 }).reduce<object>((inner) => ({ inner }), {});
    log.info({ loop, deep, list: Array.from({ length: 10_000 }, (_, index) => index) });
    expect(lines[0]?.length).toBeLessThan(1000);
  });
});

describe('readableLine', () => {
  it('writes time, level, message and fields in one line, with line breaks escaped', () => {
    const { lines, log } = listen({ readable: true });
    log.warn({ ms: 2100, path: '/a b' }, 'slow\nanswer');
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d WARN {2}slow\\nanswer · ms=2100 path="\/a b"\n$/);
  });

  it('passes on what is not JSON', () => {
    expect(readableLine('plain\n')).toBe('plain\n');
  });
});
