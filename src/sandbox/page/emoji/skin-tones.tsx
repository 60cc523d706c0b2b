import { emojiCharacter } from '../text/emoji.ts';

const tones = ['no', 'light', 'medium-light', 'medium', 'medium-dark', 'dark'];

interface SkinTonesProps {
  /** 1 for none, else 2 to 6. */
  readonly tone: number;
  readonly onChoose: (tone: number) => void;
}

/** The skin in which hands and people are drawn. */
export function SkinTones({ tone, onChoose }: SkinTonesProps) {
  return (
    <select
      class="skin-tones"
      aria-label="Skin tone"
      title="Skin tone"
      value={String(tone)}
      onChange={(event) => onChoose(Number(event.currentTarget.value))}
    >
      {tones.map((name, index) => (
        <option key={name} value={String(index + 1)} aria-label={`${name} skin tone`}>
          {emojiCharacter(index === 0 ? 'hand' : `hand::skin-tone-${index + 1}`)}
        </option>
      ))}
    </select>
  );
}
