import { useCallback, useState } from 'preact/hooks';
import type { Screen, ShownConversation } from '../../protocol.ts';
import { keep, kept } from '../state/kept.ts';
import type { Spot } from '../state/pane-context.ts';
import { readPermalink } from '../text/permalink.ts';

function isSpot(value: unknown): value is Spot {
  return (
    typeof value === 'object' && value !== null && 'channel' in value && typeof value.channel === 'string'
  );
}

function firstConversation(screen: Screen): ShownConversation | undefined {
  const joined = screen.conversations.filter((each) => each.member && !each.archived);
  return joined.find((each) => each.name === 'eng-platform') ?? joined[0] ?? screen.conversations[0];
}

/** The message that a permalink led to, when the page was opened by one. */
function linkedSpot(): Spot | null {
  const link = new URLSearchParams(location.search).get('link');
  const linked = link === null ? null : readPermalink(location.origin + link);
  return linked && { ...linked, home: false };
}

/** Where this person looks; remembered in this tab. What is gone is replaced by the first conversation. */
export function useSpot(screen: Screen): [Spot | null, (spot: Partial<Spot> & { channel: string }) => void] {
  const key = `spot/${screen.me.id}`;
  const [spot, setSpot] = useState<Spot | null>(() => {
    const linked = linkedSpot();
    if (linked && screen.conversations.some((each) => each.id === linked.channel)) return linked;
    const before = kept('session', key);
    return isSpot(before) ? { ...before, ts: null } : null;
  });
  const go = useCallback(
    (next: Partial<Spot> & { channel: string }) => {
      const full = { threadTs: null, ts: null, home: false, ...next };
      keep('session', key, full);
      setSpot(full);
    },
    [key],
  );
  if (spot && screen.conversations.some((each) => each.id === spot.channel)) return [spot, go];
  const first = firstConversation(screen);
  return [first ? { channel: first.id, threadTs: null, ts: null, home: false } : null, go];
}
