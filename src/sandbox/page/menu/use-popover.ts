import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { placePopover } from './place-popover.ts';

interface PopoverSettings {
  readonly open: boolean;
  /** The button that opens it, and at which it is. */
  readonly trigger: RefObject<HTMLElement | null>;
  /** What takes the focus when it opens. */
  readonly first: (popover: HTMLElement) => HTMLElement;
  /** It was closed: by Escape, by a click elsewhere, or because another one opened. */
  readonly onClosed: () => void;
}

/**
 * Opens an element with `popover="auto"` at its trigger, above everything. It closes when somebody looks elsewhere; at
 * Escape the focus is back on the trigger, and nothing below it hears of the key.
 * @returns the ref of that element
 */
export function usePopover(settings: PopoverSettings): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  const current = useRef(settings);
  current.current = settings;
  useEffect(() => {
    const element = ref.current;
    const button = current.current.trigger.current;
    if (!settings.open || !element || !button) return;
    const place = () => placePopover(element, button);
    element.showPopover();
    place();
    current.current.first(element).focus();
    const onToggle = (event: ToggleEvent) => {
      if (event.newState === 'closed') current.current.onClosed();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      current.current.onClosed();
      button.focus();
    };
    element.addEventListener('toggle', onToggle);
    element.addEventListener('keydown', onKeyDown);
    addEventListener('resize', place);
    return () => {
      element.removeEventListener('toggle', onToggle);
      element.removeEventListener('keydown', onKeyDown);
      removeEventListener('resize', place);
    };
  }, [settings.open]);
  return ref;
}
