import { useEffect, useState } from 'preact/hooks';
import type { TrafficEntry } from '../../protocol.ts';
import { CloseIcon } from '../icons.tsx';
import { client } from '../state/client.ts';
import { useDeskState } from '../state/desk-context.ts';
import { Unreachable } from '../state/unreachable.ts';
import { describeEntry } from './describe-entry.ts';

const keptEntries = 200;

function Entry({ entry }: { readonly entry: TrafficEntry }) {
  const { direction, title, note, bad } = describeEntry(entry);
  return (
    <li class={bad ? 'traffic-entry traffic-bad' : 'traffic-entry'}>
      <details>
        <summary>
          <span class="traffic-time">{new Date(entry.at).toLocaleTimeString()}</span>
          <span class="traffic-direction">{direction === 'in' ? 'from app' : 'to app'}</span>
          <span class="traffic-title">{title}</span>
          <span class="traffic-note">{note}</span>
        </summary>
        <pre>{JSON.stringify(entry, null, 2)}</pre>
      </details>
    </li>
  );
}

/** What went between the app and this Slack, newest first: envelopes, their acknowledgements, and API calls. */
export function TrafficDrawer({ onClose }: { readonly onClose: () => void }) {
  const { changes, status } = useDeskState();
  const [entries, setEntries] = useState<readonly TrafficEntry[]>([]);
  const last = entries[0]?.n ?? 0;

  useEffect(() => {
    let current = true;
    client.traffic(last).then(
      (traffic) => {
        if (!current || traffic.last === last) return;
        const fresh = traffic.entries.toReversed();
        // A restarted sandbox counts from the beginning.
        setEntries((before) => [...fresh, ...(traffic.last < last ? [] : before)].slice(0, keptEntries));
      },
      (error: unknown) => {
        if (!(error instanceof Unreachable)) throw error;
      },
    );
    return () => {
      current = false;
    };
  }, [changes, status]);

  return (
    <aside class="traffic" aria-label="Traffic" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <header class="traffic-header">
        <h2>Traffic</h2>
        <p>What went between the app and this Slack, newest first.</p>
        <button type="button" class="icon-button" aria-label="Close traffic" onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      {entries.length === 0 ? <p class="empty-note">Nothing yet.</p> : null}
      <ol class="traffic-list">
        {entries.map((entry) => (
          <Entry key={entry.n} entry={entry} />
        ))}
      </ol>
    </aside>
  );
}
