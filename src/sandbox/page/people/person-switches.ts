import type { Person, PersonActionInput } from '../../protocol.ts';
import type { MenuItem } from '../menu/menu.tsx';
import { isQuietNow } from './local-time.tsx';

/** From midnight to midnight. */
const allDay = { start: '00:00', end: '00:00' } as const;

type Schedule = Person['dnd'];

/** The quiet hours that people had before somebody switched them here, by user id. */
const usual = new Map<string, Schedule>();

function isAllDay(schedule: Schedule): boolean {
  return schedule !== null && schedule.start === schedule.end;
}

/**
 * The quiet hours after the switch was turned: all day, or back to what they were when that lets them be reached now.
 * @param now milliseconds on the sandbox's clock
 */
function turned(person: Person, now: number): Schedule {
  const quiet = isQuietNow({ ...person, pausedUntil: null }, now);
  if (!quiet) {
    usual.set(person.id, person.dnd);
    return allDay;
  }
  const before = isAllDay(person.dnd) ? (usual.get(person.id) ?? null) : null;
  return before !== null && isQuietNow({ ...person, dnd: before, pausedUntil: null }, now) ? null : before;
}

/**
 * The switches of a person: whether they are there, and whether they can be disturbed.
 * @param app what the app is called
 * @param now milliseconds on the sandbox's clock
 */
export function personSwitches(
  person: Person,
  app: string,
  now: number,
  act: (action: PersonActionInput) => void,
): readonly MenuItem[] {
  const paused = person.pausedUntil !== null && person.pausedUntil > now;
  const schedule = person.dnd;
  const hours = schedule && !isAllDay(schedule) ? ` Usual hours: ${schedule.start} to ${schedule.end}.` : '';
  return [
    {
      key: 'dnd',
      label: 'Do not disturb',
      detail: `Quiet hours, now. ${app} can see them.${hours}`,
      kind: 'switch',
      checked: isQuietNow({ ...person, pausedUntil: null }, now),
      onSelect: () => act({ do: 'setDnd', dnd: turned(person, now) }),
    },
    {
      key: 'paused',
      label: 'Pause notifications for an hour',
      detail: `By hand. No app can see it.`,
      kind: 'switch',
      checked: paused,
      onSelect: () => act({ do: 'pauseNotifications', minutes: paused ? null : 60 }),
    },
    {
      key: 'offline',
      label: 'Offline',
      detail: 'Shown as away to everybody.',
      kind: 'switch',
      checked: person.presence === 'away',
      onSelect: () => act({ do: 'setPresence', presence: person.presence === 'away' ? 'active' : 'away' }),
    },
  ];
}
