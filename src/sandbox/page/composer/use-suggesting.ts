import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePane } from '../state/pane-context.ts';
import { type Suggestion, type Suggestions, suggestionsFor } from './suggestions.ts';

export interface Suggesting {
  readonly suggestions: Suggestions | null;
  readonly active: number;
  pick(suggestion: Suggestion): void;
  /** Takes the keys that belong to an open list. @returns whether it took this one */
  onKeyDown(event: KeyboardEvent): boolean;
  /** The cursor may have moved. @param at where it stands, when the field does not know it yet */
  look(at?: number): void;
  close(): void;
}

/** Suggestions for what stands before the cursor of a text field. */
export function useSuggesting(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  setText: (text: string) => void,
): Suggesting {
  const { workspace, screen } = usePane();
  const [cursor, setCursor] = useState(0);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const moveTo = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (moveTo.current === null) return;
    field.current?.setSelectionRange(moveTo.current, moveTo.current);
    moveTo.current = null;
  });

  const suggestions = open ? suggestionsFor(text.slice(0, cursor), workspace, screen) : null;
  const size = suggestions?.list.length ?? 0;
  const pick = (suggestion: Suggestion) => {
    if (!suggestions) return;
    moveTo.current = suggestions.from + suggestion.insert.length;
    setCursor(moveTo.current);
    setOpen(false);
    setText(text.slice(0, suggestions.from) + suggestion.insert + text.slice(cursor).replace(/^ /, ''));
    suggestion.taken?.();
  };
  return {
    suggestions,
    active: Math.min(active, size - 1),
    pick,
    onKeyDown: (event) => {
      const chosen = suggestions?.list[Math.min(active, size - 1)];
      if (!suggestions || !chosen) return false;
      const exact = event.key === 'Enter' && text.slice(suggestions.from, cursor) === chosen.insert.trim();
      if (event.key === 'ArrowDown') setActive((active + 1) % size);
      else if (event.key === 'ArrowUp') setActive((active + size - 1) % size);
      else if (event.key === 'Escape') setOpen(false);
      else if (event.key === 'Tab' || (event.key === 'Enter' && !exact)) pick(chosen);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
    look: (at = field.current?.selectionStart ?? 0) => {
      setCursor(at);
      setActive(0);
      setOpen(true);
    },
    close: () => setOpen(false),
  };
}
