import { emojiCharacter } from './emoji.ts';

const shortcode = /:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/g;

/** `:tada:` becomes its character; unknown names stay. For labels, titles and option texts. */
export function withEmoji(text: string): string {
  return text.replace(shortcode, (whole, name: string) => emojiCharacter(name) ?? whole);
}
