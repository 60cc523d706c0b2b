/** The seam between what Slack sends and the road it takes: a socket, or signed requests. */
import type { Json } from '../world/state.ts';

export type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive';

export interface Envelope {
  readonly id: string;
  readonly type: EnvelopeType;
  readonly payload: Json;
  /** May the acknowledgement carry an answer (a message, a `response_action`)? */
  readonly acceptsResponse: boolean;
  readonly retry: { readonly attempt: number; readonly reason: string } | null;
}

export interface Receipt {
  /**
   * The app acknowledged, with this payload.
   * @returns what is wrong with the payload, or null
   */
  acknowledged(payload: unknown): string | null;
  /** The road broke before an acknowledgement came, or the app refused. */
  lost(loss: Loss): void;
}

export interface Loss {
  /** Slack's word for it, told with the retry. https://docs.slack.dev/apis/events-api#retries */
  readonly reason: 'timeout' | 'http_error' | 'connection_failed';
  /** False when the app asked not to be sent it again. */
  readonly retry: boolean;
}

export interface Delivery {
  /** How a missing acknowledgement is called on this road. */
  readonly timeoutReason: 'timeout' | 'http_timeout';
  /** Could an envelope be handed over now? */
  available(): boolean;
  /** Hands it over. False when there is nobody to take it. */
  send(envelope: Envelope, receipt: Receipt): boolean;
  /** The wait is over; an acknowledgement that still comes is noted as late. */
  giveUp(envelopeId: string): void;
  /** Calls back each time it becomes available again. */
  onAvailable(listener: () => void): void;
}
