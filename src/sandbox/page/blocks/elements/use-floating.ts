import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { placePopover } from '../../menu/place-popover.ts';

/** Shows a popover at its field, as wide as the box around the field, and keeps it there while something scrolls. */
export function useFloating(
  popover: RefObject<HTMLElement | null>,
  field: RefObject<HTMLElement | null>,
  open: boolean,
): void {
  useLayoutEffect(() => {
    const element = popover.current;
    const box = field.current?.closest<HTMLElement>('.combo');
    if (!open || !element || !box) return;
    const place = () => placePopover(element, box);
    element.style.minWidth = `${box.offsetWidth}px`;
    element.showPopover();
    place();
    element.querySelector('.choice-active')?.scrollIntoView({ block: 'nearest' });
    document.addEventListener('scroll', place, true);
    return () => document.removeEventListener('scroll', place, true);
  }, [popover, field, open]);
}
