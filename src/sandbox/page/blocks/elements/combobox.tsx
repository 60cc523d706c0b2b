import { useId, useRef, useState } from 'preact/hooks';
import { ChoiceList } from './choice-list.tsx';
import { type Choice, type ChoiceGroup, matchingChoices } from './options.ts';
import { useFloating } from './use-floating.ts';

interface ComboboxProps {
  /** Ties the control to its label, hint and error. */
  readonly attributes: Readonly<Record<string, string | true | undefined>>;
  readonly groups: readonly ChoiceGroup[];
  /** What is chosen, of a select that holds one; null when nothing is. */
  readonly chosen: Choice | null;
  readonly placeholder: string;
  readonly busy: boolean;
  /** Nothing more can be chosen. */
  readonly full?: boolean;
  readonly onChoose: (value: string) => void;
  /** Backspace in an empty field. */
  readonly onBack?: () => void;
}

/**
 * A select that can be searched: the field shows what is chosen, and while it is open what is looked for.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function Combobox(props: ComboboxProps) {
  const { attributes, groups, chosen, placeholder, busy, full = false, onChoose, onBack } = props;
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  useFloating(list, input, open);

  const found = matchingChoices(groups, query);
  const all = found.flatMap((group) => group.choices);
  const close = () => {
    setOpen(false);
    setQuery('');
  };
  const show = () => {
    if (full || open) return;
    setOpen(true);
    setActive(
      Math.max(
        0,
        all.findIndex((each) => each.value === chosen?.value),
      ),
    );
  };
  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    close();
    onChoose(choice.value);
  };
  const move = (to: number) => {
    setActive(to);
    list.current?.querySelector(`[id="${id}-${to}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (!open) {
      if (key === 'Backspace' && query === '') onBack?.();
      if (!['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(key)) return;
      show();
    } else if (key === 'ArrowDown') move(active + 1 >= all.length ? 0 : active + 1);
    else if (key === 'ArrowUp') move(active <= 0 ? all.length - 1 : active - 1);
    else if (key === 'Home' && query === '') move(0);
    else if (key === 'End' && query === '') move(all.length - 1);
    else if (key === 'Enter') choose(all[active]);
    else if (key === 'Escape') {
      // The form around it stays open.
      event.stopPropagation();
      close();
    } else {
      if (key === 'Backspace' && query === '') onBack?.();
      return;
    }
    event.preventDefault();
  };
  return (
    <>
      <input
        {...attributes}
        ref={input}
        type="text"
        class="combo-input"
        role="combobox"
        aria-expanded={open}
        aria-controls={open ? `${id}-list` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={open && all[active] ? `${id}-${active}` : undefined}
        aria-busy={busy}
        autocomplete="off"
        spellcheck={false}
        disabled={full}
        placeholder={open ? (chosen?.label ?? 'Search') : placeholder}
        value={open ? query : (chosen?.label ?? '')}
        onClick={show}
        onInput={(event) => {
          // Whoever types over a choice begins a search.
          const typed = event.currentTarget.value;
          setQuery(open || !chosen ? typed : typed.replace(chosen.label, ''));
          setActive(0);
          setOpen(!full);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      {open ? (
        <ChoiceList listRef={list} id={id} groups={found} active={active} chosen={chosen} onChoose={choose} />
      ) : null}
    </>
  );
}
