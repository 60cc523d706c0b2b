function partsIn(tz: string, at: number): Record<string, string> {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: tz,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  return Object.fromEntries(parts.map((part) => [part.type, part.value]));
}

/**
 * The wall clock in a zone, as a `datetime-local` field writes it.
 * @param seconds unix seconds
 */
export function wallClock(tz: string, seconds: number): string {
  const { year, month, day, hour, minute } = partsIn(tz, seconds * 1000);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** How far the zone's wall clock is ahead of UTC at that moment, in milliseconds. */
function offsetAt(tz: string, at: number): number {
  const { year, month, day, hour, minute, second } = partsIn(tz, at);
  const asUtc = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  return asUtc - Math.floor(at / 1000) * 1000;
}

/**
 * The moment at which the zone's wall clock shows that. Of an hour that is skipped or comes twice, one of both.
 * @param text as a `datetime-local` field writes it
 * @returns unix seconds, or null when the text is no time
 */
export function momentOf(tz: string, text: string): number | null {
  const asUtc = Date.parse(`${text}Z`);
  if (Number.isNaN(asUtc)) return null;
  const guess = asUtc - offsetAt(tz, asUtc);
  return Math.floor((asUtc - offsetAt(tz, guess)) / 1000);
}
