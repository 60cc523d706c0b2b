/** How fast one channel may be written to. */
export type PaceRule = { readonly everyMs: number; readonly burst: number };

/**
 * "Posting messages: one per second per channel. Short bursts of more are allowed."
 * https://docs.slack.dev/apis/web-api/rate-limits
 */
export const postingPace: PaceRule = { everyMs: 1000, burst: 3 };

export type Turn = {
  /** How long to wait before this message. */
  readonly waitMs: number;
  /** To be given with the next message to the same channel. */
  readonly paidUntil: number;
};

/**
 * Takes the next turn of a channel. `paidUntil` is what the turn before gave, undefined for the first; times are
 * milliseconds. Messages pass at once while the burst lasts, then one each `everyMs`.
 */
export function nextTurn(paidUntil: number | undefined, now: number, rule: PaceRule = postingPace): Turn {
  const start = Math.max(paidUntil ?? now, now);
  const waitMs = Math.max(0, start - (rule.burst - 1) * rule.everyMs - now);
  return { waitMs, paidUntil: start + rule.everyMs };
}
