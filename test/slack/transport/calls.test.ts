import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createCallPauses } from '../../../src/slack/call-pauses.ts';
import { createSlackCalls, type SlackCalls } from '../../../src/slack/calls.ts';
import { nextTurn } from '../../../src/slack/channel-pace.ts';
import { createSlackClients } from '../../../src/slack/clients.ts';
import { describeFailure, SlackCallError } from '../../../src/slack/errors.ts';
import { readableLog } from './support/log-lines.ts';
import { ok, refused, type StubAnswer, type StubSlack, startStubSlack } from './support/stub-slack.ts';

const words = 'I deleted the production database';
let slack: StubSlack;
let calls: SlackCalls;
let now = 0;
const { log, lines, text } = readableLog();

function callsTo(apiUrl: string, deadlines = { person: 10_000, background: 10_000 }): SlackCalls {
  const clients = createSlackClients('xoxb-secret', {
    apiUrl,
    log,
    deadlines,
  });
  return createSlackCalls({ clients, pauses: createCallPauses(() => now), log, now: () => now });
}

beforeEach(async () => {
  now = 0;
  lines.length = 0;
  slack = await startStubSlack();
  calls = callsTo(slack.apiUrl);
});
afterEach(() => slack.close());

const post = (channel = 'C1') =>
  calls.attempt('chat.postMessage', { waiting: 'background', channel }, (client) =>
    client.chat.postMessage({ channel, text: words }),
  );
const open = () =>
  calls.attempt('views.open', { waiting: 'person' }, (client) =>
    client.views.open({ trigger_id: '1', view: { type: 'home', blocks: [] } }),
  );
const failureOf = async (answer: StubAnswer) => {
  slack.on('chat.postMessage', answer);
  const outcome = await post();
  return outcome.ok ? 'it went through' : outcome.failure;
};

describe('a call that goes through', () => {
  it('gives what Slack answered, having carried the token and the arguments', async () => {
    slack.on('chat.postMessage', ok({ ts: '1.2', channel: 'C1' }));
    const outcome = await post();
    expect(outcome).toMatchObject({ ok: true, value: { ts: '1.2' } });
    expect(slack.calls).toMatchObject([
      { method: 'chat.postMessage', token: 'xoxb-secret', args: { text: words } },
    ]);
  });
});

describe('a failure', () => {
  it.each<[string, StubAnswer, unknown]>([
    ['a refusal', refused('not_in_channel'), { kind: 'refused', code: 'not_in_channel' }],
    ['a code nobody has heard of', refused('brand_new_code'), { kind: 'refused', code: 'brand_new_code' }],
    [
      'a missing scope',
      refused('missing_scope', { needed: 'dnd:read', provided: 'x' }),
      { kind: 'refused', code: 'missing_scope', needed: 'dnd:read' },
    ],
    [
      'blocks that Slack cannot read',
      refused('invalid_blocks', {
        response_metadata: {
          messages: [`[ERROR] must not contain "${words}" [json-pointer:/blocks/3/text]`, 'odd'],
        },
      }),
      { kind: 'broken', code: 'invalid_blocks', pointers: ['/blocks/3/text'] },
    ],
    [
      '429',
      { status: 429, headers: { 'retry-after': '7' }, body: '' },
      { kind: 'rate_limited', retryAfterMs: 7000 },
    ],
    [
      '429 that does not say how long',
      { status: 429, body: '' },
      { kind: 'rate_limited', retryAfterMs: 10_000 },
    ],
    ['a rate limit as an answer', refused('ratelimited'), { kind: 'rate_limited', retryAfterMs: 10_000 }],
    ['503', { status: 503, body: 'oh no' }, { kind: 'unsure', reason: 'server_error' }],
    ['an error half-way', refused('fatal_error'), { kind: 'unsure', reason: 'half_done' }],
    [
      'an answer before anything was done',
      refused('service_unavailable'),
      { kind: 'temporary', reason: 'service_unavailable' },
    ],
    [
      '404 from something that is no Slack',
      { status: 404, body: '<html>' },
      { kind: 'refused', code: 'http_404' },
    ],
    ['403 from a firewall', { status: 403, body: '<html>' }, { kind: 'temporary', reason: 'http_403' }],
    ['408 from a proxy', { status: 408, body: '' }, { kind: 'unsure', reason: 'server_error' }],
    ['200 that is no JSON', { body: `<html>${words}` }, { kind: 'unsure', reason: 'unreadable_answer' }],
    ['a cut connection', 'cut', { kind: 'unsure', reason: 'connection_lost' }],
  ])('is classified: %s', async (_name, answer, failure) => {
    expect(await failureOf(answer)).toEqual(failure);
  });

  it('is temporary when nothing was ever sent', async () => {
    const gone = await startStubSlack();
    await gone.close();
    const outcome = await callsTo(gone.apiUrl).attempt('auth.test', { waiting: 'background' }, (c) =>
      c.auth.test(),
    );
    expect(outcome).toEqual({ ok: false, failure: { kind: 'temporary', reason: 'ECONNREFUSED' } });
    const nowhere = callsTo('http://slack.invalid/api/');
    const lookup = await nowhere.attempt('auth.test', { waiting: 'background' }, (c) => c.auth.test());
    expect(lookup).toMatchObject({ failure: { kind: expect.stringMatching(/temporary|unsure/) } });
  });

  it.each([503, 429, 200])('is never repeated by the SDK (%i)', async (status) => {
    slack.on('chat.postMessage', { status, headers: { 'retry-after': '1' }, body: 'x' });
    await post();
    expect(slack.calls).toHaveLength(1);
  });

  it('never shows what was sent, who sent it, or what came back, in a log line', async () => {
    const answers: StubAnswer[] = [
      refused('invalid_blocks', {
        response_metadata: { messages: [`[ERROR] "${words}" [json-pointer:/x]`] },
      }),
      { body: `<html>${words}` },
      'cut',
      { status: 500, body: words },
    ];
    for (const answer of answers) await failureOf(answer);
    expect(lines.length).toBeGreaterThan(answers.length);
    expect(text()).not.toMatch(/deleted|xoxb|127\.0\.0\.1/);
  });

  it('can be thrown, without content, where a listener can do nothing about it', async () => {
    slack.on('views.open', refused('expired_trigger_id'));
    const thrown = calls.insist('views.open', { waiting: 'person' }, (client) =>
      client.views.open({ trigger_id: '1', view: { type: 'home', blocks: [] } }),
    );
    await expect(thrown).rejects.toThrow(SlackCallError);
    await expect(thrown).rejects.toThrow('views.open: refused expired_trigger_id');
  });

  it('is told in one line, whatever it is', () => {
    expect(
      [
        { kind: 'refused', code: 'missing_scope', needed: 'im:write' } as const,
        { kind: 'rate_limited', retryAfterMs: 1000 } as const,
        { kind: 'unsure', reason: 'deadline' } as const,
        { kind: 'temporary', reason: 'ENOTFOUND' } as const,
        { kind: 'broken', code: 'invalid_blocks', pointers: ['/a', '/b'] } as const,
      ].map(describeFailure),
    ).toEqual([
      'refused missing_scope (needs im:write)',
      'rate limited for 1000 ms',
      'unsure: deadline',
      'temporary: ENOTFOUND',
      'broken invalid_blocks /a /b',
    ]);
  });
});

