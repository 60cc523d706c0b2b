/**
 * What a failed call to Slack means for whoever made it: may it be tried again, did it perhaps take effect, is it our
 * mistake. None of it repeats what was sent or what a person wrote, so all of it may be logged.
 */
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';

export type SlackFailure =
  /** Slack said no, and will again. `needed` is the missing scope, where that is the reason. */
  | { readonly kind: 'refused'; readonly code: string; readonly needed?: string }
  /** Nothing happened; the same call is welcome after the pause. */
  | { readonly kind: 'rate_limited'; readonly retryAfterMs: number }
  /** No trustworthy answer came: it may have taken effect. Look before doing it again. */
  | { readonly kind: 'unsure'; readonly reason: UnsureReason }
  /** It certainly had no effect, and another attempt may succeed. */
  | { readonly kind: 'temporary'; readonly reason: string }
  /** Our mistake: Slack could not read what we sent. Pointers are places in it, never its content. */
  | { readonly kind: 'broken'; readonly code: string; readonly pointers: readonly string[] };

export type UnsureReason =
  | 'deadline'
  | 'connection_lost'
  | 'server_error'
  | 'half_done'
  | 'unreadable_answer'
  | 'unknown';

export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: SlackFailure };

/** A failed call, where it is easier to throw than to hand on: the error boundary knows it. Its message has no content. */
export class SlackCallError extends Error {
  readonly code = 'slack_call_failed';
  readonly method: string;
  readonly failure: SlackFailure;

  constructor(method: string, failure: SlackFailure) {
    super(`${method}: ${describeFailure(failure)}`);
    this.name = 'SlackCallError';
    this.method = method;
    this.failure = failure;
  }
}

/** One line without people's words: `refused not_in_channel`. */
export function describeFailure(failure: SlackFailure): string {
  switch (failure.kind) {
    case 'refused':
      return `refused ${failure.code}${failure.needed === undefined ? '' : ` (needs ${failure.needed})`}`;
    case 'rate_limited':
      return `rate limited for ${failure.retryAfterMs} ms`;
    case 'unsure':
      return `unsure: ${failure.reason}`;
    case 'temporary':
      return `temporary: ${failure.reason}`;
    case 'broken':
      return `broken ${failure.code}${failure.pointers.map((pointer) => ` ${pointer}`).join('')}`;
  }
}

/** Slack could not read our arguments. https://docs.slack.dev/reference/methods/chat.postMessage#errors and siblings. */
const brokenCodes = new Set([
  ...['invalid_arguments', 'invalid_arg_name', 'invalid_array_arg', 'invalid_charset', 'invalid_form_data'],
  ...['invalid_post_type', 'missing_post_type', 'missing_argument', 'missing_args', 'invalid_args'],
  ...['invalid_json', 'json_not_object', 'invalid_blocks', 'invalid_blocks_format', 'invalid_attachments'],
  ...['block_mismatch', 'msg_blocks_too_long', 'msg_too_long', 'no_text', 'too_many_attachments'],
  ...['invalid_metadata_format', 'invalid_metadata_schema', 'metadata_too_large', 'markdown_text_conflict'],
  ...[
    'invalid_view',
    'view_too_large',
    'invalid_message',
    'duplicate_external_id',
    'users_list_not_supplied',
  ],
  ...['invalid_cursor', 'invalid_limit', 'invalid_ts_latest', 'invalid_ts_oldest', 'bad_timestamp'],
]);
/** "It's possible some aspect of the operation succeeded before the error was raised." */
const halfDoneCodes = new Set(['fatal_error', 'internal_error', 'update_failed']);
/** Refused before anything was done, for reasons that pass. */
const passingCodes = new Set([
  ...['service_unavailable', 'request_timeout', 'team_added_to_org', 'external_channel_migrating'],
]);
const rateCodes = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);
/** When Slack limits the rate without saying for how long. */
const usualPauseMs = 10_000;

/** Errors of the network from before a connection stood: nothing can have been sent. */
const neverSent = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'],
  ...['UND_ERR_CONNECT_TIMEOUT', 'ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'],
  ...['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ...['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'ERR_SSL_WRONG_VERSION_NUMBER', 'EPROTO', 'ERR_INVALID_URL'],
]);

/**
 * Classifies whatever a method of `WebClient` (or `fetch`) threw. What is not known at all counts as unsure, since
 * repeating something that took effect is what a person would notice.
 */
