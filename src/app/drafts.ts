import type { IncidentId, TeamId, UserId } from '../domain/identifiers.ts';
import { maskSecrets } from '../domain/secrets.ts';
import { StoreBusy } from './ports.ts';

/** What stands in a person's fields and was not sent, by the name of the field. */
export type Drafts = ReadonlyMap<string, string>;

export type DraftOf = {
  readonly team: TeamId;
  readonly incident: IncidentId;
  readonly user: UserId;
};

export interface DraftStore {
  drafts(of: DraftOf): Promise<Drafts>;
  /** Keeps what stands in a field now; an empty one is forgotten. */
  keepDraft(of: DraftOf, field: string, text: string): Promise<void>;
}

/** The most that is kept of one field, in characters: a field of Slack's holds no more. */
const longest = 3000;

/**
 * Keeps what somebody has typed so far, secrets masked: it is theirs alone, and stands in the field when they come
 * back. False when the database was too busy: nobody should be interrupted while they type.
 */
export async function keepTyping(
  { store }: { readonly store: DraftStore },
  of: DraftOf,
  fields: ReadonlyMap<string, string>,
): Promise<boolean> {
  try {
    for (const [field, text] of fields) await store.keepDraft(of, field, maskSecrets(text).slice(0, longest));
    return true;
  } catch (error) {
    if (error instanceof StoreBusy) return false;
    throw error;
  }
}
