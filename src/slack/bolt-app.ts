/** Puts Bolt together: one receiver, one boundary, one way to say who we are. */
import type { Authorize } from '@slack/bolt';
import type { Logger } from 'pino';
import { AcknowledgedApp } from './acknowledged-app.ts';
import type { BotIdentity } from './bot-identity.ts';
import { type SlackClientSettings, usualDeadlines, webClientOptions } from './clients.ts';
import type { CorrelationScope } from './correlation.ts';
import type { ErrorBoundary } from './error-boundary.ts';
import { InFlight } from './in-flight.ts';
import { createListen, type Listen } from './listen.ts';
import type { ReceiverStatus, SlackReceiver } from './receiver.ts';
import { sdkLogger } from './sdk-logger.ts';

export type BoltAppSettings = Pick<SlackClientSettings, 'apiUrl' | 'fetch'> & {
  readonly receiver: SlackReceiver;
  /** Says for each request with which token and as whom it is served: {@link authorizeOneTeam}, or a lookup by team. */
  readonly authorize: Authorize<boolean>;
  readonly boundary: ErrorBoundary;
  readonly correlation: CorrelationScope;
  readonly log: Logger;
  readonly now?: () => number;
  readonly answerWithinMs?: number;
};

export interface SlackApp {
  /** Registers listeners; before `start`. */
  readonly listen: Listen;
  /** Resolves when Slack can reach us. Rejects with a `SlackStartError`. */
  start(): Promise<void>;
  /**
   * Accepts nothing new, lets what runs finish for at most `graceMs`, then hangs up. Tells how many were cut off: those
   * were not acknowledged, and Slack delivers their events again.
   */
  stop(graceMs: number): Promise<number>;
  status(): ReceiverStatus & { readonly running: number };
}

export function createBoltApp(settings: BoltAppSettings): SlackApp {
  const { receiver, authorize, boundary, correlation, log, now = Date.now, answerWithinMs = 2000 } = settings;
  const inFlight = new InFlight();
  const app = new AcknowledgedApp(
    {
      receiver,
      authorize,
      // Listeners use our own clients; Bolt's are kept from retrying all the same.
      clientOptions: webClientOptions(settings, usualDeadlines.person),
      logger: sdkLogger(log, 'bolt'),
      // Our own posts are no cries for help. Our edits arrive all the same: see `editedMessageSchema`.
      ignoreSelf: true,
      // Who we are is asked once, by ourselves, where the answer can be told in a sentence.
      tokenVerificationEnabled: false,
      // Bolt would keep what people said in memory.
      convoStore: false,
      attachFunctionToken: false,
    },
    { boundary, correlation, inFlight, log, now, answerWithinMs },
  );
  return {
    listen: createListen(app),
    start: () => receiver.start(),
    async stop(graceMs) {
      receiver.pause();
      const cutOff = await inFlight.idle(graceMs);
      await receiver.stop();
      return cutOff;
    },
    status: () => ({ ...receiver.status(), running: inFlight.count }),
  };
}

/** One workspace, one token. The team is always that of the installation, also when a stranger clicks in a shared channel. */
export function authorizeOneTeam(botToken: string, identity: BotIdentity): Authorize<boolean> {
  const { botId, botUserId, teamId, enterpriseId } = identity;
  return async () => ({
    botToken,
    botId,
    botUserId,
    teamId,
    ...(enterpriseId === null ? {} : { enterpriseId }),
  });
}
