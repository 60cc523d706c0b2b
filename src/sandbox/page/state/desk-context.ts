import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Announcements } from './announcements.ts';
import type { Desk, DeskState } from './desk.ts';
import type { KeyedTexts } from './keyed-texts.ts';
import { useStore } from './use-store.ts';
import type { Visits } from './visits.ts';

/** What is there once for the whole page. */
export interface PageScope {
  readonly desk: Desk;
  /** What is being written, by {@link draftKey}. */
  readonly drafts: KeyedTexts;
  /** The ts up to which `user/channel` was read. */
  readonly lastRead: KeyedTexts;
  /** What the page itself has to say. */
  readonly announcements: Announcements;
  /** Brings a person to a conversation from outside their pane. */
  readonly visits: Visits;
}

const Context = createContext<PageScope | null>(null);
export const PageScopeProvider = Context.Provider;

export function usePageScope(): PageScope {
  const scope = useContext(Context);
  if (!scope) throw new Error('There is no page around this component.');
  return scope;
}

/** What is known of the workspace now. */
export function useDeskState(): DeskState {
  return useStore(usePageScope().desk);
}
