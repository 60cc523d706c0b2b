import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

/** Everything within that the Tab key stops at, in order. */
export function focusables(within: HTMLElement): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) => element.offsetParent !== null && !element.closest('[inert]'),
  );
}

/** May this part of the page take the focus without pulling it from under somebody's hands elsewhere? */
export function mayTakeFocus(region: Element | null | undefined): boolean {
  const active = document.activeElement;
  return active === null || active === document.body || (region?.contains(active) ?? false);
}

/** Keeps Tab within the element: after the last comes the first. */
export function useFocusTrap(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Tab') return;
      const all = focusables(element);
      const edge = event.shiftKey ? all[0] : all.at(-1);
      const onEdge = document.activeElement === edge || document.activeElement === element;
      if (!onEdge) return;
      event.preventDefault();
      (event.shiftKey ? all.at(-1) : all[0])?.focus();
    };
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, [ref]);
}
