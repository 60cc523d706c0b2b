/** Up and Down go from one conversation of the sidebar to the next, Home and End to the first and the last. */
export function moveAlong(sidebar: HTMLElement, event: KeyboardEvent): void {
  const stops = [...sidebar.querySelectorAll<HTMLElement>('.sidebar-search, .sidebar-fold, .sidebar-item')];
  const here = stops.indexOf(document.activeElement as HTMLElement);
  if (here < 0) return;
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(here + 1, stops.length - 1),
    ArrowUp: Math.max(here - 1, 0),
    Home: 0,
    End: stops.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  stops[target]?.focus();
}
