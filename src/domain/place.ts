import type { Decision, Draft } from './decision.ts';

/**
 * Slack does not let Oops write where the incident lives. It goes on in the engineer's DM, with a card of its own, and
 * says why it is there. The DM is the last place: when it refuses too, there is no other.
 */
export function placeRefused(draft: Draft, reason: string): Decision {
  const { place } = draft.incident();
  if (place.kind === 'dm') return draft.decided();
  draft.emit({ type: 'place_moved', place: { kind: 'dm' }, reason });
  const { version } = draft.incident();
  draft.send(`place_moved:${version}`, { to: 'place' }, { kind: 'place_moved', from: place.channel });
  draft.send(`card:${version}`, { to: 'place' }, { kind: 'card' });
  return draft.decided();
}
