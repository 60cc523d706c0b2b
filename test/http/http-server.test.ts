import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Counter, Registry } from 'prom-client';
import { WebSocket, WebSocketServer } from 'ws';
import { createHttpServer, type HttpRoutes, type HttpServer } from '../../src/http/http-server.ts';

const open: HttpServer[] = [];

async function start(routes: HttpRoutes = {}, onError: (error: unknown) => void = () => {}) {
  const server = await createHttpServer({ host: '127.0.0.1', port: 0, routes, onError });
  open.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close(0)));
});

describe('createHttpServer', () => {
  it('is alive, whatever the state of its parts', async () => {
    const server = await start({ ready: [{ name: 'database', check: async () => false }] });
    const response = await fetch(`${server.url}/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok' });
  });

  it('is ready when each part is', async () => {
    const server = await start({ ready: [{ name: 'database', check: async () => undefined }] });
    const response = await fetch(`${server.url}/ready`);
    expect([response.status, await response.json()]).toEqual([
      200,
      { status: 'ready', parts: { database: 'ready' } },
    ]);
  });

  it('is not ready before anybody has said what must work', async () => {
    const server = await start();
    expect((await fetch(`${server.url}/ready`)).status).toBe(503);
    server.mount({ ready: [] });
    expect((await fetch(`${server.url}/ready`)).status).toBe(200);
  });

  it('names the part that is not ready, and not why', async () => {
    const fails = async () => {
      throw new Error('password of 10.0.0.1 is wrong');
    };
    const server = await start({
      ready: [
        { name: 'database', check: fails },
        { name: 'slack', check: async () => true },
      ],
    });
    const response = await fetch(`${server.url}/ready`);
    expect([response.status, await response.json()]).toEqual([
      503,
      { status: 'not ready', parts: { database: 'not ready', slack: 'ready' } },
    ]);
  });

  it('serves the metrics of a registry', async () => {
    const registry = new Registry();
    new Counter({ name: 'oops_pages_total', help: 'Pages sent', registers: [registry] }).inc(2);
    const server = await start({ metrics: registry });
    const response = await fetch(`${server.url}/metrics`);
    expect(response.headers.get('content-type')).toBe(registry.contentType);
    expect(await response.text()).toContain('oops_pages_total 2');
  });

  it('hands the unread body of /slack/events to the Slack receiver', async () => {
    const server = await start({
      slackEvents: (request, response) => void request.pipe(response),
      fallback: (_request, response) => void response.end('page'),
    });
    const response = await fetch(`${server.url}/slack/events`, { method: 'POST', body: 'a=1' });
    expect(await response.text()).toBe('a=1');
  });

  it('gives everything else to the fallback, and takes routes that are mounted later', async () => {
    const server = await start();
    expect((await fetch(`${server.url}/api/x`)).status).toBe(404);
    server.mount({ fallback: (request, response) => void response.end(request.url) });
    expect(await (await fetch(`${server.url}/api/x?y=1`)).text()).toBe('/api/x?y=1');
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
  });

  it('answers 500 and tells when a handler fails, at once or later', async () => {
    const errors: unknown[] = [];
    const failure = new Error('broken');
    const server = await start(
      {
        fallback: async () => {
          throw failure;
        },
        slackEvents: () => {
          throw failure;
        },
      },
      (error) => errors.push(error),
    );
    expect((await fetch(`${server.url}/x`)).status).toBe(500);
    expect((await fetch(`${server.url}/slack/events`)).status).toBe(500);
    expect(errors).toEqual([failure, failure]);
  });

  it('answers a request line that is no path', async () => {
    const server = await start();
    const socket = connect(server.port, '127.0.0.1');
    socket.write('GET //[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    const [first] = await once(socket, 'data');
    expect(String(first)).toMatch(/^HTTP\/1\.1 404 /);
    socket.destroy();
  });

  it('says in one sentence that the port is taken', async () => {
    const first = await start();
    const second = createHttpServer({ host: '127.0.0.1', port: first.port });
    await expect(second).rejects.toMatchObject({
      name: 'HttpStartError',
      code: 'port_taken',
      message: `Port ${first.port} on 127.0.0.1 is already in use: stop the other program, or set PORT to another number (0 picks a free one).`,
    });
  });

  it('says that an address is not of this machine', async () => {
    const server = createHttpServer({ host: '203.0.113.7', port: 0 });
    await expect(server).rejects.toMatchObject({ code: 'host_unknown' });
  });

  it('prints an address that a browser can open', async () => {
    const server = await createHttpServer({ host: '0.0.0.0', port: 0 });
    open.push(server);
    expect(server.url).toBe(`http://localhost:${server.port}`);
  });
});

describe('close', () => {
  it('does not wait for idle keep-alive connections', async () => {
    const server = await start();
    const agent = new Agent({ keepAlive: true });
    const [response] = (await once(get(`${server.url}/health`, { agent }), 'response')) as [IncomingMessage];
    response.resume();
    await once(response, 'end');
    await server.close(60_000);
    agent.destroy();
  });

  it('lets a running request finish, and takes no new one', async () => {
    let finish = () => {};
    const server = await start();
    const running = new Promise<void>((started) => {
      server.mount({
        fallback: (_request, response) => {
          finish = () => void response.end('done');
          started();
        },
      });
    });
    const answer = fetch(`${server.url}/slow`);
    await running;
    const closed = server.close(60_000);
    await expect(fetch(`${server.url}/health`)).rejects.toThrow();
    finish();
    expect(await (await answer).text()).toBe('done');
    await closed;
  });

  it('tells streams to end, and so ends without waiting for the grace period', async () => {
    const server = await start();
    server.mount({
      fallback: (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
        server.closing.addEventListener('abort', () => response.end());
      },
    });
    const stream = await fetch(`${server.url}/stream`);
    await server.close(60_000);
    expect(await stream.text()).toBe('data: 1\n\n');
  });

  it('cuts streams and WebSockets that stay open after the grace period', async () => {
    const sockets = new WebSocketServer({ noServer: true });
    const server = await start({
      fallback: (_request, response) => void response.writeHead(200).write('x'),
      upgrade: (request, socket, head) => sockets.handleUpgrade(request, socket, head, () => {}),
    });
    const stream = await fetch(`${server.url}/stream`);
    const client = new WebSocket(server.url.replace('http', 'ws'));
    await once(client, 'open');
    const ended = once(client, 'close');
    await server.close(10);
    await ended;
    await expect(stream.text()).rejects.toThrow();
  });

  it('refuses an upgrade that nobody mounted', async () => {
    const server = await start();
    const client = new WebSocket(server.url.replace('http', 'ws'));
    const [error] = await once(client, 'error');
    expect(String(error)).toContain('404');
  });

  it('may be called twice', async () => {
    const server = await start();
    await Promise.all([server.close(), server.close()]);
  });
});
