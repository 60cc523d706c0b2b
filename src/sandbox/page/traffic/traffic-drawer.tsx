import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Workspace } from '../../protocol.ts';
import { CloseIcon, DownIcon } from '../icons.tsx';
import { conversationOf, conversationTitle, mentionName, othersOf, personOf } from '../state/names.ts';
import { type Filter, TrafficFilter } from './traffic-filter.tsx';
import { TrafficLine } from './traffic-line.tsx';
import { fits, type TrafficRow, trafficRows } from './traffic-rows.ts';
import { useFollowing } from './use-following.ts';
import { useTraffic } from './use-traffic.ts';

interface TrafficDrawerProps {
  readonly workspace: Workspace;
  /** In which zone times are told. */
  readonly tz: string;
  readonly onClose: () => void;
}

function namesOf(workspace: Workspace, row: TrafficRow): string {
  const names = row.places.flatMap((id) => {
    if (id === workspace.bot.userId) return [];
    if (personOf(workspace, id)) return [mentionName(workspace, id)];
    const conversation = conversationOf(workspace, [], id);
    // A direct message is told by its person.
    if (conversation?.kind === 'dm') {
      return othersOf(conversation, workspace.bot.userId).map((each) => mentionName(workspace, each));
    }
    return conversation ? [conversationTitle(workspace, conversation, workspace.bot.userId)] : [id];
  });
  return [...new Set(names)].join(' · ');
}

/** Arrow keys go from line to line. */
function moveAlong(list: HTMLElement, event: KeyboardEvent): void {
  const rows = [...list.querySelectorAll<HTMLElement>('.traffic-row')];
  const here = rows.indexOf(document.activeElement as HTMLElement);
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(here + 1, rows.length - 1),
    ArrowUp: Math.max(here - 1, 0),
    Home: 0,
    End: rows.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined || here < 0) return;
  event.preventDefault();
  rows[target]?.focus();
}

/** What went between the app and this Slack, oldest first: envelopes with their acknowledgements, and calls. */
export function TrafficDrawer({ workspace, tz, onClose }: TrafficDrawerProps) {
  const { entries, clear } = useTraffic();
  const [filter, setFilter] = useState<Filter>({ text: '', kind: 'all', onlyErrors: false });
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const drawer = useRef<HTMLElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const rows = useMemo(() => trafficRows(entries), [entries]);
  const shown = rows
    .map((row) => ({ row, names: namesOf(workspace, row) }))
    .filter(({ row, names }) => {
      const wanted = (filter.kind === 'all' || row.kind === filter.kind) && (!filter.onlyErrors || row.bad);
      return wanted && fits(row, names, filter.text);
    });
  const errors = rows.filter((row) => row.bad).length;
  const { following, follow, onScroll } = useFollowing(list, shown.at(-1)?.row.n);
  useEffect(() => drawer.current?.querySelector<HTMLElement>('input[type="search"]')?.focus(), []);

  const toggle = (n: number) => {
    const next = new Set(open);
    if (!next.delete(n)) next.add(n);
    setOpen(next);
  };
  return (
    <section
      ref={drawer}
      class="traffic"
      aria-label="Traffic"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header class="traffic-header">
        <h2>Traffic</h2>
        <p role="status">
          {rows.length === shown.length ? `${rows.length} lines` : `${shown.length} of ${rows.length} lines`}
          {errors > 0 ? <span class="traffic-errors"> · {errors} failed</span> : null}
        </p>
        <TrafficFilter filter={filter} onFilter={setFilter} />
        <button type="button" class="button button-small" onClick={clear}>
          Clear
        </button>
        <button type="button" class="icon-button" aria-label="Close traffic" title="Close" onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      {shown.length === 0 ? (
        <p class="empty-note">
          {rows.length === 0
            ? 'Nothing yet. Write something, and what Slack and the app tell each other appears here.'
            : 'Nothing fits this filter.'}
        </p>
      ) : null}
      <ol
        ref={list}
        class="traffic-list"
        aria-label="What went over the wire, newest last"
        onScroll={onScroll}
        onKeyDown={(event) => list.current && moveAlong(list.current, event)}
      >
        {shown.map(({ row, names }) => (
          <TrafficLine
            key={row.n}
            row={row}
            names={names}
            tz={tz}
            open={open.has(row.n)}
            onToggle={() => toggle(row.n)}
          />
        ))}
      </ol>
      {following ? null : (
        <button type="button" class="button button-small traffic-newest" onClick={follow}>
          <DownIcon /> Newest
        </button>
      )}
    </section>
  );
}
