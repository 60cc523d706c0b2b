/** What both ways of hearing from Slack have in common. */
import type { Receiver } from '@slack/bolt';

export interface SlackReceiver extends Receiver {
  /** Resolves when Slack can reach us; rejects with a {@link SlackStartError} when it will not. */
  start(): Promise<void>;
  /** From now on nothing new is accepted: Slack gives it to another process, or again later. Answers still go out. */
  pause(): void;
  /** Ends it; what was not acknowledged is left to Slack. */
  stop(): Promise<void>;
  /** Whether Slack can reach this process now. For health and metrics. */
  status(): ReceiverStatus;
}

export type ReceiverStatus = {
  readonly mode: 'socket' | 'http';
  readonly reachable: boolean;
  /** Sockets that Slack greeted; 0 in HTTP mode. */
  readonly sockets: number;
};
