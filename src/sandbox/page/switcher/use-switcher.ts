import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface Switcher {
  readonly open: boolean;
  show(): void;
  close(): void;
}

/** Is this the pane that a key pressed now is meant for: the one with the focus, else the first in sight? */
function isMeant(pane: Element): boolean {
  const focused = document.activeElement?.closest('.pane') ?? document.querySelector('.pane:not([hidden])');
  return focused === pane;
}

/**
 * Ctrl+K or Cmd+K opens the quick switcher of the pane in use; closing it gives the focus back.
 * @param possible false while something else is open above the conversation
 */
export function useSwitcher(root: RefObject<HTMLElement | null>, possible: boolean): Switcher {
  const [open, setOpen] = useState(false);
  const before = useRef<HTMLElement | null>(null);
  const show = () => {
    before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    const element = before.current;
    // After the next drawing, when what is below can have the focus again.
    requestAnimationFrame(() => {
      if (element?.isConnected && document.activeElement === document.body) element.focus();
    });
  };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const pane = root.current?.closest('.pane');
      if (!pane || !isMeant(pane)) return;
      event.preventDefault();
      if (open) close();
      else if (possible) show();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
  return { open: open && possible, show, close };
}
