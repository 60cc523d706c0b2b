import type { Person } from '../../protocol.ts';
import { isQuietNow } from './local-time.tsx';

/** How somebody is to be reached now, in words for everybody who looks at them; '' when nothing is in the way. */
export function presenceWords(person: Person, now: number): string {
  if (person.deleted) return 'deactivated';
  const parts = [
    person.presence === 'away' ? 'offline' : '',
    isQuietNow(person, now) ? 'notifications off' : '',
  ];
  return parts.filter(Boolean).join(', ');
}
