import { describe, expect, it } from '@jest/globals';
import { slackDayAndTime, slackTime, wallClock } from '../../../src/slack/words/dates.ts';

const at = Date.UTC(2026, 8, 15, 20, 14, 30, 500);

describe('times', () => {
  it('are shown to each reader in their own zone, with a plain form beside', () => {
    expect(slackTime(at)).toBe('<!date^1789503270^{time}|20:14 UTC>');
    expect(slackDayAndTime(at)).toBe('<!date^1789503270^{date_short_pretty} at {time}|20:14 UTC>');
  });

  it.each([
    ['Asia/Tokyo', 'Wednesday 05:14'],
    ['America/Los_Angeles', 'Tuesday 13:14'],
    ['Asia/Kolkata', 'Wednesday 01:44'],
  ])('are what the clock on the wall shows in %s', (zone, expected) => {
    expect(wallClock(at, zone)).toBe(expected);
  });

  it('are not guessed for a zone that does not exist', () => {
    expect(wallClock(at, 'Mars/Olympus')).toBeNull();
  });
});
