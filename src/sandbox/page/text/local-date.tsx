import { usePane } from '../state/pane-context.ts';
import { exactTime, formatDateTokens } from './format-date.ts';
import { Link } from './link.tsx';

interface LocalDateProps {
  readonly seconds: number;
  readonly pattern: string;
  readonly href: string | null;
}

/** `<!date^…>`: a moment in the reader's own time. */
export function LocalDate({ seconds, pattern, href }: LocalDateProps) {
  const { reader, screen } = usePane();
  const at = seconds * 1000;
  const time = (
    <time dateTime={new Date(at).toISOString()} title={exactTime(reader, at)}>
      {formatDateTokens(pattern, reader, at, screen.now)}
    </time>
  );
  return href === null ? time : <Link href={href}>{time}</Link>;
}
