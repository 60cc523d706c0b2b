import { useEffect } from 'preact/hooks';

/** F6 and Shift+F6 move the focus from one person's pane to the next, as between the parts of a desktop program. */
export function usePaneKeys(people: readonly string[], onMove: (index: number) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6') return;
      event.preventDefault();
      const panes = [...document.querySelectorAll<HTMLElement>('.pane')];
      const here = panes.findIndex((pane) => pane.contains(document.activeElement));
      const step = event.shiftKey ? panes.length - 1 : 1;
      const next = here < 0 ? 0 : (here + step) % panes.length;
      onMove(next);
      const pane = panes[next];
      requestAnimationFrame(() => {
        const dialog = pane?.querySelector<HTMLElement>('[role="dialog"]');
        (dialog ?? pane?.querySelector<HTMLElement>('.composer textarea') ?? pane)?.focus();
      });
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [people, onMove]);
}
