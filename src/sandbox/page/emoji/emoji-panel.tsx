import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { emojiCharacter, emojiSpoken } from '../text/emoji.ts';
import { preferredTone, preferTone, rememberEmoji } from './emoji-habits.ts';
import { emojiSections } from './emoji-sections.ts';
import { moveInGrid } from './move-in-grid.ts';
import { SkinTones } from './skin-tones.tsx';

interface EmojiPanelProps {
  readonly onPick: (name: string) => void;
  readonly onClose: () => void;
}

/** A search field above all emoji. The focus stays in the field: arrow keys move, Enter takes, Escape closes. */
export function EmojiPanel({ onPick, onClose }: EmojiPanelProps) {
  const [query, setQuery] = useState('');
  const [tone, setTone] = useState(preferredTone);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const sections = useMemo(() => emojiSections(query, tone), [query, tone]);
  const cells = useMemo(() => sections.flatMap((section) => section.cells), [sections]);
  const chosen = cells[active];

  const take = (name: string) => {
    rememberEmoji(name);
    onPick(name);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    } else if (event.key === 'Enter') {
      if (chosen) take(chosen.name);
    } else {
      const drawn = [...(list.current?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
      const next = moveInGrid(drawn, active, event.key);
      if (next === null) return;
      setActive(next);
      drawn[next]?.scrollIntoView({ block: 'nearest' });
    }
    event.preventDefault();
  };
  let index = -1;
  return (
    <>
      <input
        class="input emoji-search"
        type="text"
        role="combobox"
        aria-label="Search emoji"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen ? `${id}-${active}` : undefined}
        placeholder="Search emoji"
        autocomplete="off"
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={`${id}-list`} class="emoji-list" role="listbox" aria-label="Emoji">
        {sections.length === 0 ? <p class="menu-empty">No emoji is called that.</p> : null}
        {sections.map((section) => (
          // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped so
          <div key={section.title} class="emoji-section" role="group" aria-label={section.title}>
            <p class="emoji-heading" aria-hidden="true">
              {section.title}
            </p>
            <div class="emoji-grid" role="presentation">
              {section.cells.map(({ name }) => {
                index += 1;
                const at = index;
                return (
                  // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search field
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the search field has the keys
                  <div
                    key={name}
                    id={`${id}-${at}`}
                    class="emoji-cell"
                    role="option"
                    aria-label={emojiSpoken(name)}
                    aria-selected={at === active}
                    onMouseDown={(event) => event.preventDefault()}
                    onMouseMove={() => setActive(at)}
                    onClick={() => take(name)}
                  >
                    {emojiCharacter(name)}
                  </div>
                );
              })}
            </div>
          </div>
        ))}
      </div>
      <div class="emoji-foot">
        <span class="emoji-shown" aria-hidden="true">
          {chosen ? emojiCharacter(chosen.name) : ''}
        </span>
        <span class="emoji-name">{chosen ? `:${chosen.name}:` : ''}</span>
        <SkinTones
          tone={tone}
          onChoose={(next) => {
            preferTone(next);
            setTone(next);
          }}
        />
      </div>
    </>
  );
}
