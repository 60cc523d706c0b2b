import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SocketModeClient } from '@slack/socket-mode';
import { WebClient } from '@slack/web-api';
import WebSocket from 'ws';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channels, people } from '../../src/sandbox/seed.ts';
import { listen, ofType } from './support/listener.ts';
import { testManifest } from './support/manifest.ts';
import { refusalOf } from './support/refusal-of.ts';
import { closeSandbox, openSandbox, quiet } from './support/workshop.ts';

describe('Socket Mode', () => {
  let sandbox: Sandbox;
  let opener: WebClient;

  beforeEach(async () => {
    ({ sandbox } = await openSandbox());
    opener = new WebClient(sandbox.appToken, { slackApiUrl: sandbox.apiUrl(), logger: quiet });
  });

  afterEach(async () => {
    await closeSandbox(sandbox);
  });

  const address = async () => String((await opener.apps.connections.open()).url);

  /** Connects and answers the first message. */
  function first(url: string): Promise<{ socket: WebSocket; message: Record<string, unknown> }> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(url);
      socket.once('message', (data) => resolve({ socket, message: JSON.parse(String(data)) }));
      socket.once('error', reject);
    });
  }

  // https://docs.slack.dev/apis/events-api/using-socket-mode#connect
  it('says hello, and how many connections there are', async () => {
    const one = await first(await address());
    const two = await first(await address());
    expect(one.message).toMatchObject({
      type: 'hello',
      num_connections: 1,
      connection_info: { app_id: 'A0OOPSAPP' },
    });
    expect(two.message).toMatchObject({ num_connections: 2 });
  });

  // https://docs.slack.dev/reference/methods/apps.connections.open
  it('lets an address be used once, and soon', async () => {
    const url = await address();
    await first(url);
    await expect(first(url)).rejects.toThrow('401');
    const old = await address();
    await sandbox.clock.advance(31_000);
    await expect(first(old)).rejects.toThrow('401');
  });

  // https://docs.slack.dev/apis/events-api/using-socket-mode#multiple
  it('allows ten connections and sends the eleventh away', async () => {
    for (let n = 0; n < 10; n += 1) await first(await address());
    expect((await first(await address())).message).toMatchObject({
      type: 'disconnect',
      reason: 'too_many_websockets',
    });
    expect(sandbox.workspace().connections).toBe(10);
  });

  it('sends each envelope to one connection, in turn', async () => {
    const [one, two] = [await listen(sandbox), await listen(sandbox)];
    const alex = sandbox.person(people.alex);
    for (const text of ['1', '2', '3', '4']) await alex.post(channels.engPlatform, text);
    await one.next(() => one.arrived.length + two.arrived.length === 4);
    expect([one.arrived.length, two.arrived.length]).toEqual([2, 2]);
    await Promise.all([one.stop(), two.stop()]);
  });

  it.each(['drop', 'refresh'] as const)('has the real client come back after a %s', async (how) => {
    const listener = await listen(sandbox);
    await sandbox.admin({ do: 'sockets', how });
    await sandbox.until(
      () => sandbox.traffic().filter((each) => each.kind === 'socket' && each.what === 'open').length === 2,
      { what: 'the second connection' },
    );
    await sandbox.person(people.alex).post(channels.engPlatform, 'still there?');
    await listener.next(ofType('message'));
    await listener.stop();
  });

  it('warns before it closes', async () => {
    const { socket } = await first(await address());
    const next = new Promise((resolve) =>
      socket.once('message', (data) => resolve(JSON.parse(String(data)))),
    );
    await sandbox.admin({ do: 'sockets', how: 'warn' });
    expect(await next).toMatchObject({ type: 'disconnect', reason: 'warning' });
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await sandbox.clock.advance(10_000);
    expect(await closed).toBe(1000);
  });

  it('can be refused to an app, as any call', async () => {
    await sandbox.fault({ fault: 'slack_error', method: 'apps.connections.open', error: 'account_inactive' });
    const client = new SocketModeClient({
      appToken: sandbox.appToken,
      clientOptions: { slackApiUrl: sandbox.apiUrl(), retryConfig: { retries: 0 } },
      logger: quiet,
    });
    await expect(client.start()).rejects.toMatchObject({ data: { error: 'account_inactive' } });
  });

  it('is not there for an app whose manifest has it off', async () => {
    const manifest = testManifest();
    manifest.settings.socket_mode_enabled = false;
    const other = await openSandbox({ manifest });
    const call = new WebClient(sandbox.appToken, { slackApiUrl: other.sandbox.apiUrl(), logger: quiet });
    expect(await refusalOf(call.apps.connections.open())).toMatchObject({ error: 'socket_mode_disabled' });
    await closeSandbox(other.sandbox);
  });

  it('puts up with nonsense from the app', async () => {
    const { socket } = await first(await address());
    socket.send('not json');
    socket.send('{"envelope_id":"unknown"}');
    const answered = new Promise((resolve) => socket.once('pong', resolve));
    socket.ping();
    await answered;
    expect(sandbox.workspace().connections).toBe(1);
  });
});
