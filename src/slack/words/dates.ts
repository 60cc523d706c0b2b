import type { Instant } from '../../domain/identifiers.ts';

/**
 * A time that each reader sees in their own zone, with a plain form for where Slack cannot show it.
 * https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 */
export function slackTime(at: Instant): string {
  return `<!date^${Math.floor(at / 1000)}^{time}|${utcTime(at)}>`;
}

/** The same with the day: "today at 20:14". */
export function slackDayAndTime(at: Instant): string {
  return `<!date^${Math.floor(at / 1000)}^{date_short_pretty} at {time}|${utcTime(at)}>`;
}

function utcTime(at: Instant): string {
  return `${new Date(at).toISOString().slice(11, 16)} UTC`;
}

/** "02:14" as the clock on the wall of that zone shows it; the zone is an IANA name. Null when the zone is not known. */
export function wallClock(at: Instant, zone: string): string | null {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      ...{ hour: '2-digit', minute: '2-digit', weekday: 'long', timeZone: zone },
    }).format(at);
  } catch {
    return null;
  }
}

/**
 * "Tuesday 15 September 2026, 22:14 CEST (20:14 UTC)", for plain text that travels on. Only UTC when the zone is not known.
 */
export function plainDayAndTime(at: Instant, zone: string | null): string {
  const day = (timeZone: string) =>
    format(at, timeZone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })?.replace(
      ',',
      '',
    );
  const there = zone === null || zone === 'UTC' ? undefined : day(zone);
  if (zone === null || there === undefined) return `${day('UTC')}, ${utcTime(at)}`;
  return `${there}, ${plainTime(at, zone)} (${utcTime(at)})`;
}

/** "07:30", on the clock on the wall of that zone; UTC's when the zone is not known. */
export function clockTime(at: Instant, zone: string): string {
  const at24 = { hour: '2-digit', minute: '2-digit' } as const;
  return format(at, zone, at24) ?? format(at, 'UTC', at24) ?? '';
}

/** How many days later it is on that wall, and what the day is called there. */
export function dayFrom(now: Instant, at: Instant, zone: string): { days: number; weekday: string } {
  const date = (time: Instant) => Date.parse(format(time, zone, { dateStyle: 'short' }, 'en-CA') ?? '');
  const days = Math.round((date(at) - date(now)) / (24 * 3_600_000));
  return { days, weekday: format(at, zone, { weekday: 'long' }) ?? '' };
}

function format(
  at: Instant,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
  locale = 'en-GB',
): string | null {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(at);
  } catch {
    return null;
  }
}

/** "20:14 EST", for plain text that people of other zones read too. UTC when the zone is not known. */
export function plainTime(at: Instant, zone: string): string {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      ...{ hour: '2-digit', minute: '2-digit', timeZone: zone, timeZoneName: 'short' },
    }).format(at);
  } catch {
    return utcTime(at);
  }
}
