import { useEffect } from 'preact/hooks';

/** Where the focus goes within a part of the page: what is open above, else where one writes, else the part itself. */
function focusOf(part: HTMLElement): HTMLElement {
  const dialog = part.querySelector<HTMLElement>('[role="dialog"], [role="alertdialog"]');
  const field = part.querySelector<HTMLElement>('.composer textarea, .tool-button, .traffic-filter input');
  return dialog ?? field ?? part;
}

/**
 * F6 and Shift+F6 move the focus from one part of the page to the next: each person's pane, the traffic, the bar at the
 * top; as between the parts of a desktop program.
 * @param onPane brings a pane to the front, by its number
 */
export function usePaneKeys(onPane: (index: number) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6') return;
      event.preventDefault();
      const panes = [...document.querySelectorAll<HTMLElement>('.pane')];
      const parts = [...panes, ...document.querySelectorAll<HTMLElement>('.traffic, .top-bar')];
      const here = parts.findIndex((part) => part.contains(document.activeElement));
      const step = event.shiftKey ? parts.length - 1 : 1;
      const next = parts[here < 0 ? 0 : (here + step) % parts.length];
      if (!next) return;
      if (panes.includes(next)) onPane(panes.indexOf(next));
      requestAnimationFrame(() => focusOf(next).focus());
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [onPane]);
}
