import { describe, expect, it } from '@jest/globals';
import { momentOf, wallClock } from '../../../src/sandbox/page/blocks/elements/zoned-time.ts';
import { dayTitle, formatDateTokens, timeOf } from '../../../src/sandbox/page/text/format-date.ts';

const alex = { tz: 'America/New_York', locale: 'en-US' };
const morgan = { tz: 'Europe/Berlin', locale: 'en-US' };
const evening = Date.parse('2026-11-21T01:04:00Z');
const hour = 3_600_000;
/** Newer data puts a narrow no-break space before AM and PM. */
const spaced = (text: string) => text.replace(/\s/g, ' ');

describe('times in somebody’s own zone', () => {
  it('shows the same moment on each clock', () => {
    expect([alex, morgan].map((reader) => spaced(timeOf(reader, evening)))).toEqual(['8:04 PM', '2:04 AM']);
  });

  it('calls days by their distance from the reader’s own day', () => {
    const now = evening + 5 * hour;
    expect(dayTitle(alex, evening, now)).toBe('Yesterday');
    expect(dayTitle(morgan, evening, now)).toBe('Today');
    expect(dayTitle(alex, evening - 72 * hour, now)).toBe('Tuesday, November 17');
  });

  it('fills in the tokens of a date, and leaves unknown ones', () => {
    expect(spaced(formatDateTokens('{date_short_pretty} at {time}', alex, evening, evening))).toBe(
      'Today at 8:04 PM',
    );
    expect(formatDateTokens('on {date_num} {nothing}', morgan, evening, evening)).toBe(
      'On 2026-11-21 {nothing}',
    );
    expect(formatDateTokens('{ago}', alex, evening - 2 * hour, evening)).toBe('2 hours ago');
  });

  it('reads a wall clock in its zone, in summer and in winter', () => {
    expect(momentOf('Europe/Berlin', '2026-07-01T09:00')).toBe(Date.parse('2026-07-01T07:00:00Z') / 1000);
    expect(momentOf('Europe/Berlin', '2026-11-21T09:00')).toBe(Date.parse('2026-11-21T08:00:00Z') / 1000);
    expect(momentOf('Asia/Kolkata', 'nonsense')).toBeNull();
  });

  it('writes what it read', () => {
    for (const tz of ['America/New_York', 'Asia/Kolkata', 'Pacific/Auckland']) {
      expect(wallClock(tz, momentOf(tz, '2026-03-08T12:30') ?? 0)).toBe('2026-03-08T12:30');
    }
  });
});
