import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Calls back when Escape is pressed within the element, while `active`, and nothing above has taken the key. */
export function useEscape(
  within: RefObject<HTMLElement | null>,
  active: boolean,
  onEscape: () => void,
): void {
  const newest = useRef(onEscape);
  newest.current = onEscape;
  useEffect(() => {
    const element = within.current;
    if (!active || !element) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) newest.current();
    };
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, [within, active]);
}
