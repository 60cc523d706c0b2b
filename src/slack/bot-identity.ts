/** Who the bot token says we are. */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { SlackCalls } from './calls.ts';
import type { SlackFailure } from './errors.ts';
import { SlackStartError } from './start-error.ts';

const answerSchema = z.looseObject({
  team_id: z.string(),
  team: z.string().default(''),
  url: z.string().default(''),
  user_id: z.string(),
  bot_id: z.string(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.boolean().default(false),
});

export type BotIdentity = {
  readonly teamId: string;
  readonly teamName: string;
  /** Of the workspace, `https://acme.slack.com/`. Empty where Slack does not say. */
  readonly teamUrl: string;
  readonly enterpriseId: string | null;
  readonly botUserId: string;
  readonly botId: string;
};

export type IdentifyRest = {
  /** How long to try while Slack cannot be reached, milliseconds. */
  readonly withinMs?: number;
  readonly wait?: (ms: number) => Promise<unknown>;
  readonly now?: () => number;
  /** Ends the trying. */
  readonly signal?: AbortSignal | undefined;
};

const everyMs = 1000;
/** Long enough for a hiccup, short enough for somebody who mistyped an address. */
const usualPatienceMs = 6000;

/** Asks Slack who the bot is (`auth.test`). Throws a {@link SlackStartError} when the token is refused, or Slack stays away. */
export async function identifyBot(calls: SlackCalls, rest: IdentifyRest = {}): Promise<BotIdentity> {
  const { withinMs = usualPatienceMs, signal, now = () => performance.now() } = rest;
  const { wait = (ms) => sleep(ms, undefined, { signal }) } = rest;
  const begunAt = now();
  for (;;) {
    const outcome = await calls.attempt('auth.test', { waiting: 'background' }, (client) =>
      client.auth.test(),
    );
    if (outcome.ok) return read(outcome.value);
    const isFinal = outcome.failure.kind === 'refused' || outcome.failure.kind === 'broken';
    const pauseMs = outcome.failure.kind === 'rate_limited' ? outcome.failure.retryAfterMs : everyMs;
    // No answer is not a wrong address: a machine that is busy at its start is given more time.
    const { failure } = outcome;
    const isLate = failure.kind === 'unsure' && failure.reason === 'deadline';
    const patienceMs = isLate ? 4 * withinMs : withinMs;
    if (isFinal || now() + pauseMs > begunAt + patienceMs)
      throw new SlackStartError('SLACK_BOT_TOKEN', outcome.failure);
    await wait(pauseMs);
  }
}

function read(answer: unknown): BotIdentity {
  const parsed = answerSchema.safeParse(answer);
  // A user's token has no bot id.
  const failure: SlackFailure = { kind: 'refused', code: 'not_allowed_token_type' };
  if (!parsed.success) throw new SlackStartError('SLACK_BOT_TOKEN', failure);
  const { team_id, team, url, user_id, bot_id, enterprise_id } = parsed.data;
  return {
    ...{ teamId: team_id, teamName: team, teamUrl: url, enterpriseId: enterprise_id ?? null },
    ...{ botUserId: user_id, botId: bot_id },
  };
}
