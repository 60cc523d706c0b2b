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
  const day = (timeZone: string): string | null => {
    try {
      return new Intl.DateTimeFormat('en-GB', {
        ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone },
      })
        .format(at)
        .replace(',', '');
    } catch {
      return null;
    }
  };
  const there = zone === null || zone === 'UTC' ? null : day(zone);
  if (zone === null || there === null) return `${day('UTC')}, ${utcTime(at)}`;
  return `${there}, ${plainTime(at, zone)} (${utcTime(at)})`;
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
