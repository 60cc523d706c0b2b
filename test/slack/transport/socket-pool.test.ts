import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { App, ReceiverEvent } from '@slack/bolt';
import { SocketReceiver, type SocketReceiverSettings } from '../../../src/slack/receiver-socket.ts';
import { SlackStartError } from '../../../src/slack/start-error.ts';
import { readableLog } from './support/log-lines.ts';
import { ok, refused, type StubSlack, startStubSlack } from './support/stub-slack.ts';

let slack: StubSlack;
let receiver: SocketReceiver;
let waited: number[];
let received: ReceiverEvent[];
const { log, lines, text } = readableLog();

/** Stands in for Bolt's app: takes what the receiver hands on. */
function listenTo(
  target: SocketReceiver,
  handle: (event: ReceiverEvent) => Promise<void> = async () => {},
): void {
  const app: Pick<App, 'processEvent'> = {
    processEvent: async (event) => {
      received.push(event);
      await handle(event);
    },
  };
  target.init(app as App);
}

function makeReceiver(
  pool: SocketReceiverSettings['pool'] = {},
  rest: Partial<SocketReceiverSettings> = {},
): SocketReceiver {
  const made = new SocketReceiver({
    appToken: 'xapp-secret',
    apiUrl: slack.apiUrl,
    log,
    connectMs: 2000,
    ...rest,
    pool: {
      staggerMs: 0,
      lingerMs: 0,
      // No test waits for a backoff: it is noted, and over.
      wait: async (ms, signal) => {
        waited.push(ms);
        signal.throwIfAborted();
      },
      ...pool,
    },
  });
  listenTo(made);
  return made;
}

const event = (id: string) => ({
  type: 'events_api',
  envelope_id: id,
  accepts_response_payload: false,
  payload: { type: 'event_callback', event_id: id, event: { type: 'message', text: 'I deleted it' } },
});
const opened = () => slack.calls.filter(({ method }) => method === 'apps.connections.open').length;

beforeEach(async () => {
  slack = await startStubSlack();
  [waited, received] = [[], []];
  lines.length = 0;
  receiver = makeReceiver();
});
afterEach(async () => {
  await receiver.stop();
  await slack.close();
});

describe('starting', () => {
  it('opens two sockets through the given Slack, with the app token', async () => {
    await receiver.start();
    await slack.until('two sockets are there', () => slack.sockets.length === 2);
    expect(slack.calls).toMatchObject([
      { method: 'apps.connections.open', token: 'xapp-secret' },
      { method: 'apps.connections.open', token: 'xapp-secret' },
    ]);
    await slack.until('both are open', () => receiver.status().sockets === 2);
    expect(receiver.status()).toEqual({ mode: 'socket', sockets: 2, reachable: true });
  });

  it.each(['invalid_auth', 'not_authed', 'token_revoked', 'account_inactive', 'missing_scope'])(
    'says that the app token was refused: %s',
    async (code) => {
      slack.on('apps.connections.open', refused(code));
      const start = receiver.start();
      await expect(start).rejects.toThrow(SlackStartError);
      await expect(start).rejects.toMatchObject({ code: 'slack_token_refused', token: 'SLACK_APP_TOKEN' });
      await expect(start).rejects.toThrow(`Slack refused SLACK_APP_TOKEN (${code})`);
      expect(opened()).toBe(1);
    },
  );

  it('says that Slack cannot be reached, having tried until its time was up', async () => {
    slack.on('apps.connections.open', { status: 503, body: '' });
    receiver = makeReceiver({
      startWithinMs: 200,
      wait: () => new Promise((resolve) => setTimeout(resolve, 20)),
    });
    const start = receiver.start();
    await expect(start).rejects.toMatchObject({ code: 'slack_unreachable' });
    await expect(start).rejects.toThrow(
      'Slack could not be reached: it has trouble of its own and answers with an error; check',
    );
    expect(opened()).toBeGreaterThan(1);
  });

  it('goes on trying through 503, 429 and a cut connection, with growing pauses', async () => {
    slack.on('apps.connections.open', (call, nth) => {
      if (nth === 1) return { status: 503, body: '' };
      if (nth === 2) return 'cut';
      if (nth === 3) return { status: 429, headers: { 'retry-after': '9' }, body: '' };
      return ok({ url: `${slack.apiUrl.replace('http', 'ws')}?${call.method}` });
    });
    receiver = makeReceiver({ count: 1, random: () => 1, wait: async (ms) => void waited.push(ms) });
    await receiver.start();
    expect(waited).toEqual([500, 1000, 9000]);
    expect(receiver.status().sockets).toBe(1);
  });

  it('tries again when the socket is given but never says hello', async () => {
    slack.on('apps.connections.open', (_call, nth) =>
      ok({ url: `ws://127.0.0.1:${nth === 1 ? 1 : new URL(slack.apiUrl).port}/` }),
    );
    receiver = makeReceiver({ count: 1 });
    await receiver.start();
    expect(opened()).toBe(2);
  });
});

