import type { AdminActionInput, Outcome, PersonActionInput, Screen, Workspace } from '../../protocol.ts';
import { client } from './client.ts';
import { createForgetting } from './forget-ephemerals.ts';
import { followLive } from './live.ts';
import { shareUnchanged } from './share-unchanged.ts';
import { Unreachable } from './unreachable.ts';

export type ConnectionStatus = 'connecting' | 'live' | 'reconnecting';

export interface DeskState {
  readonly status: ConnectionStatus;
  readonly workspace: Workspace | null;
  /** By user id; only of people who are shown. */
  readonly screens: Readonly<Record<string, Screen>>;
  /** Milliseconds that the sandbox's clock is ahead of this computer's. */
  readonly clockAhead: number;
  /** The number of the newest entry of the traffic. */
  readonly traffic: number;
}

/** What the page knows of the workspace, kept fresh while somebody looks at it. */
export interface Desk {
  state(): DeskState;
  subscribe(listener: () => void): () => void;
  /** From now on these people's screens are kept fresh, and no others. */
  show(people: readonly string[]): void;
  /**
   * Acts as that person; their screen is fresh when it resolves.
   * @throws Unreachable when the sandbox is down; nothing was done then, as far as can be known
   */
  act(user: string, action: PersonActionInput): Promise<Outcome>;
  /**
   * Does something to Slack itself; the workspace is fresh when it resolves.
   * @throws Unreachable as {@link Desk.act}
   */
  admin(action: AdminActionInput): Promise<void>;
  stop(): void;
}

/** One load at a time for each key; asking while it runs means once more afterwards. */
function coalesced(load: (key: string) => Promise<void>): (key: string) => Promise<void> {
  const running = new Map<string, Promise<void>>();
  const queued = new Map<string, Promise<void>>();
  const run = (key: string): Promise<void> => {
    const promise = load(key).finally(() => running.delete(key));
    running.set(key, promise);
    return promise;
  };
  return (key) => {
    const current = running.get(key);
    if (!current) return run(key);
    const waiting = queued.get(key);
    if (waiting) return waiting;
    const next = current
      .catch(() => undefined)
      .then(() => {
        queued.delete(key);
        return run(key);
      });
    queued.set(key, next);
    return next;
  };
}

/** Connects to the sandbox this page came from. */
export function createDesk(): Desk {
  let state: DeskState = { status: 'connecting', workspace: null, screens: {}, clockAhead: 0, traffic: 0 };
  let shown: readonly string[] = [];
  const listeners = new Set<() => void>();
  const remembered = createForgetting();

  const set = (part: Partial<DeskState>) => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  /** A failed load is mended by the next one: the stream reports the loss, and everything is fetched when it is back. */
  const quietly = (promise: Promise<void>) =>
    promise.catch((error: unknown) => {
      if (!(error instanceof Unreachable)) console.error(error);
    });

  const loadWorkspace = coalesced(async () => {
    const workspace = await client.workspace();
    set({ workspace: shareUnchanged(state.workspace, workspace), clockAhead: workspace.now - Date.now() });
  });
  const loadScreen = coalesced(async (user) => {
    const screen = remembered(user, await client.screen(user));
    if (!shown.includes(user)) return;
    set({
      screens: { ...state.screens, [user]: shareUnchanged(state.screens[user], screen) },
      clockAhead: screen.now - Date.now(),
    });
  });

  const stop = followLive('/control/events', {
    opened: () => {
      set({ status: 'live' });
      void quietly(loadWorkspace(''));
      for (const user of shown) void quietly(loadScreen(user));
    },
    changed: ({ people, traffic }) => {
      const everyone = people.includes('*');
      set({ traffic });
      void quietly(loadWorkspace(''));
      for (const user of shown) if (everyone || people.includes(user)) void quietly(loadScreen(user));
    },
    lost: () => set({ status: state.workspace ? 'reconnecting' : 'connecting' }),
  });

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: (people) => {
      const added = people.filter((user) => !shown.includes(user));
      shown = people;
      if (state.status === 'live') for (const user of added) void quietly(loadScreen(user));
    },
    act: async (user, action) => {
      const outcome = await client.do(user, action);
      await quietly(loadScreen(user));
      return outcome;
    },
    admin: async (action) => {
      await client.admin(action);
      await quietly(loadWorkspace(''));
    },
    stop,
  };
}
