/** A local Slack. See surface.ts for what it offers and protocol.ts for its control API. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebApi } from './api/web-api.ts';
import { Client } from './client/client.ts';
import { tellClosed } from './client/form.ts';
import { InProcessPerson } from './client/person-driver.ts';
import { workspaceOf } from './client/screen.ts';
import { MovableClock } from './clock.ts';
import { Admin } from './control/admin.ts';
import { handleControl } from './control/routes.ts';
import { ChangeStream } from './control/stream.ts';
import { appToken, botToken, signingSecret } from './credentials.ts';
import { EventQueue } from './delivery/event-queue.ts';
import { HttpDelivery } from './delivery/http-delivery.ts';
import { Interactions } from './delivery/interactions.ts';
import { SocketDelivery } from './delivery/socket-delivery.ts';
import { Faults } from './faults.ts';
import { receiveUpload, sendContent } from './file-requests.ts';
import { readBody, sendJson } from './http.ts';
import { readManifest } from './manifest.ts';
import { type AdminActionInput, adminActionSchema, faultSchema } from './protocol.ts';
import { defaultSeed } from './seed.ts';
import { sendFile } from './static-files.ts';
import type { Sandbox, SandboxOptions } from './surface.ts';
import { TrafficLog } from './traffic.ts';
import { waitUntil } from './until.ts';
import { answerResponseUrl } from './world/response-urls.ts';
import { armAll } from './world/scheduled.ts';
import { initialState } from './world/state.ts';
import { readStateFile, StateFile } from './world/state-file.ts';
import { World } from './world/world.ts';

export type { PersonDriver, Sandbox, SandboxClock, SandboxOptions } from './surface.ts';

/**
 * Starts a pretend Slack for one app.
 * @throws Error when the manifest or the state file is not valid
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const facts = readManifest(options.manifest);
  // An app that takes requests is not connected by sockets, whatever its manifest says.
  const app = options.http ? { ...facts, socketMode: false } : facts;
  const seed = options.seed ?? defaultSeed;
  const saved = options.stateFile === undefined ? undefined : readStateFile(options.stateFile);
  const clock = new MovableClock(saved?.clockOffset ?? 0, options.clock ?? Date);
  const traffic = new TrafficLog(() => clock.now());
  const state = saved ?? initialState(seed, clock.now());
  const { patience = 1 } = options;
  const world = new World({ state, clock, app, faults: new Faults(), traffic, patience });
  clock.onMove(() => {
    world.state.clockOffset = clock.offset;
    world.changed(['*']);
  });
  const file = options.stateFile === undefined ? null : new StateFile(options.stateFile, () => world.state);
  if (file) {
    world.saveWith(() => file.saved());
    await file.saved();
  }

  armAll(world);
  const sockets = new SocketDelivery(world);
  const http = options.http ? new HttpDelivery(world, options.http.url) : null;
  const events = new EventQueue(world, http ?? sockets);
  const interactions = new Interactions(world, http ?? sockets);
  const connections = () => http?.count ?? sockets.count;
  const client = new Client(world, interactions);
  const admin = new Admin({ world, sockets, events, seed });
  const stream = new ChangeStream(world);
  const webApi = new WebApi({
    world,
    newSocketAddress: () => sockets.newAddress(),
    viewsClosed: (views) => tellClosed(world, interactions, views, { isCleared: true }),
  });

  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  world.onChange(tell);
  traffic.onEntry(() => {
    tell();
    stream.trafficMoved();
  });
  const onChange = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };

  const workspace = () => workspaceOf(world, connections());
  const act = (action: AdminActionInput) => admin.act(adminActionSchema.parse(action));
  const control = { world, client, stream, workspace, admin: act };

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://sandbox');
    if (url.pathname.startsWith('/api/'))
      return webApi.handle(url.pathname.slice('/api/'.length), request, response);
    if (url.pathname.startsWith('/response/'))
      return respondAt(url.pathname.slice('/response/'.length), request, response);
    if (url.pathname.startsWith('/upload/v1/'))
      return receiveUpload(world, url.pathname.slice('/upload/v1/'.length), request, response);
    if (url.pathname.startsWith('/files/')) return sendContent(world, url, request, response);
    if (url.pathname.startsWith('/control/')) return handleControl(control, url, request, response);
    if (options.pageDir && url.pathname.startsWith('/archives/')) {
      // A permalink opens the page, which looks up the message for whoever is shown there.
      const link = encodeURIComponent(url.pathname + url.search);
      response.writeHead(302, { location: `/?link=${link}` }).end();
      return;
    }
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead && options.pageDir && (await sendFile(options.pageDir, url.pathname, response))) return;
    sendJson(response, 404, { error: 'there is nothing at this address', issues: [] });
  }

  async function respondAt(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body: unknown = null;
    try {
      body = JSON.parse(await readBody(request));
    } catch {
      body = null;
    }
    const { status, answer } = answerResponseUrl(world, id, body);
    await world.saved();
    const shown = typeof body === 'object' && body !== null ? { ...body } : {};
    traffic.add({ kind: 'response', body: shown, httpStatus: status, answer });
    sendJson(response, status, answer);
  }

  async function handleRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await route(request, response);
    } catch (error) {
      if (response.headersSent) response.destroy();
      else
        sendJson(response, 500, {
          error: error instanceof Error ? error.message : 'internal error',
          issues: [],
        });
    }
  }

  function handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    if (!(request.url ?? '').startsWith('/socket/')) return false;
    sockets.upgrade(request, socket, head);
    return true;
  }

  let server: Server | null = null;
  async function listen(where: { host?: string; port?: number } = {}): Promise<string> {
    const host = where.host ?? '127.0.0.1';
    const own = createServer((request, response) => void handleRequest(request, response));
    own.on('upgrade', (request, socket, head) => {
      if (!handleUpgrade(request, socket, head)) socket.destroy();
    });
    await new Promise<void>((resolve, reject) => {
      own.once('error', reject);
      own.listen(where.port ?? 0, host, resolve);
    });
    server = own;
    const address = own.address();
    const port = typeof address === 'object' && address ? address.port : where.port;
    world.baseUrl = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
    return world.baseUrl;
  }

  async function close(): Promise<void> {
    clock.stop();
    http?.close();
    await sockets.close();
    stream.close();
    const own = server;
    server = null;
    if (own) {
      own.closeAllConnections();
      await new Promise<void>((resolve) => own.close(() => resolve()));
    }
    await file?.saveNow();
  }

  const until: Sandbox['until'] = (condition, how) => waitUntil(condition, { ...how, onChange });
  return {
    botToken,
    appToken,
    signingSecret,
    clock,
    handleRequest,
    handleUpgrade,
    listen,
    setBaseUrl: (url) => {
      world.baseUrl = url.replace(/\/+$/, '');
    },
    apiUrl: () => `${world.baseUrl}/api/`,
    person: (id) => new InProcessPerson(world, client, id),
    workspace,
    admin: act,
    fault: async (fault) => void (await act({ do: 'fault', fault: faultSchema.parse(fault) })),
    clearFaults: async () => void (await act({ do: 'clearFaults' })),
    traffic: (since) => traffic.since(since),
    until,
    onChange,
    connected: async (count = 1) => {
      await until(() => connections() >= count, { what: `${count} socket(s) of the app` });
    },
    verifyUrl: async () => {
      const problem = http
        ? await http.verify()
        : 'there is no address to verify: the http option was not given';
      if (problem !== null) throw new Error(problem);
    },
    undeclaredRefusals: () => [...webApi.undeclared],
    close,
  };
}
