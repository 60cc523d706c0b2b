/** An emoji with its name, for the tooltip and for who cannot see it. */
export function Emoji({ name, character }: { readonly name: string; readonly character: string }) {
  return (
    <span class="emoji" role="img" aria-label={name.replaceAll('_', ' ')} title={`:${name}:`}>
      {character}
    </span>
  );
}
