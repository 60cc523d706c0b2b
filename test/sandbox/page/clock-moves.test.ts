import { describe, expect, it } from '@jest/globals';
import {
  lengthOf,
  movedWords,
  shortLength,
  tomorrowAtNine,
} from '../../../src/sandbox/page/clock/clock-moves.ts';
import { seedPerson } from '../../../src/sandbox/seed.ts';

const at = (text: string) => Date.parse(text);

describe('ways to move the clock', () => {
  it.each([
    ['Europe/Berlin', '2026-11-22T17:00Z', '2026-11-23T08:00Z'],
    // There it is Monday already.
    ['Asia/Kolkata', '2026-11-22T20:00Z', '2026-11-24T03:30Z'],
    ['America/New_York', '2026-11-23T02:00Z', '2026-11-23T14:00Z'],
    // The night in which summer time ends.
    ['Europe/Berlin', '2026-10-24T22:30Z', '2026-10-26T08:00Z'],
    ['Europe/Berlin', '2026-10-24T12:00Z', '2026-10-25T08:00Z'],
  ])('finds nine in the morning of the next day in %s', (tz, now, morning) => {
    expect(new Date(tomorrowAtNine(tz, at(now))).toISOString()).toBe(new Date(morning).toISOString());
  });

  it('tells a length in whole minutes, hours and days', () => {
    expect([lengthOf(120_000), lengthOf(3_660_000), lengthOf(90_000_000), lengthOf(10)]).toEqual([
      '2 minutes',
      '1 hour and 1 minute',
      '1 day and 1 hour',
      '1 minute',
    ]);
    expect([shortLength(600_000), shortLength(3_600_000), shortLength(5_400_000)]).toEqual([
      '+10m',
      '+1h',
      '+1h 30m',
    ]);
  });

  it('says after a move what time it is for each person', () => {
    const alex = seedPerson('U1', 'alex', 'Alex Rivera', { tz: 'America/New_York' });
    const morgan = seedPerson('U2', 'morgan', 'Morgan Lee', { tz: 'Europe/Berlin' });
    const words = movedWords([alex, morgan], at('2026-11-22T18:08Z'), 600_000).replaceAll('\u202f', ' ');
    expect(words).toBe(
      'The pretend clock moved 10 minutes ahead. It is now Sun 1:08 PM for Alex and Sun 7:08 PM for Morgan.',
    );
  });
});
