import type { Incident } from '../domain/incident.ts';
import type { Audience, Clock, NewMessage, Reading, Store } from './ports.ts';

/** Who looks: each sees the words that are for them, and no others. */
export type Viewer = 'engineer' | 'helper' | 'place' | 'manager';

const readable: Record<Viewer, readonly Audience[]> = {
  engineer: ['engineer', 'helpers', 'place', 'manager'],
  helper: ['helpers', 'place'],
  place: ['place'],
  manager: ['manager'],
};

/** An incident with the words that this viewer may read. */
export async function readFor(
  deps: { readonly store: Store; readonly clock: Clock },
  incident: Incident,
  viewer: Viewer,
): Promise<Reading> {
  const words = await deps.store.words(incident.team, incident.id, readable[viewer]);
  return { incident, words, now: deps.clock.now(), threadLink: null };
}

/**
 * Who will read a message. In the engineer's own DM everything is theirs; a thread is read by its whole channel. It is
 * where the message is that counts, not where the incident lives by now.
 */
export function viewerOf({ body, conversation }: Pick<NewMessage, 'body' | 'conversation'>): Viewer {
  switch (body.kind) {
    case 'summary':
    case 'closing_summary':
      return 'manager';
    case 'ask':
    case 'stood_down':
    case 'step_check':
    case 'closing_helper':
      return 'helper';
    default:
      return conversation.kind === 'user' ? 'engineer' : 'place';
  }
}
