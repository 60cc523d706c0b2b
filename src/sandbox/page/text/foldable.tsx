import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

/** Is this more than somebody wants to scroll past? Judged by its characters and lines, before it is drawn. */
export function isLong(text: string): boolean {
  return text.length > 1_200 || text.split('\n').length > 16;
}

interface FoldableProps {
  readonly long: boolean;
  readonly children: ComponentChildren;
}

/** A long text, of which at first only the beginning is shown. */
export function Foldable({ long, children }: FoldableProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  if (!long) return <>{children}</>;
  return (
    <>
      <div id={id} class={open ? undefined : 'folded'}>
        {children}
      </div>
      <button
        type="button"
        class="fold-button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {open ? 'Show less' : 'Show more'}
      </button>
    </>
  );
}
