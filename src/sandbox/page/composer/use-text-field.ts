import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** A text area that grows with its text, and whose cursor can be put somewhere together with a new text. */
export function useTextField(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
): (anchor: number, cursor: number) => void {
  const next = useRef<readonly [number, number] | null>(null);
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
    if (next.current === null) return;
    element.focus();
    element.setSelectionRange(...next.current);
    next.current = null;
  }, [text, field]);
  return (anchor, cursor) => {
    next.current = [anchor, cursor];
  };
}
