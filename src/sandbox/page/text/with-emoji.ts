import { emojiCharacter } from './emoji.ts';

/** `:tada:` becomes its character; unknown names stay. For labels, titles and option texts. */
export function withEmoji(text: string): string {
  return text.replace(/:([a-z0-9_+'-]+):/g, (whole, name: string) => emojiCharacter(name) ?? whole);
}
