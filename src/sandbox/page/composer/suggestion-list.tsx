import { Avatar } from '../people/avatar.tsx';
import { usePane } from '../state/pane-context.ts';
import type { Suggestion } from './suggestions.ts';

interface SuggestionListProps {
  readonly id: string;
  readonly list: readonly Suggestion[];
  readonly active: number;
  readonly onPick: (suggestion: Suggestion) => void;
}

function Picture({ picture }: Pick<Suggestion, 'picture'>) {
  const { workspace } = usePane();
  if (picture.of === 'person') return <Avatar workspace={workspace} id={picture.id} size="small" />;
  const { of } = picture;
  return (
    <span class={of === 'emoji' ? 'suggestion-emoji emoji' : 'suggestion-sign'} aria-hidden="true">
      {of === 'emoji' ? picture.character : picture.sign}
    </span>
  );
}

/** What may be meant, above the composer. The keyboard stays in the text; the active one is named by the text field. */
export function SuggestionList({ id, list, active, onPick }: SuggestionListProps) {
  return (
    <div id={id} class="suggestions" role="listbox" aria-label="Suggestions">
      {list.map((suggestion, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text field, as in every combobox
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text field has the keys
        <div
          key={suggestion.key}
          id={`${id}-${index}`}
          class="suggestion"
          role="option"
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(suggestion)}
        >
          <Picture picture={suggestion.picture} />
          <span class="suggestion-title">{suggestion.title}</span>
          <span class="suggestion-detail">{suggestion.detail}</span>
        </div>
      ))}
    </div>
  );
}
