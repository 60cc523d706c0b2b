import { useEffect, useState } from 'preact/hooks';
import type { Person } from '../../protocol.ts';
import type { Reader } from '../text/format-date.ts';

const tick = 5_000;

/** The sandbox's clock now, drawn again every few seconds. @param ahead milliseconds ahead of this computer's */
export function useNow(ahead: number): number {
  const [now, setNow] = useState(() => Date.now() + ahead);
  useEffect(() => {
    const update = () => setNow(Date.now() + ahead);
    update();
    const timer = setInterval(update, tick);
    return () => clearInterval(timer);
  }, [ahead]);
  return now;
}

function clockFace(reader: Reader, now: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: reader.tz, hour: '2-digit', minute: '2-digit' }).format(
    now,
  );
}

/** Do notifications of this person stay silent now, by their schedule or a pause? */
export function isQuietNow(person: Person, now: number): boolean {
  if (person.pausedUntil !== null && person.pausedUntil > now) return true;
  if (!person.dnd) return false;
  const { start, end } = person.dnd;
  // From a time to the same time is all day.
  if (start === end) return true;
  const face = clockFace(person, now);
  return start <= end ? face >= start && face < end : face >= start || face < end;
}

/** The time where that person is, with its zone. */
export function LocalTime({ person, ahead }: { readonly person: Person; readonly ahead: number }) {
  const now = useNow(ahead);
  const text = new Intl.DateTimeFormat(person.locale, {
    timeZone: person.tz,
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(now);
  return (
    <time class="local-time" dateTime={new Date(now).toISOString()} title={person.tz.replaceAll('_', ' ')}>
      {text}
    </time>
  );
}
