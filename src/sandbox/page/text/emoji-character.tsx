import { emojiSpoken } from './emoji.ts';

/** An emoji with its name, for the tooltip and for who cannot see it. */
export function Emoji({ name, character }: { readonly name: string; readonly character: string }) {
  return (
    <span class="emoji" role="img" aria-label={emojiSpoken(name)} title={`:${name}:`}>
      {character}
    </span>
  );
}
