import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { placePopover } from '../menu/place-popover.ts';
import { EmojiPanel } from './emoji-panel.tsx';

interface EmojiPickerProps {
  /** Accessible name of the button and of what it opens. */
  readonly label: string;
  readonly class: string;
  readonly children: ComponentChildren;
  /** @param name without the outer colons, with its skin tone if it has one */
  readonly onPick: (name: string) => void;
}

/** A button that opens all emoji. After a choice or Escape the focus is back where it was. */
export function EmojiPicker({ label, children, onPick, ...rest }: EmojiPickerProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const id = useId();

  useEffect(() => {
    const element = popover.current;
    if (!open || !element || !trigger.current) return;
    element.showPopover();
    placePopover(element, trigger.current);
    element.querySelector('input')?.focus();
    const onToggle = (event: ToggleEvent) => {
      if (event.newState === 'closed') setOpen(false);
    };
    element.addEventListener('toggle', onToggle);
    return () => element.removeEventListener('toggle', onToggle);
  }, [open]);

  const close = () => {
    setOpen(false);
    trigger.current?.focus();
  };
  return (
    <>
      <button
        {...rest}
        ref={trigger}
        type="button"
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open ? (
        <div ref={popover} id={id} class="emoji-panel" role="dialog" aria-label={label} popover="auto">
          <EmojiPanel
            onClose={close}
            onPick={(name) => {
              close();
              onPick(name);
            }}
          />
        </div>
      ) : null}
    </>
  );
}
