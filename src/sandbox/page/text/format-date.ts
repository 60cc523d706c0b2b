/** How times are written for one person: in their zone, their language, and as close to today as it is. */
export interface Reader {
  /** IANA zone. */
  readonly tz: string;
  /** BCP 47, for example `en-US`. */
  readonly locale: string;
}

function format(reader: Reader, at: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(reader.locale, { timeZone: reader.tz, ...options }).format(at);
}

/** `8:04 PM` (or `20:04`, as the locale has it). @param at milliseconds */
export function timeOf(reader: Reader, at: number): string {
  return format(reader, at, { hour: 'numeric', minute: '2-digit' });
}

/** `2026-11-22` in the person's zone: the same text means the same day. @param at milliseconds */
export function dayKey(reader: Reader, at: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: reader.tz, dateStyle: 'short' }).format(at);
}

/** `Today`, `Yesterday`, `Tomorrow`, or null when it is none of them. Times in milliseconds. */
function nearDay(reader: Reader, at: number, now: number): 'today' | 'yesterday' | 'tomorrow' | null {
  const key = dayKey(reader, at);
  if (key === dayKey(reader, now)) return 'today';
  const day = 86_400_000;
  if (key === dayKey(reader, now - day)) return 'yesterday';
  return key === dayKey(reader, now + day) ? 'tomorrow' : null;
}

/** `Today`, `Yesterday` or `Friday, November 20`: the line between two days. */
export function dayTitle(reader: Reader, at: number, now: number): string {
  const near = nearDay(reader, at, now);
  if (near) return near.charAt(0).toUpperCase() + near.slice(1);
  return format(reader, at, { weekday: 'long', month: 'long', day: 'numeric' });
}

/** `today at 8:04 PM`, `yesterday at …`, `Nov 20 at …`: when something was, within a sentence. */
export function whenSince(reader: Reader, at: number, now: number): string {
  const day = nearDay(reader, at, now) ?? format(reader, at, { month: 'short', day: 'numeric' });
  return `${day} at ${timeOf(reader, at)}`;
}

/** `Sun, Nov 22, 8:04:11 PM EST`: everything, for a tooltip. */
export function exactTime(reader: Reader, at: number): string {
  return format(reader, at, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  });
}

function ago(reader: Reader, at: number, now: number): string {
  const seconds = Math.round((at - now) / 1000);
  const relative = new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' });
  const size = Math.abs(seconds);
  if (size < 60) return relative.format(seconds, 'second');
  if (size < 3600) return relative.format(Math.round(seconds / 60), 'minute');
  if (size < 86_400) return relative.format(Math.round(seconds / 3600), 'hour');
  return relative.format(Math.round(seconds / 86_400), 'day');
}

const dateLong: Intl.DateTimeFormatOptions = {
  weekday: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
};
const dateShort: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' };
const dateUsual: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric' };

/**
 * Fills in the tokens of Slack's `<!date^…>`.
 * https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 * @param pattern for example `{date_pretty} at {time}`
 * @param at milliseconds
 * @param now milliseconds, for the pretty ones
 */
export function formatDateTokens(pattern: string, reader: Reader, at: number, now: number): string {
  const pretty = (options: Intl.DateTimeFormatOptions) =>
    nearDay(reader, at, now) ?? format(reader, at, options);
  const tokens: Readonly<Record<string, () => string>> = {
    date_num: () => dayKey(reader, at),
    date_slash: () => format(reader, at, { year: 'numeric', month: '2-digit', day: '2-digit' }),
    date: () => format(reader, at, dateUsual),
    date_short: () => format(reader, at, dateShort),
    date_long: () => format(reader, at, dateLong),
    date_long_full: () => format(reader, at, dateLong),
    date_pretty: () => pretty(dateUsual),
    date_short_pretty: () => pretty(dateShort),
    date_long_pretty: () => pretty(dateLong),
    day_divider_pretty: () => dayTitle(reader, at, now),
    time: () => timeOf(reader, at),
    time_secs: () => format(reader, at, { hour: 'numeric', minute: '2-digit', second: '2-digit' }),
    ago: () => ago(reader, at, now),
  };
  const filled = pattern.replace(/\{(\w+)\}/g, (whole, name: string) => tokens[name]?.() ?? whole);
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}
