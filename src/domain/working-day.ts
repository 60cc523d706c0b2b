import type { Instant } from './identifiers.ts';

/** When a working day begins, on the clock on the wall. */
const startHour = 9;
const hour = 3_600_000;

/**
 * The next 09:00 on a Monday to Friday in that zone (an IANA name; UTC when it is not one), after `now`. Across a change
 * to or from summer time it is still nine o'clock there.
 */
export function nextMorning(now: Instant, zone: string): Instant {
  const wall = wallIn(zone);
  // Step through the coming hours; a wall clock is the only thing that knows about its own changes.
  const first = Math.floor(now / hour) * hour;
  for (let at = first; at <= first + 8 * 24 * hour; at += hour / 4) {
    if (at <= now) continue;
    const { weekday, hours, minutes } = wall(at);
    if (hours === startHour && minutes === 0 && weekday !== 'Sat' && weekday !== 'Sun') return at;
  }
  return now + 24 * hour;
}

/** The coming half hours on the clock on the wall of that zone (also where it is a quarter off), for one day. */
export function comingHalfHours(now: Instant, zone: string): readonly Instant[] {
  const wall = wallIn(zone);
  const found: Instant[] = [];
  for (let at = Math.ceil((now + 1) / (hour / 4)) * (hour / 4); found.length < 48; at += hour / 4) {
    if (wall(at).minutes % 30 === 0) found.push(at);
  }
  return found;
}

function wallIn(zone: string): (at: Instant) => { weekday: string; hours: number; minutes: number } {
  const format = formatIn(zone) ?? formatIn('UTC');
  return (at) => {
    const parts = new Map(format?.formatToParts(at).map(({ type, value }) => [type, value]));
    return {
      weekday: parts.get('weekday') ?? '',
      hours: Number(parts.get('hour')),
      minutes: Number(parts.get('minute')),
    };
  };
}

function formatIn(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      ...{ weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone },
    });
  } catch {
    return null;
  }
}
