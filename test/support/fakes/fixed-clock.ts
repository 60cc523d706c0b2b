import type { Clock } from '../../../src/app/ports.ts';

/** A clock that stands still until a test moves it. */
export type FixedClock = Clock & {
  advance(ms: number): void;
  setTo(at: number): void;
};

export function fixedClock(start = Date.UTC(2026, 8, 15, 20, 14)): FixedClock {
  let at = start;
  return {
    now: () => at,
    advance: (ms) => {
      at += ms;
    },
    setTo: (next) => {
      at = next;
    },
  };
}
