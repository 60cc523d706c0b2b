import type { Screen, ShownMessage, ShownView } from '../../src/sandbox/protocol.ts';
import type { PersonDriver } from '../../src/sandbox/surface.ts';

/** Everything that a person can read in some blocks, in order: what a test about words looks at. */
export function wordsIn(value: unknown): string {
  const found: string[] = [];
  collect(value, found);
  return found.join('\n');
}

function collect(value: unknown, found: string[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (key === 'text' && typeof item === 'string') found.push(item);
      else collect(item, found);
    }
  }
}

/** A message as it is read: its blocks, or its text where it has none. */
export function readMessage(message: ShownMessage): string {
  return message.blocks.length > 0 ? wordsIn(message.blocks) : message.text;
}

export function readView(view: ShownView | undefined): string {
  return view === undefined ? '' : `${view.title}\n${wordsIn(view.blocks)}`;
}

/** What Oops wrote to a person in private, oldest first: in their direct message, and in the room of those who are together. */
export function dmsTo(person: PersonDriver): readonly ShownMessage[] {
  const places = [person.dm(), ...roomsOf(person).map(({ id }) => id)];
  return places
    .flatMap((place) => person.history(place))
    .filter((message) => message.isBot)
    .sort((a, b) => a.ts.localeCompare(b.ts));
}

/** The private channels and group messages that Oops made and this person is in. */
export function roomsOf(person: PersonDriver): Screen['conversations'] {
  return person
    .screen()
    .conversations.filter(
      ({ kind, name }) => kind === 'group' || (kind === 'private' && /^oops-/.test(name)),
    );
}

/** The newest of the messages that say this; undefined while there is none. */
export function saying(messages: readonly ShownMessage[], words: string | RegExp): ShownMessage | undefined {
  return messages.filter((message) => matches(readMessage(message), words)).at(-1);
}

export function matches(text: string, words: string | RegExp): boolean {
  return typeof words === 'string' ? text.includes(words) : words.test(text);
}
