import type { Spot } from './pane-context.ts';

type Visit = Partial<Spot> & { readonly channel: string };

/** Brings people to a place in their Slack from outside their pane. */
export interface Visits {
  send(user: string, visit: Visit): void;
  /** @returns how to stop listening */
  listen(user: string, listener: (visit: Visit) => void): () => void;
}

export function createVisits(): Visits {
  const listeners = new Map<string, (visit: Visit) => void>();
  return {
    send: (user, visit) => listeners.get(user)?.(visit),
    listen: (user, listener) => {
      listeners.set(user, listener);
      return () => {
        if (listeners.get(user) === listener) listeners.delete(user);
      };
    },
  };
}
