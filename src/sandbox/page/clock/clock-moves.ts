import type { Person } from '../../protocol.ts';
import { momentOf, wallClock } from '../blocks/elements/zoned-time.ts';

/** A way to move the sandbox's clock. */
export interface ClockMove {
  readonly key: string;
  /** `Ten minutes later`. */
  readonly label: string;
  readonly detail?: string;
  /** Where it leads, in milliseconds. */
  readonly to: (now: number) => number;
}

const minute = 60_000;
const day = 86_400_000;

/** `New York`, for `America/New_York`. */
export function placeOf(tz: string): string {
  return (tz.split('/').at(-1) ?? tz).replaceAll('_', ' ');
}

export function calledName(person: Person): string {
  return person.displayName || person.realName;
}

/** When it is nine in the morning of the next day in that zone; all in milliseconds. */
export function tomorrowAtNine(tz: string, now: number): number {
  const today = wallClock(tz, now / 1000).slice(0, 10);
  const tomorrow = new Date(Date.parse(`${today}T00:00Z`) + day).toISOString().slice(0, 10);
  const seconds = momentOf(tz, `${tomorrow}T09:00`);
  return seconds === null ? now + day : seconds * 1000;
}

export const clockSteps: readonly ClockMove[] = [
  { key: '2m', label: 'Two minutes later', to: (now) => now + 2 * minute },
  { key: '10m', label: 'Ten minutes later', to: (now) => now + 10 * minute },
  { key: '1h', label: 'An hour later', to: (now) => now + 60 * minute },
];

/** To the next morning of each of these people. */
export function clockMornings(people: readonly Person[]): readonly ClockMove[] {
  return people.map((person) => ({
    key: person.id,
    label: `Tomorrow 09:00 for ${calledName(person)}`,
    detail: placeOf(person.tz),
    to: (now) => tomorrowAtNine(person.tz, now),
  }));
}

/** `Sun 5:13 PM`, where that person is. */
export function timeThere(person: Person, at: number): string {
  return new Intl.DateTimeFormat(person.locale, {
    timeZone: person.tz,
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at);
}

function listed(parts: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(parts);
}

/** `1 hour and 5 minutes`, to the minute. @param ms milliseconds */
export function lengthOf(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / minute));
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor((minutes % 1440) / 60), 'hour'],
    [minutes % 60, 'minute'],
  ];
  const counted = parts.filter(([count]) => count > 0);
  return listed(counted.map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`));
}

/** `+15h 4m`, for a small place. @param ms milliseconds */
export function shortLength(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / minute));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `+${[hours > 0 ? `${hours}h` : '', rest > 0 ? `${rest}m` : ''].filter(Boolean).join(' ')}`;
}

/** What is said after a move. @param by how far, in milliseconds */
export function movedWords(people: readonly Person[], at: number, by: number): string {
  const times = listed(people.map((person) => `${timeThere(person, at)} for ${calledName(person)}`));
  return `The pretend clock moved ${lengthOf(by)} ahead. It is now ${times}.`;
}
