import type { Store } from './use-store.ts';

export interface Announcement {
  readonly text: string;
  readonly tone: 'news' | 'problem';
}

/** The one thing that the page itself has to say: what came of moving the clock, or why something was not done. */
export interface Announcements extends Store<Announcement | null> {
  say(announcement: Announcement): void;
  clear(): void;
}

export function createAnnouncements(): Announcements {
  let current: Announcement | null = null;
  const listeners = new Set<() => void>();
  const set = (next: Announcement | null) => {
    current = next;
    for (const listener of listeners) listener();
  };
  return {
    state: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    say: set,
    clear: () => set(null),
  };
}
