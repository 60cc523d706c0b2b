import { type EmojiEntry, emojiGroups, emojiNamed, findEmoji, pickable } from '../text/emoji.ts';
import { recentEmoji } from './emoji-habits.ts';

export interface EmojiSection {
  readonly title: string;
  readonly cells: readonly EmojiCell[];
}

export interface EmojiCell {
  /** What is inserted or reacted with, without the outer colons. */
  readonly name: string;
}

function inTone(entry: EmojiEntry, tone: number): EmojiCell {
  const [name] = entry.names;
  return { name: entry.toned && tone > 1 ? `${name}::skin-tone-${tone}` : name };
}

/** What the picker shows: what was found, or everything in its groups with the lately used ones first. */
export function emojiSections(query: string, tone: number): EmojiSection[] {
  if (query.trim() !== '') {
    const cells = findEmoji(query, 64).map((entry) => inTone(entry, tone));
    return cells.length === 0 ? [] : [{ title: 'Found', cells }];
  }
  const recent = recentEmoji().filter((name) => emojiNamed(name.split('::')[0] ?? ''));
  const groups = [...emojiGroups].map(([group, title]) => ({
    title,
    cells: pickable.filter((entry) => entry.group === group).map((entry) => inTone(entry, tone)),
  }));
  return [{ title: 'Lately used', cells: recent.map((name) => ({ name })) }, ...groups];
}
