import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { type MenuItem, MenuList, menuItemsOf } from './menu-list.tsx';
import { usePopover } from './use-popover.ts';

export type { MenuItem } from './menu-list.tsx';

interface MenuProps {
  /** Accessible name of the menu, and of the button unless its content is. */
  readonly label: string;
  /** The button has words of its own, which name it. */
  readonly named?: 'by-content';
  readonly items: readonly MenuItem[];
  /** What the button shows. */
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly disabled?: boolean;
  /** Further attributes of the button. */
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  /** Said when there is nothing in it. */
  readonly empty?: string;
  /** Shown above the items. */
  readonly intro?: ComponentChildren;
}

function moveFocus(menu: HTMLElement, event: KeyboardEvent): void {
  const items = menuItemsOf(menu);
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
export function Menu({ label, items, children, attributes, empty, intro, named, ...rest }: MenuProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const id = useId();
  const popover = usePopover({
    open,
    trigger,
    first: (element) => menuItemsOf(element)[0] ?? element,
    onClosed: () => setOpen(false),
  });

  const close = () => {
    setOpen(false);
    trigger.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') {
      event.preventDefault();
      close();
    } else if (popover.current) moveFocus(popover.current, event);
  };
  const choose = (item: MenuItem) => {
    if (item.kind !== 'switch') close();
    item.onSelect();
  };
  return (
    <>
      <button
        {...attributes}
        {...rest}
        ref={trigger}
        type="button"
        aria-label={named === 'by-content' ? undefined : label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open ? (
        <div ref={popover} class="menu" popover="auto" tabIndex={-1}>
          {intro ? (
            <div id={`${id}-intro`} class="menu-intro">
              {intro}
            </div>
          ) : null}
          {items.length === 0 ? <p class="menu-empty">{empty ?? 'Nothing here.'}</p> : null}
          <div
            id={id}
            role="menu"
            tabIndex={-1}
            aria-label={label}
            aria-describedby={intro ? `${id}-intro` : undefined}
            onKeyDown={onKeyDown}
          >
            <MenuList items={items} onChosen={choose} />
          </div>
        </div>
      ) : null}
    </>
  );
}
