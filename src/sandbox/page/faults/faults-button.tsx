import { useId, useRef, useState } from 'preact/hooks';
import type { Workspace } from '../../protocol.ts';
import { ChevronIcon, FaultIcon } from '../icons.tsx';
import { usePopover } from '../menu/use-popover.ts';
import { activeCount } from './fault-choices.ts';
import { FaultsPanel } from './faults-panel.tsx';

/** Opens the panel of things that can go wrong; says how many of them are waiting to. */
export function FaultsButton({ workspace }: { readonly workspace: Workspace }) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const id = useId();
  const popover = usePopover({ open, trigger, first: (element) => element, onClosed: () => setOpen(false) });
  const count = activeCount(workspace.faults, workspace.policy);
  return (
    <>
      <button
        ref={trigger}
        type="button"
        class={count > 0 ? 'tool-button faults-active' : 'tool-button'}
        title="Faults: let something go wrong"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <FaultIcon />
        <span class="tool-words">Faults</span>
        {count > 0 ? (
          <span class="tool-count">
            {count}
            <span class="visually-hidden"> active</span>
          </span>
        ) : null}
        <ChevronIcon />
      </button>
      {open ? (
        <div
          ref={popover}
          id={id}
          class="faults-panel"
          popover="auto"
          role="dialog"
          aria-label="Faults"
          tabIndex={-1}
        >
          <FaultsPanel workspace={workspace} />
        </div>
      ) : null}
    </>
  );
}
