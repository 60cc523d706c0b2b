/** A Slack of a few lines for what the sandbox does not do: wrong answers, dead connections, odd envelopes. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { waitUntil } from './wait-until.ts';

export type StubCall = {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly token: string | undefined;
};
export type StubAnswer =
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly body: unknown }
  /** The connection is cut after the call was read. */
  | 'cut'
  /** Never answered. */
  | 'silence';
type Answerer = (call: StubCall, nth: number) => StubAnswer | Promise<StubAnswer>;

export type StubSocket = {
  readonly nth: number;
  send(envelope: unknown): void;
  close(): void;
  /** Ends the connection without a closing handshake. */
  drop(): void;
};

export type StubSlack = {
  readonly apiUrl: string;
  readonly calls: StubCall[];
  /** Everything the bot sent over its sockets, parsed. */
  readonly acks: { readonly socket: number; readonly envelope_id: string; readonly payload: unknown }[];
  readonly sockets: StubSocket[];
  /** What a method answers from now on; `ok(...)` by default. */
  on(method: string, answerer: Answerer | StubAnswer): void;
  /** Resolves when the condition holds. */
  until(what: string, condition: () => boolean): Promise<void>;
  close(): Promise<void>;
};

export const ok = (fields: Record<string, unknown> = {}): StubAnswer => ({ body: { ok: true, ...fields } });
export const refused = (error: string, fields: Record<string, unknown> = {}): StubAnswer => ({
  body: { ok: false, error, ...fields },
});

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function parseArgs(body: string, type: string): Record<string, unknown> {
  if (type.includes('json')) return JSON.parse(body);
  const entries = [...new URLSearchParams(body)].map(([key, value]) => [
    key,
    /^[[{]/.test(value) ? JSON.parse(value) : value,
  ]);
  return Object.fromEntries(entries);
}

export async function startStubSlack(): Promise<StubSlack> {
  const calls: StubCall[] = [];
  const acks: StubSlack['acks'] = [];
  const sockets: StubSocket[] = [];
  const answers = new Map<string, Answerer>();
  const counts = new Map<string, number>();

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = (request.url ?? '').replace(/^\/(?:api\/)?/, '');
    const args = parseArgs(await readBody(request), request.headers['content-type'] ?? '');
    const call = { method, args, token: request.headers.authorization?.replace('Bearer ', '') };
    calls.push(call);
    const nth = (counts.get(method) ?? 0) + 1;
    counts.set(method, nth);
    const answer = await (answers.get(method) ?? usual)(call, nth);
    if (answer === 'silence') return;
    if (answer === 'cut') {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
  }

  const server = createServer((request, response) => void handle(request, response));
  const webSockets = new WebSocketServer({ server });
  webSockets.on('connection', (socket: WebSocket) => {
    const nth = sockets.length;
    sockets.push({
      nth,
      send: (envelope) => socket.send(typeof envelope === 'string' ? envelope : JSON.stringify(envelope)),
      close: () => socket.close(),
      drop: () => socket.terminate(),
    });
    socket.on('message', (data) => {
      acks.push({ socket: nth, ...JSON.parse(String(data)) });
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: sockets.length }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const usual: Answerer = ({ method }) =>
    method === 'apps.connections.open' ? ok({ url: `ws://127.0.0.1:${port}/link?ticket=secret` }) : ok();

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    calls,
    acks,
    sockets,
    on: (method, answerer) => {
      answers.set(method, typeof answerer === 'function' ? answerer : () => answerer);
    },
    until: async (what, condition) => void (await waitUntil(what, condition)),
    close: async () => {
      for (const client of webSockets.clients) client.terminate();
      webSockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
