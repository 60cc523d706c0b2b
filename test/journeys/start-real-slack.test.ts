import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { appId, channels, people, teamId } from '../../src/sandbox/seed.ts';
import type { Sandbox } from '../../src/sandbox/surface.ts';
import { startTestSandbox } from '../support/bot.ts';
import { endProducts, freshFolder, type Product, startProduct } from '../support/product.ts';
import { dmsTo, readMessage, saying } from '../support/reading-slack.ts';

jest.setTimeout(60_000);

afterAll(endProducts);

/** Nothing is known of the people of a new workspace: the engineer names somebody, and that person is asked. */
async function namesDenny(sandbox: Sandbox): Promise<void> {
  const alex = sandbox.person(people.alex);
  await sandbox.until(() => JSON.stringify(alex.view() ?? null).includes('Who should I ask for you?'), {
    what: 'the question whom to ask',
  });
  const outcome = await alex.click({ in: 'view' }, 'name_helper', { value: people.denny });
  expect(outcome).toMatchObject({ result: 'done' });
}

async function dennyIsAsked(sandbox: Sandbox, about: string): Promise<void> {
  const denny = sandbox.person(people.denny);
  const asked = await sandbox.until(() => saying(dmsTo(denny), 'is asking for your help'), {
    what: 'the ask',
  });
  expect(readMessage(asked)).toContain(about);
}

describe('with tokens, and SLACK_API_URL, in Socket Mode', () => {
  let sandbox: Sandbox;
  let product: Product;
  let address: string;

  beforeAll(async () => {
    sandbox = await startTestSandbox();
    product = startProduct({
      folder: freshFolder(),
      env: {
        SLACK_API_URL: sandbox.apiUrl(),
        SLACK_BOT_TOKEN: sandbox.botToken,
        SLACK_APP_TOKEN: sandbox.appToken,
      },
    });
    address = await product.address;
  });

  afterAll(async () => {
    await product?.kill();
    await sandbox?.close();
  });

  it('says where its health can be asked, and has no page', async () => {
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/health$/);
    expect((await fetch(address)).status).toBe(200);
    expect((await fetch(new URL('/ready', address))).status).toBe(200);
    expect((await fetch(new URL('/', address))).status).toBe(404);
    expect((await fetch(new URL('/control/workspace', address))).status).toBe(404);
  });

  it('asks the person whom the engineer names', async () => {
    const outcome = await sandbox
      .person(people.alex)
      .command('#eng-platform', '/oops', 'i dropped the users table');
    expect(outcome).toMatchObject({ result: 'done' });
    await namesDenny(sandbox);
    await dennyIsAsked(sandbox, 'i dropped the users table');
  });

  it('logs what happens to standard error, without a token and without a word of what people wrote', () => {
    expect(product.stdout().split('\n')).toHaveLength(2);
    const lines = product
      .stderr()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    expect(lines.length).toBeGreaterThan(0);
    expect(product.stderr()).not.toContain('users table');
    expect(product.stderr()).not.toContain(sandbox.botToken);
    expect(product.stderr()).not.toContain(sandbox.appToken);
  });
});

describe('with a signing secret, over HTTP', () => {
  const signingSecret = 'c0ffee00c0ffee00c0ffee00c0ffee00';
  let sandbox: Sandbox;
  let product: Product;
  let events: URL;

  beforeAll(async () => {
    sandbox = await startTestSandbox();
    product = startProduct({
      folder: freshFolder(),
      env: {
        SLACK_API_URL: sandbox.apiUrl(),
        SLACK_BOT_TOKEN: sandbox.botToken,
        SLACK_SIGNING_SECRET: signingSecret,
      },
    });
    events = new URL('/slack/events', await product.address);
  });

  afterAll(async () => {
    await product?.kill();
    await sandbox?.close();
  });

  type Request = { readonly type: string; readonly body: string };
  const json = (value: object): Request => ({ type: 'application/json', body: JSON.stringify(value) });
  const form = (value: Record<string, string>): Request => ({
    type: 'application/x-www-form-urlencoded',
    body: new URLSearchParams(value).toString(),
  });

  /** As Slack signs. https://docs.slack.dev/authentication/verifying-requests-from-slack */
  function send({ type, body }: Request, { secret = signingSecret, ageSeconds = 0, signed = true } = {}) {
    const timestamp = String(Math.floor(Date.now() / 1000) - ageSeconds);
    const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
    const proof = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature };
    return fetch(events, {
      method: 'POST',
      body,
      headers: { 'content-type': type, ...(signed ? proof : {}) },
    });
  }

  const command = (text: string) =>
    form({
      ...{ command: '/oops', text, api_app_id: appId, team_id: teamId, team_domain: 'acme' },
      ...{
        channel_id: channels.engPlatform,
        channel_name: 'eng-platform',
        user_id: people.priya,
        user_name: 'priya',
      },
      ...{ trigger_id: '1.2.3', response_url: `${sandbox.apiUrl()}none`, is_enterprise_install: 'false' },
    });

  const messageEvent = (eventId: string, ts: string, text: string) =>
    json({
      ...{ type: 'event_callback', token: 'unused', team_id: teamId, api_app_id: appId, event_id: eventId },
      event_time: Math.floor(Number(ts)),
      authorizations: [{ team_id: teamId, user_id: 'U0OOPSBOT', is_bot: true, enterprise_id: null }],
      event: {
        ...{ type: 'message', channel: channels.engPlatform, channel_type: 'channel', user: people.alex },
        ...{ text, ts, event_ts: ts, team: teamId },
      },
    });

  it('answers the challenge with which Slack checks the address', async () => {
    const answer = await send(json({ type: 'url_verification', token: 'unused', challenge: 'c-42' }));
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('c-42')]);
  });

  it.each([
    ['has no signature', { signed: false }],
    ['is signed with another secret', { secret: 'another' }],
    ['is six minutes old', { ageSeconds: 360 }],
  ])('refuses a request that %s', async (_name, how) => {
    const answer = await send(command('from a stranger'), how);
    expect(answer.status).toBe(401);
    expect(await answer.text()).toBe('');
  });

  it('answers an event when what it caused is kept, and the same event again with nothing new', async () => {
    const alex = sandbox.person(people.alex);
    const text = 'oh no, i think i just deleted the production database';
    const posted = await alex.post('#eng-platform', text);
    if (posted.result !== 'done' || posted.ts === undefined) throw new Error('not posted');
    const { ts } = posted;
    for (const _delivery of [1, 2]) expect((await send(messageEvent('Ev0001', ts, text))).status).toBe(200);
    const replies = () => alex.thread('#eng-platform', ts).filter((message) => message.isBot);
    await sandbox.until(() => replies().length > 0, { what: 'the thread' });
    expect(replies()).toHaveLength(1);
  });

  it('answers a command at once, although the window it wants cannot be opened any more', async () => {
    const answer = await send(command('i dropped the users table'));
    expect(answer.status).toBe(200);
    const priya = sandbox.person(people.priya);
    await sandbox.until(() => saying(dmsTo(priya), 'OOPS-'), { what: 'the card' });
  });

  it('heard nothing of the requests that were refused', () => {
    const told = Object.values(people).flatMap((person) => dmsTo(sandbox.person(person)).map(readMessage));
    expect(told.join('\n')).not.toContain('from a stranger');
  });
});
