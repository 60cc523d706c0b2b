import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { postedMessageSchema } from '../../../src/slack/event-payloads.ts';
import { HttpReceiver } from '../../../src/slack/receiver-http.ts';
import { type BareApp, bareApp } from './support/bare-app.ts';
import { readableLog } from './support/log-lines.ts';
import { waitUntil } from './support/wait-until.ts';
import { gate } from './support/workshop.ts';

const signingSecret = 'shhh';
const { log, lines, text } = readableLog();
let receiver: HttpReceiver;
let server: Server;
let url: string;
let bare: BareApp;

beforeEach(async () => {
  lines.length = 0;
  receiver = new HttpReceiver({ signingSecret, log });
  bare = bareApp(receiver, log);
  server = createServer((request, response) => {
    if (!receiver.handle(request, response)) response.writeHead(404).end('not for Slack');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await bare.app.start();
});
afterEach(async () => {
  await bare.app.stop(0);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

type Sent = {
  readonly body: string;
  readonly type: string;
  readonly headers?: Record<string, string>;
  readonly at?: number;
  readonly secret?: string;
};

/** As Slack sends it: https://docs.slack.dev/authentication/verifying-requests-from-slack */
function send(
  { body, type, headers = {}, at = Date.now(), secret = signingSecret }: Sent,
  path = '/slack/events',
) {
  const timestamp = String(Math.floor(at / 1000));
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  return fetch(`${url}${path}`, {
    method: 'POST',
    body,
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature,
      ...headers,
    },
  });
}

const said = 'I deleted the production database';
const event = (rest: Partial<Sent> = {}) =>
  send({
    body: JSON.stringify({
      type: 'event_callback',
      team_id: 'T1',
      event_id: 'Ev1',
      event: { type: 'message', channel: 'C1', ts: '1.1', user: 'U1', text: said },
    }),
    type: 'application/json',
    ...rest,
  });
const form = (fields: Record<string, string>) =>
  send({ body: new URLSearchParams(fields).toString(), type: 'application/x-www-form-urlencoded' });
const command = () =>
  form({ command: '/work', text: said, user_id: 'U1', channel_id: 'C1', trigger_id: '1', team_id: 'T1' });
const submission = () =>
  form({
    payload: JSON.stringify({
      type: 'view_submission',
      team: { id: 'T1' },
      user: { id: 'U1' },
      view: {
        id: 'V1',
        type: 'modal',
        callback_id: 'form',
        hash: 'h',
        blocks: [{ type: 'input', block_id: 'what' }],
        state: { values: {} },
      },
    }),
  });

describe('an event over HTTP', () => {
  it('is answered when its listener is done, not before', async () => {
    const done = gate();
    let isHeard = false;
    bare.app.listen.event('message', postedMessageSchema, async () => {
      isHeard = true;
      await done.opened;
    });
    let isAnswered = false;
    const answer = event().then((response) => {
      isAnswered = true;
      return response.status;
    });
    await waitUntil('it is heard', () => isHeard);
    expect(isAnswered).toBe(false);
    done.open();
    expect(await answer).toBe(200);
  });

  it('whose listener failed is answered 503, so that Slack sends it again', async () => {
    const retries: number[] = [];
    bare.app.listen.event('message', postedMessageSchema, async (_message, { retryNum }) => {
      retries.push(retryNum);
      throw new Error(said);
    });
    expect((await event()).status).toBe(503);
    const again = { headers: { 'x-slack-retry-num': '2', 'x-slack-retry-reason': 'http_error' } };
    expect((await event(again)).status).toBe(503);
    expect(retries).toEqual([0, 2]);
    expect(text()).not.toContain('deleted');
  });
});

describe('a command or form over HTTP', () => {
  it('is answered with what the listener returns', async () => {
    bare.app.listen.command('/work', async ({ text: given }) => ({ text: `you said: ${given}` }));
    const response = await command();
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ text: `you said: ${said}` });
  });

  it('is answered at the acknowledgement, while its listener goes on', async () => {
    const done = gate();
    bare.app.listen.command('/work', async (_command, { ack }) => {
      await ack({ text: 'soon' });
      await done.opened;
      return undefined;
    });
    expect(await (await command()).json()).toEqual({ text: 'soon' });
    expect(bare.app.status().running).toBe(1);
    done.open();
  });

  it('that fails is answered by the boundary', async () => {
    bare.app.listen.submission('form', async () => {
      throw new Error(said);
    });
    const answer = await (await submission()).json();
    expect(answer).toMatchObject({
      response_action: 'errors',
      errors: { what: expect.stringMatching(/^failed/) },
    });
  });

  it('that takes too long is answered in time', async () => {
    const end = gate();
    bare.app.listen.submission('form', async () => {
      await end.opened;
      return undefined;
    });
    expect(await (await submission()).json()).toMatchObject({
      errors: { what: expect.stringMatching(/^too_slow/) },
    });
    end.open();
    await waitUntil('it has ended', () => bare.app.status().running === 0);
  });
});

describe('a request that is not Slack’s', () => {
  it.each([
    ['signed with another secret', () => event({ secret: 'guess' })],
    ['older than five minutes', () => event({ at: Date.now() - 6 * 60_000 })],
    ['without a signature', () => fetch(`${url}/slack/events`, { method: 'POST', body: '{}' })],
  ])('is refused: %s', async (_name, request) => {
    let isHeard = false;
    bare.app.listen.event('message', postedMessageSchema, async () => {
      isHeard = true;
    });
    expect((await request()).status).toBe(401);
    expect(isHeard).toBe(false);
  });

  it('to another path is left to the server, and another method is refused', async () => {
    expect(await (await fetch(`${url}/`)).text()).toBe('not for Slack');
    expect((await fetch(`${url}/slack/events?x=1`)).status).toBe(405);
  });

  it('but well signed and unreadable is answered without repeating it', async () => {
    expect((await send({ body: `{"said": "${said}`, type: 'application/json' })).status).toBe(400);
    expect(text()).not.toContain('deleted');
  });
});

describe('Slack’s own checks', () => {
  it('of the address are answered', async () => {
    const check = { type: 'url_verification', challenge: 'abc' };
    const response = await send({ body: JSON.stringify(check), type: 'application/json' });
    expect(await response.json()).toEqual({ challenge: 'abc' });
  });
});

describe('stopping', () => {
  it('answers 503 to what comes later, and lets what runs finish', async () => {
    const done = gate();
    let heard = 0;
    bare.app.listen.event('message', postedMessageSchema, async () => {
      heard += 1;
      await done.opened;
    });
    const first = event();
    await waitUntil('it is heard', () => heard === 1);
    const stopped = bare.app.stop(5000);
    expect((await event()).status).toBe(503);
    expect(bare.app.status()).toMatchObject({ mode: 'http', reachable: false, running: 1 });
    done.open();
    expect((await first).status).toBe(200);
    expect(await stopped).toBe(0);
  });
});
