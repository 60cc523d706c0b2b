const gap = 4;
const margin = 8;

/** Puts an open popover at its trigger, within the window: below when it fits, else above. */
export function placePopover(popover: HTMLElement, trigger: HTMLElement): void {
  const at = trigger.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const below = at.bottom + gap + height <= window.innerHeight - margin;
  const top = below ? at.bottom + gap : at.top - gap - height;
  const fromRight = at.left + width > window.innerWidth - margin || at.left > window.innerWidth * 0.85;
  const left = fromRight ? at.right - width : at.left;
  popover.style.top = `${Math.max(margin, top)}px`;
  popover.style.left = `${Math.max(margin, Math.min(left, window.innerWidth - width - margin))}px`;
}
