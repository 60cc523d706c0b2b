import type { Incident } from './incident.ts';

/**
 * Detection alone wakes nobody. Only under a thread that Oops opened, where others see that somebody cried out and Oops
 * was there, does two minutes without an answer count as a wish for help; a private question waits for its answer.
 */
export function asksAfterSilence({ origin, place }: Pick<Incident, 'origin' | 'place'>): boolean {
  return origin.kind === 'panic_message' && place.kind === 'thread';
}
