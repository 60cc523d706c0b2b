import { useCallback, useRef, useState } from 'preact/hooks';
import type { Notice, Outcome, Screen } from '../../protocol.ts';

export interface NoticesState {
  readonly open: readonly Notice[];
  putAway(id: number): void;
  settle(outcome: Outcome): void;
}

/**
 * Notices of a person that are still to be shown. Those from before this page was opened are history.
 * @param current gives the person's newest screen
 */
export function useNotices(screen: Screen, current: () => Screen | undefined): NoticesState {
  const [away, setAway] = useState<ReadonlySet<number>>(() => new Set(screen.notices.map((each) => each.id)));
  const newest = useRef(current);
  newest.current = current;
  const putAway = useCallback((id: number) => setAway((before) => new Set([...before, id])), []);
  const settle = useCallback(
    (outcome: Outcome) => {
      if (outcome.result !== 'failed' && outcome.result !== 'refused') return;
      const match = newest
        .current()
        ?.notices.findLast((each) => each.error === outcome.error && each.text === outcome.text);
      if (match) putAway(match.id);
    },
    [putAway],
  );
  return { open: screen.notices.filter((each) => !away.has(each.id)), putAway, settle };
}
