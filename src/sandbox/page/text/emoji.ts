import { emojiRows } from './emoji-table.ts';

/** One emoji of Slack's. */
export interface EmojiEntry {
  readonly character: string;
  /** Slack's names without colons, the usual one first. */
  readonly names: readonly [string, ...string[]];
  /** Index into {@link emojiGroups}; -1 for parts that are no emoji of their own. */
  readonly group: number;
  /** Further words to find it by. */
  readonly words: string;
  readonly toned: boolean;
}

/** What the groups of a picker are called, by number. */
export const emojiGroups = new Map([
  [0, 'Smileys and emotion'],
  [1, 'People and body'],
  [3, 'Animals and nature'],
  [4, 'Food and drink'],
  [5, 'Travel and places'],
  [6, 'Activities'],
  [7, 'Objects'],
  [8, 'Symbols'],
  [9, 'Flags'],
]);

/** All of them, in the order in which a picker shows them. */
export const allEmoji: readonly EmojiEntry[] = emojiRows.map(([character, group, names, words, toned]) => {
  const [first = '', ...others] = names.split(' ');
  return { character, group, names: [first, ...others], words, toned: toned === 1 };
});

/** Those that a picker offers: not the bare skin colours and letters that flags are made of. */
export const pickable = allEmoji.filter((entry) => emojiGroups.has(entry.group));

const byName = new Map(allEmoji.flatMap((entry) => entry.names.map((name) => [name, entry] as const)));

/** Any emoji by one of its names, without colons and skin tone. */
export function emojiNamed(name: string): EmojiEntry | undefined {
  return byName.get(name);
}

/** The same person or hand in another skin. @param tone 2 (light) to 6 (dark), as Slack counts */
function inTone(character: string, tone: number): string {
  const modifier = String.fromCodePoint(0x1f3fb + tone - 2);
  // A handshake within a group of people stays as it is.
  return character.replace(/(?!\u{1f91d}\u200d)(\p{Emoji_Modifier_Base})\ufe0f?/gu, `$1${modifier}`);
}

/**
 * The character of a name, as Slack writes it without the outer colons: `wave`, `+1`, `wave::skin-tone-3`.
 * @returns null when there is no such emoji; then the name is shown as it was typed
 */
export function emojiCharacter(name: string): string | null {
  const [base = '', skin] = name.split('::');
  const entry = emojiNamed(base);
  if (!entry) return null;
  const tone = /^skin-tone-([2-6])$/.exec(skin ?? '')?.[1];
  return tone !== undefined && entry.toned ? inTone(entry.character, Number(tone)) : entry.character;
}

const plainly = (character: string) => character.replaceAll(/[\ufe0f\u{1f3fb}-\u{1f3ff}]/gu, '');
const byCharacter = new Map(allEmoji.map((entry) => [plainly(entry.character), entry] as const));

/** The usual name of a character that was put in as it is; null when it is no emoji. */
export function emojiNameOf(character: string): string | null {
  return byCharacter.get(plainly(character))?.names[0] ?? null;
}

/** What somebody hears instead of seeing it: `thumbs up` for `+1`, else the name in words. */
export function emojiSpoken(name: string): string {
  const base = name.split('::')[0] ?? name;
  if (base === '+1' || base === '-1') return base === '+1' ? 'thumbs up' : 'thumbs down';
  return base.replaceAll(/[_-]/g, ' ');
}

/**
 * Emoji for what was typed: those whose name begins so come first, then those with a word that does.
 * @param typed without colons; spaces and underscores are the same
 */
export function findEmoji(typed: string, most: number): EmojiEntry[] {
  const wanted = typed
    .toLowerCase()
    .split(/[\s_-]+/)
    .filter(Boolean);
  if (wanted.length === 0) return [];
  const joined = wanted.join('');
  const rank = ({ names, words }: EmojiEntry): number => {
    const plain = names.map((name) => name.replaceAll(/[_-]/g, ''));
    if (plain.includes(joined)) return 0;
    if (plain.some((name) => name.startsWith(joined))) return 1;
    const parts = [...names.flatMap((name) => name.split(/[_-]/)), ...words.split(' ')];
    if (wanted.every((word) => parts.some((part) => part.startsWith(word)))) return 2;
    return plain.some((name) => name.includes(joined)) ? 3 : 9;
  };
  return pickable
    .map((entry) => ({ entry, at: rank(entry) }))
    .filter(({ at }) => at < 9)
    .sort((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ entry }) => entry);
}
