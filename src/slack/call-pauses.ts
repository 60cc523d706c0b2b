/**
 * Slack limits the rate of each method by itself (https://docs.slack.dev/apis/web-api/rate-limits), so a 429 pauses that
 * method and nothing else: a flood of card updates must not hold back the page to a mentor.
 */

export interface CallPauses {
  /** Slack asked for a pause of `ms`, answering this method (to this channel). */
  pause(method: string, channel: string | undefined, ms: number): void;
  /** Milliseconds until this call is welcome; 0 when it is now. */
  waitMs(method: string, channel?: string): number;
}

/** Limited by channel besides the whole: "posting messages: one per second per channel". */
const limitedByChannel = new Set(['chat.postMessage']);

/**
 * Keeps the pauses of one token, in memory. A limit on posting to one channel pauses that channel only; a second channel
 * limited meanwhile means that the whole method is.
 */
export function createCallPauses(now: () => number): CallPauses {
  const methods = new Map<string, number>();
  const channels = new Map<string, Map<string, number>>();

  function pausedChannels(method: string): Map<string, number> {
    const paused = channels.get(method) ?? new Map<string, number>();
    channels.set(method, paused);
    for (const [channel, until] of paused) if (until <= now()) paused.delete(channel);
    return paused;
  }

  return {
    pause(method, channel, ms) {
      const until = now() + ms;
      if (channel !== undefined && limitedByChannel.has(method)) {
        const paused = pausedChannels(method);
        paused.set(channel, Math.max(until, paused.get(channel) ?? 0));
        if (paused.size < 2) return;
      }
      methods.set(method, Math.max(until, methods.get(method) ?? 0));
    },
    waitMs(method, channel) {
      const ofChannel = channel === undefined ? 0 : (channels.get(method)?.get(channel) ?? 0);
      return Math.max(0, (methods.get(method) ?? 0) - now(), ofChannel - now());
    },
  };
}
