import type { Person } from '../../protocol.ts';
import { isQuietNow } from './local-time.tsx';

interface PresenceMarkProps {
  readonly person: Person;
  /** Milliseconds on the sandbox's clock. */
  readonly now: number;
}

/** A dot at somebody's picture: full when they are there, hollow when not, with a z when notifications are off. */
export function PresenceMark({ person, now }: PresenceMarkProps) {
  const away = person.presence === 'away' || person.deleted;
  return (
    <span class={away ? 'presence presence-away' : 'presence'} aria-hidden="true">
      {isQuietNow(person, now) ? <span class="presence-quiet">z</span> : null}
    </span>
  );
}