describe('a deadline', () => {
  it('is shorter for a call that somebody waits for', async () => {
    slack.on('views.open', 'silence');
    calls = callsTo(slack.apiUrl, { person: 100, background: 600_000 });
    expect(await open()).toEqual({ ok: false, failure: { kind: 'unsure', reason: 'deadline' } });
  });

  it('covers the answer too, not only its beginning', async () => {
    slack.on('views.open', { headers: { 'content-length': '100' }, body: '{"ok"' });
    calls = callsTo(slack.apiUrl, { person: 100, background: 600_000 });
    expect(await open()).toEqual({ ok: false, failure: { kind: 'unsure', reason: 'deadline' } });
  });
});

describe('a rate limit', () => {
  const limited = (seconds: number): StubAnswer => ({
    status: 429,
    headers: { 'retry-after': String(seconds) },
    body: '',
  });

  it('pauses that channel, and neither others nor other methods', async () => {
    slack.on('chat.postMessage', (call) => (call.args.channel === 'C1' ? limited(3) : ok()));
    await post('C1');
    now += 1000;
    expect(await post('C1')).toEqual({ ok: false, failure: { kind: 'rate_limited', retryAfterMs: 2000 } });
    expect(await post('C2')).toMatchObject({ ok: true });
    expect(await open()).toMatchObject({ ok: true });
    expect(slack.calls.filter(({ args }) => args.channel === 'C1')).toHaveLength(1);
  });

  it('is over when the pause is', async () => {
    slack.on('chat.postMessage', (_call, nth) => (nth === 1 ? limited(3) : ok()));
    await post();
    now += 3000;
    expect(await post()).toMatchObject({ ok: true });
  });

  it('pauses the whole method when a second channel meets it', async () => {
    slack.on('chat.postMessage', limited(3));
    await post('C1');
    await post('C2');
    await post('C3');
    expect(slack.calls).toHaveLength(2);
  });

  it('of another method pauses it for everyone', async () => {
    slack.on('views.open', limited(1));
    await open();
    expect(await open()).toMatchObject({ failure: { kind: 'rate_limited', retryAfterMs: 1000 } });
    expect(slack.calls).toHaveLength(1);
  });
});

describe('the pace of a channel', () => {
  it('lets a short burst pass, then one message a second', () => {
    let paidUntil: number | undefined;
    const waits = [0, 0, 0, 0, 0].map(() => {
      const turn = nextTurn(paidUntil, 10_000);
      paidUntil = turn.paidUntil;
      return turn.waitMs;
    });
    expect(waits).toEqual([0, 0, 0, 1000, 2000]);
  });

  it('forgets after a quiet time', () => {
    const { paidUntil } = nextTurn(nextTurn(undefined, 0).paidUntil, 0);
    expect(nextTurn(paidUntil, 60_000)).toEqual({ waitMs: 0, paidUntil: 61_000 });
  });

  it('never lets more than one a second pass over a minute, burst aside', () => {
    let clock = 0;
    let paidUntil: number | undefined;
    let sent = 0;
    while (clock <= 60_000) {
      const turn = nextTurn(paidUntil, clock);
      paidUntil = turn.paidUntil;
      clock += turn.waitMs;
      sent += 1;
    }
    expect(sent).toBeLessThanOrEqual(60 + 4);
  });
});
