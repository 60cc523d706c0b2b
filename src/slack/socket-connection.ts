/**
 * One Socket Mode connection, from its address to its end. The SDK's client is used for a single connection only: its own
 * reconnecting waits five seconds deaf, gives up with an unhandled rejection when Slack answers 503 once, and hangs up the
 * moment Slack announces a refresh. https://docs.slack.dev/apis/events-api/using-socket-mode
 */
import { SocketModeClient, type SocketModeOptions } from '@slack/socket-mode';
import { z } from 'zod';
import type { FetchFunction } from './clients.ts';

/** What Slack delivers over a socket. */
export type Envelope = {
  readonly id: string;
  readonly type: string;
  readonly payload: Record<string, unknown>;
  readonly retryNum: number | undefined;
  readonly retryReason: string | undefined;
};

export type ConnectionEvents = {
  readonly onEnvelope: (envelope: Envelope, from: SocketConnection) => void;
  /** Something came that is no envelope; its type where it has one. */
  readonly onUnreadable: (type: string) => void;
};

export interface SocketConnection {
  /** Resolves when the connection should be replaced: Slack announced its end (with why), or it ended. */
  readonly ending: Promise<string>;
  /** Resolves when it has ended. */
  readonly closed: Promise<void>;
  isOpen(): boolean;
  /** Acknowledges an envelope. Throws when the socket is not open. */
  acknowledge(envelopeId: string, payload: unknown): Promise<void>;
  /** Ends it, without waiting long for Slack's goodbye. */
  close(): Promise<void>;
}

const envelopeSchema = z.looseObject({
  envelope_id: z.string(),
  type: z.string(),
  payload: z.record(z.string(), z.unknown()),
  retry_attempt: z.number().optional(),
  retry_reason: z.string().optional(),
});
const typeSchema = z.looseObject({ type: z.string() });

/** How long Slack may take for the closing handshake. The SDK alone would wait 30 s. */
const goodbyeMs = 1000;
/** How soon a socket that the SDK has given up on (no pong) is noticed: there is no event for it. */
const lookEveryMs = 1000;

class OneSocket extends SocketModeClient {
  events: ConnectionEvents | undefined;
  connection: SocketConnection | undefined;

  /** Instead of the SDK's, which rejects unhandled on a payload it does not expect, and closes when warned. */
  protected override async onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    const message = parse(data);
    const type = typeSchema.safeParse(message);
    if (type.success && type.data.type === 'hello') return super.onWebSocketMessage(data, isBinary);
    if (type.success && type.data.type === 'disconnect') {
      this.emit(
        'ending_soon',
        z.looseObject({ reason: z.string() }).safeParse(message).data?.reason ?? 'unnamed',
      );
      return;
    }
    const envelope = envelopeSchema.safeParse(message);
    if (!envelope.success || this.connection === undefined) {
      this.events?.onUnreadable(type.success ? type.data.type : 'none');
      return;
    }
    const {
      envelope_id: id,
      type: kind,
      payload,
      retry_attempt: retryNum,
      retry_reason: retryReason,
    } = envelope.data;
    this.events?.onEnvelope({ id, type: kind, payload, retryNum, retryReason }, this.connection);
  }
}

function parse(data: string | ArrayBuffer): unknown {
  try {
    return JSON.parse(typeof data === 'string' ? data : new TextDecoder().decode(data));
  } catch {
    return undefined;
  }
}

export type ConnectionSettings = {
  readonly appToken: string;
  /** Of the client that asks for the socket's address. No retries: the caller decides when to try again. */
  readonly clientOptions: NonNullable<SocketModeOptions['clientOptions']> & { readonly fetch: FetchFunction };
  readonly logger: NonNullable<SocketModeOptions['logger']>;
  /** From the address to Slack's hello. */
  readonly helloMs: number;
};

/**
 * Opens a connection and resolves when Slack has greeted it. Rejects with what the SDK threw when the address was
 * refused, and with {@link NoHello} when the socket did not come to life in time, or `signal` was aborted first.
 */
