import { SearchIcon } from '../icons.tsx';
import { type RowKind, rowKinds } from './traffic-rows.ts';

export interface Filter {
  readonly text: string;
  readonly kind: RowKind | 'all';
  readonly onlyErrors: boolean;
}

interface TrafficFilterProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** What of the traffic is shown: by words, by kind, or only what failed. */
export function TrafficFilter({ filter, onFilter }: TrafficFilterProps) {
  return (
    <search class="traffic-filter">
      <span class="traffic-search">
        <SearchIcon />
        <input
          type="search"
          aria-label="Filter the traffic by text"
          placeholder="Filter by method, person, text …"
          value={filter.text}
          onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
        />
      </span>
      <select
        aria-label="Kind of traffic"
        value={filter.kind}
        onChange={(event) => {
          const wanted = event.currentTarget.value;
          const kind = kindsInOrder.find((each) => each === wanted) ?? 'all';
          onFilter({ ...filter, kind });
        }}
      >
        <option value="all">Everything</option>
        {kindsInOrder.map((kind) => (
          <option key={kind} value={kind}>
            {rowKinds[kind]}
          </option>
        ))}
      </select>
      <label>
        <input
          type="checkbox"
          checked={filter.onlyErrors}
          onChange={(event) => onFilter({ ...filter, onlyErrors: event.currentTarget.checked })}
        />
        Only errors
      </label>
    </search>
  );
}

const kindsInOrder: readonly RowKind[] = ['event', 'command', 'action', 'call', 'answer', 'socket'];
