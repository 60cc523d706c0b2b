import type { RefObject } from 'preact';
import { Avatar } from '../../people/avatar.tsx';
import { usePane } from '../../state/pane-context.ts';
import type { Choice, ChoiceGroup } from './options.ts';

interface ChoiceListProps {
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly id: string;
  readonly groups: readonly ChoiceGroup[];
  /** Counted through all groups. */
  readonly active: number;
  readonly chosen: Choice | null;
  readonly onChoose: (choice: Choice) => void;
}

/** What can be chosen, below the field that has the focus. */
export function ChoiceList({ listRef, id, groups, active, chosen, onChoose }: ChoiceListProps) {
  const { workspace } = usePane();
  let index = -1;
  return (
    <div
      ref={listRef}
      id={`${id}-list`}
      class="choice-list"
      role="listbox"
      aria-label="Choices"
      tabIndex={-1}
      popover="manual"
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.length === 0 ? <p class="menu-empty">Nothing is called that.</p> : null}
      {groups.map(({ heading, choices }) => {
        const options = choices.map((choice) => {
          index += 1;
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, as in every combobox
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
            <div
              key={choice.value}
              id={`${id}-${index}`}
              class={index === active ? 'choice-option choice-active' : 'choice-option'}
              role="option"
              aria-selected={choice.value === chosen?.value}
              onClick={() => onChoose(choice)}
            >
              {choice.person ? <Avatar workspace={workspace} id={choice.value} size="small" /> : null}
              <span>
                {choice.label}
                {choice.detail ? <span class="choice-about">{choice.detail}</span> : null}
              </span>
            </div>
          );
        });
        if (heading === null) return options;
        return (
          // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped so
          <div key={heading} role="group" aria-label={heading}>
            <p class="choice-heading" aria-hidden="true">
              {heading}
            </p>
            {options}
          </div>
        );
      })}
    </div>
  );
}