export async function openSocket(
  settings: ConnectionSettings,
  events: ConnectionEvents,
  signal: AbortSignal,
): Promise<SocketConnection> {
  const { appToken, logger, helloMs } = settings;
  const clientOptions = { ...settings.clientOptions, fetch: abortable(settings.clientOptions.fetch, signal) };
  const client = new OneSocket({ appToken, clientOptions, logger, autoReconnectEnabled: false });
  const connection = connectionOf(client);
  client.events = events;
  client.connection = connection;
  let closing: Promise<void> | undefined;
  const giveUp = () => {
    closing = connection.close();
  };
  let timer: NodeJS.Timeout | undefined;
  client.once('connecting', () => {
    timer = setTimeout(giveUp, signal.aborted ? 0 : helloMs);
    signal.addEventListener('abort', giveUp, { once: true });
  });
  try {
    await client.start();
    watch(client, connection);
    return connection;
  } catch (error) {
    await closing;
    // The SDK rejects with nothing when the socket closed before Slack's hello.
    throw error ?? new NoHello();
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
}

/** The SDK would open the socket after all when it is told to stop while it asks for the address. */
function abortable(fetch: FetchFunction, signal: AbortSignal): FetchFunction {
  return (url, init) => {
    const signals = init?.signal === undefined ? [signal] : [signal, init.signal];
    return fetch(url, { ...init, signal: AbortSignal.any(signals) });
  };
}

/**
 * When a socket is closed before it was open, `close()` fails at once and cleans up, and only then does the SDK (3.1) start
 * its 30 s of waiting for the goodbye, which would keep the process alive.
 */
function forgetGoodbye(client: OneSocket): void {
  if (client.websocket === undefined || client.websocket.readyState !== undefined) return;
  const timer: unknown = Reflect.get(client.websocket, 'closeHandshakeTimeout');
  if (isTimer(timer)) timer.unref();
}

function isTimer(value: unknown): value is Pick<NodeJS.Timeout, 'unref'> {
  return typeof value === 'object' && value !== null && 'unref' in value && typeof value.unref === 'function';
}

/** The address was given, but the socket at it did not come to life. */
export class NoHello extends Error {
  readonly code = 'slack_socket_no_hello';

  constructor() {
    super('The socket ended before Slack greeted it.');
    this.name = 'NoHello';
  }
}

/** The SDK closes a socket whose pongs stay away, and then waits for the goodbye of a peer that is gone. */
function watch(client: OneSocket, connection: SocketConnection): void {
  const timer = setInterval(() => {
    if (connection.isOpen()) return;
    clearInterval(timer);
    client.emit('ending_soon', 'silent');
    void connection.close();
  }, lookEveryMs);
  timer.unref();
  void connection.closed.then(() => clearInterval(timer));
}

function connectionOf(client: OneSocket): SocketConnection {
  const closed = new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
  const announced = new Promise<string>((resolve) => client.once('ending_soon', resolve));
  const isOpen = () => client.websocket?.isActive() ?? false;
  return {
    closed,
    ending: Promise.race([announced, closed.then(() => 'closed')]),
    isOpen,
    acknowledge: (envelopeId, payload) =>
      new Promise((resolve, reject) => {
        if (!isOpen()) return reject(new Error('the socket is not open'));
        const body = typeof payload === 'string' ? { text: payload } : (payload ?? {});
        const message = JSON.stringify({ envelope_id: envelopeId, payload: body });
        client.websocket?.send(message, (error) => (error ? reject(error) : resolve()));
      }),
    close: async () => {
      const goodbye = client.disconnect();
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        // A second call destroys the socket instead of waiting on.
        timer = setTimeout(() => resolve(client.disconnect()), goodbyeMs);
      });
      await Promise.race([goodbye, late]);
      clearTimeout(timer);
      forgetGoodbye(client);
    },
  };
}
