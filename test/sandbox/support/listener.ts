/** The real Socket Mode client, bare: keeps what arrives, and acknowledges as it is told. */
import { SocketModeClient } from '@slack/socket-mode';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { quiet } from './workshop.ts';

export interface Arrived {
  readonly type: string;
  readonly body: Record<string, unknown>;
  readonly retryNum: number;
  readonly retryReason: string;
  ack(payload?: Record<string, unknown>): Promise<void>;
}

interface SlackEvent {
  type: string;
  body: Record<string, unknown>;
  retry_num?: number;
  retry_reason?: string;
  ack(payload?: Record<string, unknown>): Promise<void>;
}

/** Connects; `acknowledge: false` leaves every envelope unanswered. */
export async function listen(sandbox: Sandbox, options: { acknowledge?: boolean } = {}) {
  const arrived: Arrived[] = [];
  const client = new SocketModeClient({
    appToken: sandbox.appToken,
    clientOptions: { slackApiUrl: sandbox.apiUrl() },
    clientPingTimeout: 200,
    logger: quiet,
  });
  const wakers = new Set<() => void>();
  client.on('slack_event', async (event: SlackEvent) => {
    arrived.push({
      type: event.type,
      body: event.body,
      retryNum: event.retry_num ?? 0,
      retryReason: event.retry_reason ?? '',
      ack: event.ack,
    });
    if (options.acknowledge !== false) await event.ack();
    for (const wake of wakers) wake();
  });
  await client.start();
  return {
    client,
    arrived,
    /** The inner events so far. */
    events: () => arrived.flatMap((each) => (each.type === 'events_api' ? [inner(each)] : [])),
    /** Resolves with the first envelope that fits. */
    next(fits: (each: Arrived) => boolean): Promise<Arrived> {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('no such envelope came')), 5000);
        const look = () => {
          const found = arrived.find(fits);
          if (!found) return;
          clearTimeout(timer);
          wakers.delete(look);
          resolve(found);
        };
        wakers.add(look);
        look();
      });
    },
    stop: () => client.disconnect(),
  };
}

/** The event inside an events_api envelope. */
export function inner(arrived: Arrived): Record<string, unknown> {
  const event = arrived.body.event;
  return typeof event === 'object' && event !== null ? { ...event } : {};
}

export function ofType(type: string) {
  return (each: Arrived) =>
    each.type === 'events_api' ? inner(each).type === type : each.body.type === type;
}
