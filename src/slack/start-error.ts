import { describeFailure, type SlackFailure } from './errors.ts';

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
    const isRefused = failure.kind === 'refused' || failure.kind === 'broken';
    super(
      isRefused
        ? refusedSentence(token, failure)
        : `Slack could not be reached (${describeFailure(failure)}).`,
    );
    this.name = 'SlackStartError';
    this.code = isRefused ? 'slack_token_refused' : 'slack_unreachable';
    this.failure = failure;
    this.token = token;
  }
}

function refusedSentence(token: SlackToken, failure: Extract<SlackFailure, { code: string }>): string {
  const needed = failure.kind === 'refused' ? failure.needed : undefined;
  const reason = reasons[failure.code] ?? 'see https://docs.slack.dev for this code';
  return `Slack refused ${token} (${failure.code}): ${reason}${needed === undefined ? '' : ` (${needed})`}.`;
}
