/** Hears from Slack over Socket Mode. */
import type { App, ReceiverEvent } from '@slack/bolt';
import type { Logger } from 'pino';
import { LeftToSlack } from './acknowledged-app.ts';
import { type SlackClientSettings, webClientOptions } from './clients.ts';
import { describeError } from './describe-error.ts';
import type { ReceiverStatus, SlackReceiver } from './receiver.ts';
import { sdkLogger } from './sdk-logger.ts';
import { type Envelope, openSocket, type SocketConnection } from './socket-connection.ts';
import { SocketPool, type SocketPoolSettings } from './socket-pool.ts';

export type SocketReceiverSettings = Pick<SlackClientSettings, 'apiUrl' | 'fetch'> & {
  readonly appToken: string;
  readonly log: Logger;
  /** From asking for the socket to Slack's hello. */
  readonly connectMs?: number;
  readonly pool?: Omit<SocketPoolSettings, 'open' | 'events' | 'log'>;
};

/**
 * Bolt's receiver for Socket Mode. An envelope that Slack delivers again, perhaps to the other socket, is handed on again:
 * what must not happen twice is kept from it by a key in the database, which a restart does not forget.
 */
export class SocketReceiver implements SlackReceiver {
  readonly #pool: SocketPool;
  readonly #log: Logger;
  #app: App | undefined;
  #isPaused = false;

  constructor(settings: SocketReceiverSettings) {
    const { appToken, log, connectMs = 10_000 } = settings;
    const { logger: _, ...clientOptions } = webClientOptions(settings, connectMs);
    const logger = sdkLogger(log, 'slack-socket-mode');
    const connection = { appToken, clientOptions, logger, helloMs: connectMs };
    this.#log = log;
    this.#pool = new SocketPool({
      ...settings.pool,
      log,
      open: (events, signal) => openSocket(connection, events, signal),
      events: {
        onEnvelope: (envelope, from) => void this.#receive(envelope, from),
        onUnreadable: (type) => log.warn({ type }, 'slack sent something that is no envelope'),
      },
    });
  }

  init(app: App): void {
    this.#app = app;
  }

  start(): Promise<void> {
    return this.#pool.start();
  }

  pause(): void {
    this.#isPaused = true;
  }

  stop(): Promise<void> {
    this.#isPaused = true;
    return this.#pool.stop();
  }

  status(): ReceiverStatus {
    const sockets = this.#pool.openSockets();
    return { mode: 'socket', sockets, reachable: sockets > 0 && !this.#isPaused };
  }

  async #receive(envelope: Envelope, from: SocketConnection): Promise<void> {
    if (this.#isPaused || this.#app === undefined) return;
    const event: ReceiverEvent = {
      body: envelope.payload,
      ack: (answer: unknown) => this.#pool.acknowledge(envelope.id, answer, from),
      customProperties: { envelopeId: envelope.id },
      ...(envelope.retryNum === undefined ? {} : { retryNum: envelope.retryNum }),
      ...(envelope.retryReason === undefined ? {} : { retryReason: envelope.retryReason }),
    };
    try {
      await this.#app.processEvent(event);
    } catch (error) {
      if (error instanceof LeftToSlack) return;
      // The app answers for what goes wrong inside; here only what it could not answer for arrives.
      this.#log.error({ err: describeError(error), type: envelope.type }, 'an envelope was left unanswered');
    }
  }
}
