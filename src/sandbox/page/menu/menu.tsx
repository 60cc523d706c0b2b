import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { placePopover } from './place-popover.ts';

export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly detail?: string;
  readonly danger?: boolean;
  /** A line above it. */
  readonly separated?: boolean;
  readonly onSelect: () => void;
}

interface MenuProps {
  /** Accessible name of the button and of the menu. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** What the button shows. */
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly disabled?: boolean;
  /** Further attributes of the button. */
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  /** Said when there is nothing in it. */
  readonly empty?: string;
}

function moveFocus(menu: HTMLElement, event: KeyboardEvent): void {
  const items = [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const here = items.indexOf(document.activeElement as HTMLElement);
  const last = items.length - 1;
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: here >= last ? 0 : here + 1,
    ArrowUp: here <= 0 ? last : here - 1,
    Home: 0,
    End: last,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  items[target]?.focus();
}

/** A button that opens a menu: arrow keys move, Escape closes, the focus comes back to the button. */
export function Menu({ label, items, children, attributes, empty, ...rest }: MenuProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const id = useId();

  useEffect(() => {
    const element = menu.current;
    if (!open || !element || !trigger.current) return;
    element.showPopover();
    placePopover(element, trigger.current);
    element.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
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
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (menu.current) moveFocus(menu.current, event);
  };
  return (
    <>
      <button
        {...attributes}
        {...rest}
        ref={trigger}
        type="button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open ? (
        <div
          ref={menu}
          id={id}
          class="menu"
          role="menu"
          tabIndex={-1}
          aria-label={label}
          popover="auto"
          onKeyDown={onKeyDown}
        >
          {items.length === 0 ? <p class="menu-empty">{empty ?? 'Nothing here.'}</p> : null}
          {items.map((item) => (
            <button
              key={item.key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              class={`menu-item${item.danger ? ' menu-item-danger' : ''}${item.separated ? ' menu-item-separated' : ''}`}
              onClick={() => {
                close();
                item.onSelect();
              }}
            >
              <span>{item.label}</span>
              {item.detail ? <span class="menu-detail">{item.detail}</span> : null}
            </button>
          ))}
        </div>
      ) : null}
    </>
  );
}
