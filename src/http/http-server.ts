import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { HttpStartError } from './http-start-error.ts';
import { type ReadinessCheck, readinessReport } from './readiness.ts';

/** What a prom-client registry offers. */
export type MetricsSource = { readonly contentType: string; metrics(): Promise<string> };

export type HttpRoutes = {
  /** The parts that must work before this process can serve. Asked at each `/ready`; not ready until it is given. */
  readonly ready?: readonly ReadinessCheck[];
  readonly metrics?: MetricsSource;
  /** Slack's requests in HTTP mode, at `/slack/events`. The body is unread, as signatures need. */
  readonly slackEvents?: RequestListener;
  /** Everything else, such as the sandbox. */
  readonly fallback?: RequestListener;
  /** WebSocket upgrades of any path. */
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
};

export type HttpServerSettings = {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly routes?: HttpRoutes;
  /** Told of a handler that threw; the person has been answered with 500. */
  readonly onError?: (error: unknown) => void;
};

export type HttpServer = {
  /** The address for a browser on this machine, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Adds routes, or replaces those of the same name. What needs the address can be mounted after listening. */
  mount(routes: HttpRoutes): void;
  /** Aborted when `close` begins: whoever holds a stream or a WebSocket open ends it then. */
  readonly closing: AbortSignal;
  /**
   * Takes no new connection, lets running requests finish, and cuts what is still open after `graceMs` (default 2000).
   * Resolves when nothing is open; safe to call twice.
   */
  close(graceMs?: number): Promise<void>;
};

/**
 * Starts the one HTTP server of the process: `/health`, `/ready`, `/metrics`, Slack's requests and whatever else is
 * mounted. Resolves when it listens; rejects with `HttpStartError`, whose message is one sentence for the terminal.
 */
export async function createHttpServer(settings: HttpServerSettings): Promise<HttpServer> {
  let routes: HttpRoutes = settings.routes ?? {};
  const closing = new AbortController();
  const sockets = new Set<Socket>();

  const server = createServer((request, response) => {
    if (closing.signal.aborted) response.setHeader('connection', 'close');
    answer(routes, request, response).catch((error: unknown) => {
      settings.onError?.(error);
      if (!response.headersSent) sendJson(response, 500, { status: 'error' });
      else response.destroy();
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (routes.upgrade === undefined || closing.signal.aborted) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    routes.upgrade(request, socket, head);
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(HttpStartError.from(error, settings)));
    server.listen(settings.port, settings.host, () => resolve());
  });
  server.removeAllListeners('error');
  server.on('error', (error) => settings.onError?.(error));

  let closed: Promise<void> | undefined;
  const port = (server.address() as AddressInfo).port;
  return {
    port,
    url: `http://${browsableHost(settings.host)}:${port}`,
    closing: closing.signal,
    mount(more) {
      routes = { ...routes, ...more };
    },
    close(graceMs = 2000) {
      closed ??= new Promise((resolve) => {
        const cut = setTimeout(() => {
          for (const socket of sockets) socket.destroy();
        }, graceMs);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        closing.abort();
        server.closeIdleConnections();
      });
      return closed;
    },
  };
}

/** Nobody can open 0.0.0.0 in a browser, and an IPv6 address needs brackets. */
function browsableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

async function answer(routes: HttpRoutes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path] = (request.url ?? '/').split('?');
  const reading = request.method === 'GET' || request.method === 'HEAD';
  if (reading && path === '/health') return sendJson(response, 200, { status: 'ok' });
  if (reading && path === '/ready') {
    // Who has not said yet what must work is still starting.
    const starting = { name: 'start', check: async () => false };
    const report = await readinessReport(routes.ready ?? [starting]);
    return sendJson(response, report.status === 'ready' ? 200 : 503, report);
  }
  if (reading && path === '/metrics' && routes.metrics !== undefined) {
    const text = await routes.metrics.metrics();
    response
      .writeHead(200, { 'content-type': routes.metrics.contentType, 'cache-control': 'no-store' })
      .end(text);
    return;
  }
  const handler = path === '/slack/events' ? (routes.slackEvents ?? routes.fallback) : routes.fallback;
  if (handler === undefined) return sendJson(response, 404, { status: 'not found' });
  // A listener may be an async function, whatever its type says: its rejection is a failure of this request.
  await handler(request, response);
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .end(`${JSON.stringify(body)}\n`);
}
