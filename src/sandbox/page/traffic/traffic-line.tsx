import { ChevronIcon } from '../icons.tsx';
import { withoutSecrets } from './payload-facts.ts';
import { rowKindWords, type TrafficRow } from './traffic-rows.ts';

interface TrafficLineProps {
  readonly row: TrafficRow;
  /** Whom and where it concerns, in words. */
  readonly names: string;
  /** In which zone times are told. */
  readonly tz: string;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** To the second in that zone, and the rest. */
function timeOf(tz: string, at: number): readonly [string, string] {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: tz, timeStyle: 'medium' }).format(at);
  return [time, `.${String(Math.floor(at % 1000)).padStart(3, '0')}`];
}

function duration(ms: number | null): string {
  if (ms === null) return '';
  return ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`;
}

/** One line of the traffic; opened, everything that was in it but secrets. */
export function TrafficLine({ row, names, tz, open, onToggle }: TrafficLineProps) {
  const fromApp = row.direction === 'in';
  const [time, fraction] = timeOf(tz, row.at);
  const parts = open ? row.parts : [];
  return (
    <li
      class={`traffic-line traffic-${row.kind}${row.bad ? ' traffic-bad' : ''}${open ? ' traffic-open' : ''}`}
    >
      <button type="button" class="traffic-row" aria-expanded={open} data-n={row.n} onClick={onToggle}>
        <ChevronIcon />
        <span class="traffic-time">
          {time}
          <span class="traffic-fraction">{fraction}</span>
        </span>
        <span class="traffic-direction">
          <span aria-hidden="true">{fromApp ? '→' : '←'}</span> {fromApp ? 'to Slack' : 'to app'}
        </span>
        <span class="traffic-kind">{rowKindWords[row.kind]}</span>
        <span class="traffic-title">{row.title}</span>
        <span class="traffic-names">{names}</span>
        <span class="traffic-result">
          {row.bad ? <span class="visually-hidden">Failed: </span> : null}
          {row.result}
        </span>
        <span class="traffic-ms">{duration(row.ms)}</span>
      </button>
      {open ? (
        <div class="traffic-parts">
          {parts.length === 0 ? <p>There is nothing more in it.</p> : null}
          {parts.map(([name, value]) => (
            <section key={name} aria-label={name}>
              <h3>{name}</h3>
              <pre>{JSON.stringify(withoutSecrets(value), null, 2)}</pre>
            </section>
          ))}
        </div>
      ) : null}
    </li>
  );
}
