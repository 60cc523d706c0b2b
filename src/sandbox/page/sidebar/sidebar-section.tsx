import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { ChevronIcon } from '../icons.tsx';
import { keep, kept } from '../state/kept.ts';

interface SidebarSectionProps {
  readonly title: string;
  /** Whose sidebar it is, so that it is remembered whether it is open. */
  readonly owner: string;
  /** A menu beside the title. */
  readonly menu?: ComponentChildren;
  /** What stays in sight when the section is folded: the open conversation, and what is new. */
  readonly important: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A part of the sidebar that can be folded. */
export function SidebarSection({ title, owner, menu, important, children }: SidebarSectionProps) {
  const storageKey = `folded/${owner}/${title}`;
  const [folded, setFolded] = useState(() => kept('local', storageKey) === true);
  const id = useId();
  const fold = () => {
    keep('local', storageKey, !folded);
    setFolded(!folded);
  };
  return (
    <>
      <div class="sidebar-heading">
        <h3>
          <button
            type="button"
            class="sidebar-fold"
            aria-expanded={!folded}
            aria-controls={id}
            onClick={fold}
          >
            <ChevronIcon />
            {title}
          </button>
        </h3>
        {menu}
      </div>
      <ul id={id}>{folded ? important : children}</ul>
    </>
  );
}
