import { createHash } from 'node:crypto';
import type {
  CallFailure,
  ClaimedMessage,
  Clock,
  Messenger,
  Posted,
  RenderedMessage,
  Settlement,
} from './ports.ts';

type Deps = { readonly clock: Clock; readonly messenger: Messenger };

/** Noting an attempt and then making it: when more time than this lies between, it is not made. */
export const longestBeginMs = 1_000;

/** How long after an attempt was noted it can still have an effect, in milliseconds. */
export function longestAttemptMs({ deadlineMs }: Messenger): number {
  return longestBeginMs + deadlineMs;
}

/** It shows what was true at the earlier attempt: `shown` stays behind, so that it is brought up to date next. */
export function adopted(message: ClaimedMessage, { channel, ts }: Posted): Settlement {
  return { state: 'sent', channel, ts, digest: '', shown: message.wanted - 1 };
}

export function sent(message: ClaimedMessage, posted: Posted, rendered: RenderedMessage): Settlement {
  const { channel, ts } = posted;
  return { state: 'sent', channel, ts, digest: digestOf(rendered), shown: message.wanted };
}

/** 1, 2, 4 … seconds, at most a minute. */
function backoff(attempts: number): number {
  return Math.min(60_000, 1_000 * 2 ** Math.min(attempts, 10));
}

/** `before`: whether an earlier attempt may have had an effect, so that the next one looks first. */
export function failed(
  deps: Deps,
  message: ClaimedMessage,
  failure: CallFailure,
  before: 'sure' | 'unsure' = 'sure',
): Settlement {
  if (failure.kind === 'refused') return { state: 'refused', failure: failure.code };
  const unsure = before === 'unsure' || failure.kind === 'unsure';
  const code = failure.kind === 'rate_limited' ? 'rate_limited' : failure.code;
  const wait = failure.kind === 'rate_limited' ? failure.retryAfterMs : backoff(message.attempts);
  const deadline = failure.kind === 'unsure' ? longestAttemptMs(deps.messenger) : 0;
  return { state: 'again', at: deps.clock.now() + Math.max(wait, deadline), unsure, failure: code };
}

export function digestOf(rendered: RenderedMessage): string {
  return createHash('sha256').update(JSON.stringify(rendered)).digest('base64url');
}