describe('an envelope', () => {
  it('is handed on and acknowledged over the socket it came by', async () => {
    listenTo(receiver, async ({ ack }) => ack());
    await receiver.start();
    await slack.until('two sockets are there', () => slack.sockets.length === 2);
    slack.sockets[1]?.send({ ...event('e1'), retry_attempt: 2, retry_reason: 'timeout' });
    await slack.until('it is acknowledged', () => slack.acks.length === 1);
    expect(slack.acks).toEqual([{ socket: 1, envelope_id: 'e1', payload: {} }]);
    expect(received).toMatchObject([
      {
        body: { event_id: 'e1' },
        retryNum: 2,
        retryReason: 'timeout',
        customProperties: { envelopeId: 'e1' },
      },
    ]);
  });

  it('carries an answer back', async () => {
    listenTo(receiver, async ({ ack }) => ack({ response_action: 'clear' }));
    await receiver.start();
    slack.sockets[0]?.send({ ...event('e1'), type: 'interactive' });
    await slack.until('it is acknowledged', () => slack.acks.length === 1);
    expect(slack.acks[0]?.payload).toEqual({ response_action: 'clear' });
  });

  it('is acknowledged over the other socket when its own has gone', async () => {
    let finish = () => {};
    listenTo(receiver, async ({ ack }) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      await ack();
    });
    await receiver.start();
    await slack.until('two sockets are there', () => receiver.status().sockets === 2);
    slack.sockets[0]?.send(event('e1'));
    await slack.until('it arrived', () => received.length === 1);
    slack.sockets[0]?.drop();
    await slack.until('the first is replaced', () => slack.sockets.length === 3);
    finish();
    await slack.until('it is acknowledged', () => slack.acks.length === 1);
    expect(slack.acks[0]).toMatchObject({ envelope_id: 'e1' });
    expect(slack.acks[0]?.socket).not.toBe(0);
  });

  it('that cannot be read ends nothing, and the next is served', async () => {
    listenTo(receiver, async ({ ack }) => ack());
    await receiver.start();
    for (const odd of [
      'not json',
      '{}',
      '{"type":"events_api"}',
      '[]',
      'null',
      '{"type":"events_api","envelope_id":"e0","payload":7}',
    ]) {
      slack.sockets[0]?.send(odd);
    }
    slack.sockets[0]?.send(event('e1'));
    await slack.until('the good one is acknowledged', () => slack.acks.length === 1);
    expect(slack.acks[0]?.envelope_id).toBe('e1');
    expect(lines.filter(({ msg }) => msg.includes('no envelope'))).toHaveLength(6);
  });

  it('that could not be handled is not acknowledged, and ends nothing', async () => {
    listenTo(receiver, async ({ body, ack }) => {
      if (body.event_id === 'bad') throw new Error('the database is down');
      await ack();
    });
    await receiver.start();
    slack.sockets[0]?.send(event('bad'));
    slack.sockets[0]?.send(event('good'));
    await slack.until('the good one is acknowledged', () => slack.acks.length === 1);
    expect(slack.acks.map(({ envelope_id }) => envelope_id)).toEqual(['good']);
  });

  it('never stands in a log line, nor does the token or the ticket', async () => {
    await receiver.start();
    slack.sockets[0]?.send(event('e1'));
    await slack.until('it arrived', () => received.length === 1);
    slack.sockets[0]?.drop();
    await slack.until('it is replaced', () => slack.sockets.length >= 3);
    expect(text()).not.toMatch(/deleted|xapp|ticket/);
  });
});

