/** The one way out to Slack's Web API: deadline, pauses, classification and a log line around each call. */
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { CallPauses } from './call-pauses.ts';
import type { SlackClients, Waiting } from './clients.ts';
import {
  classifySlackError,
  describeFailure,
  type Outcome,
  SlackCallError,
  type SlackFailure,
} from './errors.ts';

export type CallSubject = {
  readonly waiting: Waiting;
  /** The conversation written to, where Slack limits the rate by it. */
  readonly channel?: string;
};

export interface SlackCalls {
  /**
   * Makes one call, once. `method` is Slack's name for it; `call` uses the client it is given. Never throws: a failure
   * is a value. While the method is paused it is `rate_limited` without a call.
   */
  attempt<Value>(
    method: string,
    subject: CallSubject,
    call: (client: WebClient) => Promise<Value>,
  ): Promise<Outcome<Value>>;
  /** As `attempt`, but throws a {@link SlackCallError}, for a listener that can do nothing about it. */
  insist<Value>(
    method: string,
    subject: CallSubject,
    call: (client: WebClient) => Promise<Value>,
  ): Promise<Value>;
}

export type SlackCallsParts = {
  readonly clients: SlackClients;
  readonly pauses: CallPauses;
  readonly log: Logger;
  readonly now: () => number;
};

export function createSlackCalls({ clients, pauses, log, now }: SlackCallsParts): SlackCalls {
  const attempt: SlackCalls['attempt'] = async (method, { waiting, channel }, call) => {
    const pausedMs = pauses.waitMs(method, channel);
    if (pausedMs > 0) return failed({ kind: 'rate_limited', retryAfterMs: pausedMs });
    const startedAt = now();
    try {
      const value = await call(clients[waiting]);
      log.debug({ slackMethod: method, ms: now() - startedAt }, 'slack call done');
      return { ok: true, value };
    } catch (error) {
      const failure = classifySlackError(error);
      if (failure.kind === 'rate_limited') pauses.pause(method, channel, failure.retryAfterMs);
      logFailure(method, now() - startedAt, failure);
      return failed(failure);
    }
  };

  function logFailure(slackMethod: string, ms: number, failure: SlackFailure): void {
    const line = { slackMethod, ms, failure: describeFailure(failure) };
    if (failure.kind === 'broken') log.error(line, 'slack could not read what we sent');
    else if (failure.kind === 'refused') log.info(line, 'slack refused a call');
    else log.warn(line, 'slack call failed');
  }

  return {
    attempt,
    async insist(method, subject, call) {
      const outcome = await attempt(method, subject, call);
      if (outcome.ok) return outcome.value;
      throw new SlackCallError(method, outcome.failure);
    },
  };
}

const failed = (failure: SlackFailure): { readonly ok: false; readonly failure: SlackFailure } => ({
  ok: false,
  failure,
});
