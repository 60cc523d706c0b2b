import { useEffect, useState } from 'preact/hooks';
import type { TrafficEntry } from '../../protocol.ts';
import { client } from '../state/client.ts';
import { useDeskState } from '../state/desk-context.ts';
import { Unreachable } from '../state/unreachable.ts';

const keptEntries = 1_000;

interface Log {
  readonly entries: readonly TrafficEntry[];
  readonly last: number;
}

/** What went over the wire while it is looked at, and before; oldest first, the newest thousand. */
export function useTraffic(): { readonly entries: readonly TrafficEntry[]; clear(): void } {
  const { traffic, status } = useDeskState();
  const [log, setLog] = useState<Log>({ entries: [], last: 0 });
  const { last } = log;
  useEffect(() => {
    let current = true;
    client.traffic(last).then(
      (answer) => {
        if (!current || answer.last === last) return;
        // A restarted sandbox counts from the beginning.
        const before = answer.last < last ? [] : log.entries;
        setLog({ entries: [...before, ...answer.entries].slice(-keptEntries), last: answer.last });
      },
      (error: unknown) => {
        if (!(error instanceof Unreachable)) throw error;
      },
    );
    return () => {
      current = false;
    };
  }, [traffic, status, last]);
  return { entries: log.entries, clear: () => setLog({ entries: [], last }) };
}
