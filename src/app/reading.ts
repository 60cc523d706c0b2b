import type { UserId } from '../domain/identifiers.ts';
import type { Incident } from '../domain/incident.ts';
import {
  type Audience,
  audiences,
  type Clock,
  type IncidentMessage,
  type Manners,
  type Reading,
  type Store,
  type ViewerRole,
} from './ports.ts';

/** Each sees the words that are for them, and no others. */
const readable: Record<ViewerRole, readonly Audience[]> = {
  engineer: audiences,
  helper: ['helpers', 'place', 'helpers_and_manager'],
  place: ['place'],
  manager: ['manager', 'helpers_and_manager'],
  duty: [],
};

/** Who reads, and how: nobody in particular where many do. */
export type Reader = { readonly user: UserId | null; readonly manners: Manners | null };

/** Of somebody of whom nothing is known, and of a channel with many readers. */
const anybody: Manners = { locale: 'en-US', zone: null };

/** An incident with the words that this viewer may read. */
export async function readFor(
  deps: { readonly store: Store; readonly clock: Clock },
  incident: Incident,
  role: ViewerRole,
  { user, manners }: Reader = { user: null, manners: null },
): Promise<Reading> {
  const [words, settings] = await Promise.all([
    deps.store.words(incident.team, incident.id, readable[role]),
    deps.store.settings(incident.team),
  ]);
  const { locale, zone } = manners ?? anybody;
  const viewer = { role, user, locale, zone };
  const now = deps.clock.now();
  return { viewer, incident, words, settings, drafts: new Map(), now, threadLink: null, isLeft: false };
}

/**
 * Who will read a message. In the engineer's own DM everything is theirs; the room is read by those who help; a thread is
 * read by its whole channel. It is where the message is that counts, not where the incident lives by now.
 */
export function roleOfReader(
  { body, conversation }: Pick<IncidentMessage, 'body' | 'conversation'>,
  { room }: Pick<Incident, 'room'>,
): ViewerRole {
  switch (body.kind) {
    case 'summary':
    case 'closing_summary':
    case 'manager_answer':
    case 'summary_other':
    case 'manager_update':
      return 'manager';
    case 'ask':
    case 'stood_down':
    case 'said_more':
    case 'late_reminder':
    case 'relieved':
    case 'keyboard_yours':
    case 'released':
    case 'part':
    case 'step_check':
    case 'summary_review':
    case 'reopened_helper':
    case 'closing_helper':
      return 'helper';
    case 'duty':
    case 'duty_closing':
      return 'duty';
    case 'hand_off_missed':
      return conversation.kind === 'user' ? 'helper' : 'place';
    case 'passed_on':
    case 'relay_begun':
      return 'helper';
    default:
      if (conversation.kind === 'user') return 'engineer';
      return conversation.channel === room?.channel ? 'helper' : 'place';
  }
}
