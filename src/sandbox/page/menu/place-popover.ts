const gap = 4;
const margin = 8;

/** Puts an open popover at its trigger: below when it fits, else above; within the trigger's pane, or the window. */
export function placePopover(popover: HTMLElement, trigger: HTMLElement): void {
  const at = trigger.getBoundingClientRect();
  const pane = trigger.closest('.pane')?.getBoundingClientRect();
  const leftEdge = (pane?.left ?? 0) + margin;
  const rightEdge = (pane?.right ?? window.innerWidth) - margin;
  const { offsetWidth: width, offsetHeight: height } = popover;
  const fitsBelow = at.bottom + gap + height <= window.innerHeight - margin;
  const top = fitsBelow ? at.bottom + gap : at.top - gap - height;
  const left = at.left + width <= rightEdge ? at.left : at.right - width;
  popover.style.top = `${Math.max(margin, top)}px`;
  popover.style.left = `${Math.max(leftEdge, Math.min(left, rightEdge - width))}px`;
}
