import type { SlackFailure, UnsureReason } from './errors.ts';

export type SlackToken = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

/** Reasons why a token will not do, in words for whoever set it up. https://docs.slack.dev/reference/methods/auth.test#errors */
const reasons: Readonly<Record<string, string>> = {
  invalid_auth: 'Slack does not know this token, or does not accept it from this network',
  not_authed: 'Slack received no token',
  token_revoked: 'the token was revoked; install the app again and use the new one',
  token_expired: 'the token has expired; switch token rotation off and use a new one',
  account_inactive: 'the app was uninstalled from the workspace, or its installer was deactivated',
  user_removed_from_team: 'the app was removed from the workspace',
  team_disabled: 'the workspace is disabled',
  missing_scope: 'the token lacks a permission',
  not_allowed_token_type: 'this kind of token is not accepted here',
  socket_mode_disabled: 'Socket Mode is switched off in the app’s settings',
};

/**
 * Why the bot could not start with this Slack. `message` is one sentence for a terminal; it holds no token.
 * `slack_token_refused` needs a person; `slack_unreachable` may be over later.
 */
export class SlackStartError extends Error {
  readonly code: 'slack_token_refused' | 'slack_unreachable';
  readonly failure: SlackFailure;
  readonly token: SlackToken;

  constructor(token: SlackToken, failure: SlackFailure) {
    const isRefused = (failure.kind === 'refused' || failure.kind === 'broken') && !isNotSlack(failure);
    super(isRefused ? refusedSentence(token, failure) : unreachableSentence(failure));
    this.name = 'SlackStartError';
    this.code = isRefused ? 'slack_token_refused' : 'slack_unreachable';
    this.failure = failure;
    this.token = token;
  }
}

/** Slack answers every known method with 200: another status comes from something else at that address, or on the way. */
const isNotSlack = (failure: SlackFailure): boolean =>
  failure.kind === 'refused' && /^http_\d+$/.test(failure.code);

const unsureReasons: Readonly<Record<UnsureReason, string>> = {
  deadline: 'it did not answer in time',
  connection_lost: 'the connection broke off',
  server_error: 'it has trouble of its own and answers with an error',
  half_done: 'it has trouble of its own and answers with an error',
  unreadable_answer: 'what answered there is not Slack',
  unknown: 'no connection could be made',
};

/** By the code of the network error. https://nodejs.org/api/errors.html#common-system-errors */
const networkReasons: readonly (readonly [RegExp, string])[] = [
  [/^(ENOTFOUND|EAI_)/, 'its address was not found'],
  [/^ECONNREFUSED/, 'nothing listens at its address'],
  [/CERT|SIGNATURE|SSL|EPROTO/, 'no safe connection could be made'],
  [/^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)/, 'there is no way to it from this machine'],
  [/TIMEOUT/, 'it did not answer in time'],
];

function unreachableSentence(failure: SlackFailure): string {
  const advice = 'check the network of this machine, and SLACK_API_URL if it is set';
  return `Slack could not be reached: ${unreachableReason(failure)}; ${advice}.`;
}

function unreachableReason(failure: SlackFailure): string {
  switch (failure.kind) {
    case 'rate_limited':
      return 'it asks for a pause, which was longer than this start waits';
    case 'unsure':
      return unsureReasons[failure.reason];
    case 'temporary': {
      const { reason } = failure;
      const known = networkReasons.find(([pattern]) => pattern.test(reason))?.[1];
      return known === undefined ? `no connection could be made (${reason})` : `${known} (${reason})`;
    }
    case 'refused':
    case 'broken':
      return `what answered there is not Slack (${failure.code})`;
    default:
      return failure satisfies never;
  }
}

function refusedSentence(token: SlackToken, failure: Extract<SlackFailure, { code: string }>): string {
  const needed = failure.kind === 'refused' ? failure.needed : undefined;
  const reason = reasons[failure.code] ?? 'see https://docs.slack.dev for this code';
  return `Slack refused ${token} (${failure.code}): ${reason}${needed === undefined ? '' : ` (${needed})`}.`;
}
