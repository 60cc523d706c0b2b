/** Local time in IANA zones, with what Node carries. */

const formats = new Map<string, Intl.DateTimeFormat>();

function format(tz: string): Intl.DateTimeFormat {
  let found = formats.get(tz);
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', {
      timeZone: tz,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(tz, found);
  }
  return found;
}

/** How far the zone is ahead of UTC at that time, in seconds. */
export function zoneOffsetSeconds(tz: string, at: number): number {
  const parts: Record<string, number> = {};
  for (const part of format(tz).formatToParts(at)) parts[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  return Math.round((local - Math.floor(at / 1000) * 1000) / 1000);
}

/** The instant at which it is `HH:MM` in the zone, on the local day of `at` plus `days`; milliseconds. */
export function localInstant(tz: string, at: number, hhmm: string, days: number): number {
  const [hour = 0, minute = 0] = hhmm.split(':').map(Number);
  const today = new Date(at + zoneOffsetSeconds(tz, at) * 1000);
  const wall = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() + days, hour, minute);
  const guess = wall - zoneOffsetSeconds(tz, wall) * 1000;
  return wall - zoneOffsetSeconds(tz, guess) * 1000;
}

/**
 * The do-not-disturb window that is on now or comes next, in milliseconds.
 * `start` and `end` are `HH:MM` in the person's zone; a window may cross midnight.
 */
export function dndWindow(
  dnd: { start: string; end: string },
  tz: string,
  now: number,
): { start: number; end: number } {
  for (const days of [-1, 0, 1]) {
    const start = localInstant(tz, now, dnd.start, days);
    const end = localInstant(tz, now, dnd.end, dnd.end > dnd.start ? days : days + 1);
    if (end > now) return { start, end };
  }
  const start = localInstant(tz, now, dnd.start, 2);
  return { start, end: localInstant(tz, now, dnd.end, dnd.end > dnd.start ? 2 : 3) };
}