describe('a refresh', () => {
  it.each(['warning', 'refresh_requested'])(
    'finds a new socket open before the old one closes (%s)',
    async (reason) => {
      receiver = makeReceiver({ count: 1, lingerMs: 60_000 });
      listenTo(receiver, async ({ ack }) => ack());
      await receiver.start();
      slack.sockets[0]?.send({ type: 'disconnect', reason });
      await slack.until('a second socket is there', () => slack.sockets.length === 2);
      slack.sockets[0]?.send(event('old'));
      slack.sockets[1]?.send(event('new'));
      await slack.until('both are acknowledged', () => slack.acks.length === 2);
      expect(slack.acks.map(({ socket }) => socket).sort()).toEqual([0, 1]);
    },
  );

  it('closes the old socket in the end', async () => {
    receiver = makeReceiver({ count: 1, lingerMs: 0 });
    await receiver.start();
    slack.sockets[0]?.send({ type: 'disconnect', reason: 'warning' });
    await slack.until(
      'there is one socket again, a new one',
      () => slack.sockets.length === 2 && receiver.status().sockets === 1,
    );
    expect(receiver.status().sockets).toBe(1);
  });

  it('survives 503 and a refused token while running', async () => {
    receiver = makeReceiver({ count: 1, random: () => 1 });
    listenTo(receiver, async ({ ack }) => ack());
    await receiver.start();
    const { port } = new URL(slack.apiUrl);
    slack.on('apps.connections.open', (_call, nth) => {
      if (nth === 2) return { status: 503, body: '' };
      return nth === 3 ? refused('invalid_auth') : ok({ url: `ws://127.0.0.1:${port}/` });
    });
    slack.sockets[0]?.drop();
    await slack.until('it is back', () => slack.sockets.length === 2);
    slack.sockets[1]?.send(event('e1'));
    await slack.until('it serves', () => slack.acks.length === 1);
    expect(waited).toContain(60_000);
    expect(lines.some(({ level, msg }) => level === 50 && msg === 'slack refuses to open a socket')).toBe(
      true,
    );
  });

  it('does not hammer a Slack that hangs up at once', async () => {
    receiver = makeReceiver({ count: 1, random: () => 1 });
    await receiver.start();
    for (const n of [0, 1, 2, 3]) {
      await slack.until(
        `socket ${n} is there`,
        () => slack.sockets.length > n && receiver.status().sockets === 1,
      );
      slack.sockets[n]?.drop();
    }
    await slack.until('it came back', () => slack.sockets.length === 5);
    expect(waited).toEqual([1000, 2000, 4000]);
  });
});

describe('stopping', () => {
  it('takes nothing new when paused, but still answers', async () => {
    let finish = () => {};
    listenTo(receiver, async ({ ack }) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      await ack();
    });
    await receiver.start();
    slack.sockets[0]?.send(event('before'));
    await slack.until('it arrived', () => received.length === 1);
    receiver.pause();
    expect(receiver.status().reachable).toBe(false);
    slack.sockets[0]?.send(event('after'));
    finish();
    await slack.until('the first is acknowledged', () => slack.acks.length === 1);
    await receiver.stop();
    expect(slack.acks.map(({ envelope_id }) => envelope_id)).toEqual(['before']);
    expect(received).toHaveLength(1);
  });

  it('closes all sockets and opens no more', async () => {
    await receiver.start();
    await slack.until('two sockets are open', () => receiver.status().sockets === 2);
    await receiver.stop();
    expect(receiver.status()).toMatchObject({ sockets: 0, reachable: false });
    expect(opened()).toBe(2);
  });

  it('does not wait for a socket that is being opened', async () => {
    slack.on('apps.connections.open', (_call, nth) =>
      nth === 1 ? ok({ url: slack.apiUrl.replace('http', 'ws') }) : 'silence',
    );
    await receiver.start();
    await slack.until('the second is asked for', () => opened() === 2);
    await receiver.stop();
    expect(receiver.status().sockets).toBe(0);
  });
});
