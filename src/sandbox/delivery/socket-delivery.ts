/** Socket Mode. https://docs.slack.dev/apis/events-api/using-socket-mode */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { World } from '../world/world.ts';
import type { Delivery, Envelope, Receipt } from './delivery.ts';

const MAX_CONNECTIONS = 10;
const TICKET_LIFE_MS = 30_000;
const PING_EVERY_MS = 10_000;
const GOODBYE_MS = 500;
/** How long after a warning Slack closes the socket by itself. */
const GRACE_MS = 10_000;

const ackSchema = z.looseObject({ envelope_id: z.string(), payload: z.unknown().optional() });

interface Connection {
  readonly id: number;
  readonly socket: WebSocket;
  /** Asked to go; gets no more envelopes. */
  leaving: boolean;
}

interface Waiting {
  readonly connection: Connection;
  readonly receipt: Receipt;
  late: boolean;
}

export class SocketDelivery implements Delivery {
  readonly timeoutReason = 'timeout';
  readonly #world: World;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #tickets = new Map<string, number>();
  readonly #waiting = new Map<string, Waiting>();
  #connections: Connection[] = [];
  #listeners: (() => void)[] = [];
  #next = 0;
  #lastId = 0;
  readonly #pings: NodeJS.Timeout;

  constructor(world: World) {
    this.#world = world;
    this.#pings = setInterval(() => {
      for (const { socket } of this.#connections)
        if (socket.readyState === socket.OPEN) socket.ping('Ping from Slack');
    }, PING_EVERY_MS);
    this.#pings.unref();
  }

  /** How many sockets can take envelopes. */
  get count(): number {
    return this.#usable().length;
  }

  /** A websocket address for `apps.connections.open`: good for one connection, soon. */
  newAddress(): string {
    const ticket = randomUUID();
    this.#tickets.set(ticket, this.#world.now() + TICKET_LIFE_MS);
    const base = this.#world.baseUrl.replace(/^http/, 'ws');
    return `${base}/socket/?ticket=${ticket}&app_id=${this.#world.state.bot.appId}`;
  }

  /** Takes an upgrade under `/socket/`; refuses it with 401 when the ticket is used, old or unknown. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'http://sandbox').searchParams.get('ticket') ?? '';
    const goodUntil = this.#tickets.get(ticket);
    this.#tickets.delete(ticket);
    if (goodUntil === undefined || goodUntil < this.#world.now()) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (webSocket) => this.#open(webSocket));
  }

  available(): boolean {
    return this.#usable().length > 0;
  }

  send(envelope: Envelope, receipt: Receipt): boolean {
    const usable = this.#usable();
    const connection = usable[this.#next++ % Math.max(1, usable.length)];
    if (!connection) return false;
    this.#waiting.set(envelope.id, { connection, receipt, late: false });
    this.#world.traffic.add({
      kind: 'envelope',
      envelopeId: envelope.id,
      type: envelope.type,
      connection: connection.id,
      retryAttempt: envelope.retry?.attempt ?? 0,
      payload: structuredClone(envelope.payload),
    });
    this.#write(connection, {
      envelope_id: envelope.id,
      payload: envelope.payload,
      type: envelope.type,
      accepts_response_payload: envelope.acceptsResponse,
      ...(envelope.type === 'events_api'
        ? { retry_attempt: envelope.retry?.attempt ?? 0, retry_reason: envelope.retry?.reason ?? '' }
        : {}),
    });
    return true;
  }

  giveUp(envelopeId: string): void {
    const waiting = this.#waiting.get(envelopeId);
    if (waiting) waiting.late = true;
  }

  onAvailable(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Cuts every socket without a word, as a network does. */
  drop(): void {
    for (const { socket } of [...this.#connections]) socket.terminate();
  }

  /** Asks the app to reconnect. `warning` comes some seconds before Slack closes; `refresh_requested` at once. */
  askToReconnect(reason: 'warning' | 'refresh_requested'): void {
    for (const connection of this.#usable()) {
      if (reason === 'refresh_requested') connection.leaving = true;
      this.#write(connection, { type: 'disconnect', reason, debug_info: { host: 'sandbox' } });
      this.#world.clock.after(GRACE_MS, () => connection.socket.close(1000));
    }
  }

  /** Says goodbye on every socket, and cuts those that do not answer soon. */
  async close(): Promise<void> {
    clearInterval(this.#pings);
    const goodbyes = this.#connections.map(
      ({ socket }) =>
        new Promise<void>((resolve) => {
          const impatience = setTimeout(() => socket.terminate(), GOODBYE_MS);
          socket.once('close', () => {
            clearTimeout(impatience);
            resolve();
          });
          socket.close(1001);
        }),
    );
    await Promise.all(goodbyes);
    this.#server.close();
  }

  #usable(): Connection[] {
    return this.#connections.filter(({ socket, leaving }) => !leaving && socket.readyState === socket.OPEN);
  }

  #open(socket: WebSocket): void {
    this.#lastId += 1;
    const connection: Connection = { id: this.#lastId, socket, leaving: false };
    socket.on('error', () => socket.terminate());
    if (this.#usable().length >= MAX_CONNECTIONS) {
      this.#write(connection, {
        type: 'disconnect',
        reason: 'too_many_websockets',
        debug_info: { host: 'sandbox' },
      });
      socket.close();
      return;
    }
    this.#connections.push(connection);
    socket.on('message', (data) => this.#receive(String(data)));
    socket.on('close', () => this.#closed(connection));
    this.#write(connection, {
      type: 'hello',
      num_connections: this.#usable().length,
      debug_info: { host: 'sandbox', build_number: 1, approximate_connection_time: 18_060 },
      connection_info: { app_id: this.#world.state.bot.appId },
    });
    this.#world.traffic.add({ kind: 'socket', what: 'open', connection: connection.id });
    for (const listener of this.#listeners) listener();
  }

  #receive(text: string): void {
    let parsed: z.infer<typeof ackSchema>;
    try {
      parsed = ackSchema.parse(JSON.parse(text));
    } catch {
      return; // Slack ignores what is not an acknowledgement.
    }
    const waiting = this.#waiting.get(parsed.envelope_id);
    if (!waiting) return;
    this.#waiting.delete(parsed.envelope_id);
    const payload = parsed.payload ?? {};
    const problem = waiting.late ? null : waiting.receipt.acknowledged(payload);
    this.#world.traffic.add({
      kind: 'ack',
      envelopeId: parsed.envelope_id,
      late: waiting.late,
      payload,
      problem,
    });
  }

  #closed(connection: Connection): void {
    this.#connections = this.#connections.filter((each) => each !== connection);
    this.#world.traffic.add({ kind: 'socket', what: 'close', connection: connection.id });
    for (const waiting of this.#waiting.values()) {
      if (waiting.connection === connection && !waiting.late)
        waiting.receipt.lost({ reason: 'timeout', retry: true });
    }
  }

  #write(connection: Connection, message: object): void {
    connection.socket.send(JSON.stringify(message));
  }
}