export function classifySlackError(error: unknown): SlackFailure {
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'rate_limited', retryAfterMs: Math.max(1, error.retryAfter) * 1000 };
  }
  if (error instanceof WebAPIPlatformError) return classifyAnswer(error.data);
  if (error instanceof WebAPIHTTPError) return classifyStatus(error.statusCode);
  if (error instanceof WebAPIRequestError) return classifyNetwork(error.original);
  // The SDK throws a bare Error for a 429 without a usable Retry-After.
  if (error instanceof Error && error.message.startsWith('Retry header did not contain')) {
    return { kind: 'rate_limited', retryAfterMs: usualPauseMs };
  }
  return classifyNetwork(error);
}

type RefusedAnswer = {
  readonly error?: unknown;
  readonly needed?: unknown;
  readonly response_metadata?: { readonly messages?: unknown; readonly retryAfter?: unknown } | undefined;
};

/** Classifies an answer `{ok: false, error}`. The SDK puts a whole body that was not JSON there: it is not repeated. */
export function classifyAnswer(answer: RefusedAnswer): SlackFailure {
  const { error: code, needed, response_metadata: metadata } = answer;
  if (typeof code !== 'string' || !/^[\w.:-]{1,80}$/.test(code)) {
    return { kind: 'unsure', reason: 'unreadable_answer' };
  }
  if (rateCodes.has(code)) {
    const seconds = Number(metadata?.retryAfter);
    return { kind: 'rate_limited', retryAfterMs: seconds > 0 ? seconds * 1000 : usualPauseMs };
  }
  if (brokenCodes.has(code)) return { kind: 'broken', code, pointers: pointersOf(metadata?.messages) };
  if (halfDoneCodes.has(code)) return { kind: 'unsure', reason: 'half_done' };
  if (passingCodes.has(code)) return { kind: 'temporary', reason: code };
  if (typeof needed === 'string' && /^[\w:.,-]{1,200}$/.test(needed))
    return { kind: 'refused', code, needed };
  return { kind: 'refused', code };
}

/**
 * An HTTP status other than 200. Slack's own refusals come with 200: a 403 is of something on the way, a firewall or
 * proxy, and a 408 may have come after the call was handed on.
 */
export function classifyStatus(status: number): SlackFailure {
  if (status === 429) return { kind: 'rate_limited', retryAfterMs: usualPauseMs };
  if (status === 403) return { kind: 'temporary', reason: `http_${status}` };
  return status >= 500 || status === 408
    ? { kind: 'unsure', reason: 'server_error' }
    : { kind: 'refused', code: `http_${status}` };
}

/**
 * What `fetch` failed with, already classified: the SDK keeps only the outer message of an error that comes from another
 * realm, and with it loses the reason.
 */
export class NetworkError extends Error {
  readonly failure: SlackFailure;

  constructor(error: unknown) {
    const failure = classifyNetwork(error);
    super(describeFailure(failure));
    this.name = 'NetworkError';
    this.failure = failure;
  }
}

type ErrorLike = { readonly name?: unknown; readonly code?: unknown; readonly cause?: unknown };

const isErrorLike = (error: unknown): error is ErrorLike => typeof error === 'object' && error !== null;

function classifyNetwork(error: unknown): SlackFailure {
  if (error instanceof NetworkError) return error.failure;
  // undici wraps: TypeError "fetch failed", its cause, and sometimes the causes of that.
  let cause = error;
  for (let depth = 0; isErrorLike(cause) && depth < 5; depth += 1) {
    if (cause.name === 'TimeoutError' || cause.name === 'AbortError')
      return { kind: 'unsure', reason: 'deadline' };
    const known = typeof cause.code === 'string' ? classifyCode(cause.code) : undefined;
    if (known !== undefined) return known;
    cause = cause.cause;
  }
  return { kind: 'unsure', reason: 'unknown' };
}

function classifyCode(code: string): SlackFailure | undefined {
  if (neverSent.has(code)) return { kind: 'temporary', reason: code };
  if (code.endsWith('_TIMEOUT') || code === 'ETIMEDOUT') return { kind: 'unsure', reason: 'deadline' };
  if (/^(?:ECONN|EPIPE|UND_ERR|HPE_)/.test(code)) return { kind: 'unsure', reason: 'connection_lost' };
  return undefined;
}

/** `[ERROR] must be shorter [json-pointer:/blocks/0/text]` gives `/blocks/0/text`. */
function pointersOf(messages: unknown): string[] {
  if (!Array.isArray(messages)) return [];
  const found = messages.map((message) => /\[json-pointer:(\/[\w/~.:-]{0,200})\]/.exec(String(message))?.[1]);
  return [...new Set(found.filter((pointer) => pointer !== undefined))].slice(0, 10);
}
