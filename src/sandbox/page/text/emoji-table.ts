/**
 * All emoji under Slack's names, from `emojibase-data` (whose `iamcal` shortcodes are those that Slack uses). When the
 * page is bundled this file is evaluated and only its result goes along: see `scripts/evaluate-plugin.mjs`.
 */
import compact from 'emojibase-data/en/compact.json' with { type: 'json' };
import shortcodes from 'emojibase-data/en/shortcodes/iamcal.json' with { type: 'json' };

interface SourceEmoji {
  readonly hexcode: string;
  readonly unicode: string;
  readonly group?: number;
  readonly order?: number;
  readonly tags?: readonly string[];
  readonly skins?: readonly { readonly unicode: string }[];
}

/** `character`, `group`, `names` and further `words` to find it by (each separated by spaces), and whether it has skin tones. */
export type EmojiRow = readonly [
  character: string,
  group: number,
  names: string,
  words: string,
  toned: 0 | 1,
];

const names: Readonly<Record<string, string | readonly string[]>> = shortcodes;

function rowOf(emoji: SourceEmoji): EmojiRow[] {
  const own = names[emoji.hexcode];
  if (own === undefined) return [];
  const all = typeof own === 'string' ? [own] : own;
  const known = new Set(all.flatMap((name) => name.split(/[_-]/)));
  const words = (emoji.tags ?? []).filter((tag) => !known.has(tag)).slice(0, 8);
  // The data ask for colour also where it is the rule; in text that would be a character too many.
  const character = emoji.unicode.replace(/(\p{Emoji_Presentation})\ufe0f/gu, '$1');
  return [[character, emoji.group ?? -1, all.join(' '), words.join(' '), emoji.skins ? 1 : 0]];
}

const source: readonly SourceEmoji[] = compact;

/** In the order in which a keyboard shows them. */
export const emojiRows: readonly EmojiRow[] = [...source]
  .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
  .flatMap(rowOf);
