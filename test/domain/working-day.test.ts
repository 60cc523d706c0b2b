import { describe, expect, it } from '@jest/globals';
import { comingHalfHours, nextMorning } from '../../src/domain/working-day.ts';

const morning = (now: string, zone: string) => new Date(nextMorning(Date.parse(now), zone)).toISOString();

describe('the next working morning', () => {
  it.each([
    ['in the evening: the next day', '2026-09-15T20:14:00Z', 'UTC', '2026-09-16T09:00:00.000Z'],
    ['in the night: the same day', '2026-09-15T02:14:00Z', 'UTC', '2026-09-15T09:00:00.000Z'],
    ['at nine sharp: the next day', '2026-09-15T09:00:00Z', 'UTC', '2026-09-16T09:00:00.000Z'],
    ['on a Friday evening: Monday', '2026-09-18T20:00:00Z', 'UTC', '2026-09-21T09:00:00.000Z'],
    ['on a Saturday: Monday', '2026-09-19T05:00:00Z', 'UTC', '2026-09-21T09:00:00.000Z'],
    ['east of here, where it is tomorrow', '2026-09-15T20:14:00Z', 'Asia/Tokyo', '2026-09-16T00:00:00.000Z'],
    ['where clocks are half an hour off', '2026-09-15T20:14:00Z', 'Asia/Kolkata', '2026-09-16T03:30:00.000Z'],
    ['where clocks are a quarter off', '2026-09-15T20:14:00Z', 'Asia/Kathmandu', '2026-09-16T03:15:00.000Z'],
    ['across the end of summer time', '2026-10-23T20:00:00Z', 'Europe/Berlin', '2026-10-26T08:00:00.000Z'],
    ['across its beginning', '2026-03-27T20:00:00Z', 'Europe/Berlin', '2026-03-30T07:00:00.000Z'],
    [
      'in a zone that does not exist: UTC',
      '2026-09-15T20:14:00Z',
      'Mars/Olympus',
      '2026-09-16T09:00:00.000Z',
    ],
  ])('%s', (_what, now, zone, expected) => {
    expect(morning(now, zone)).toBe(expected);
  });
});

describe('the half hours of the coming day', () => {
  it('are on the clock on that wall, and all still to come', () => {
    const now = Date.UTC(2026, 8, 15, 20, 14);
    for (const zone of [
      'Asia/Tokyo',
      'Asia/Kathmandu',
      'Australia/Eucla',
      'America/New_York',
      'Mars/Olympus',
    ]) {
      const times = comingHalfHours(now, zone);
      expect(times).toHaveLength(48);
      expect(times.every((at) => at > now)).toBe(true);
    }
    expect(comingHalfHours(now, 'Asia/Kathmandu')[0]).toBe(Date.UTC(2026, 8, 15, 20, 15));
    expect(comingHalfHours(Date.UTC(2026, 8, 15, 20, 0), 'Asia/Tokyo')[0]).toBe(
      Date.UTC(2026, 8, 15, 20, 30),
    );
  });
});
