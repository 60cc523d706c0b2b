/** A message of this workspace, as a permalink names it. */
export interface LinkedMessage {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | null;
}

/**
 * Reads a permalink such as `https://acme.slack.com/archives/C1/p1700000000000100?thread_ts=1700000000.000100`.
 * https://docs.slack.dev/reference/methods/chat.getPermalink
 * @returns null when the address is none
 */
export function readPermalink(href: string): LinkedMessage | null {
  const match = /^https?:\/\/[^/]+\/archives\/(\w+)\/p(\d{10})(\d{6})(?:\?(.*))?$/.exec(href);
  const [, channel, seconds, micros, query] = match ?? [];
  if (channel === undefined || seconds === undefined || micros === undefined) return null;
  return { channel, ts: `${seconds}.${micros}`, threadTs: new URLSearchParams(query ?? '').get('thread_ts') };
}

/** The address of a message at this page, as {@link readPermalink} reads it. @param origin without a trailing slash */
export function permalinkOf(
  origin: string,
  message: { readonly channel: string; readonly ts: string; readonly threadTs: string | null },
): string {
  const { channel, ts, threadTs } = message;
  const link = `${origin}/archives/${channel}/p${ts.replace('.', '')}`;
  return threadTs === null || threadTs === ts ? link : `${link}?thread_ts=${threadTs}&cid=${channel}`;
}
