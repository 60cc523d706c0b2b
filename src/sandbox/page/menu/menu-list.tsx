import { type ComponentChildren, Fragment } from 'preact';
import { CheckIcon } from '../icons.tsx';

export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly detail?: string;
  readonly danger?: boolean;
  /** A line above it. */
  readonly separated?: boolean;
  /** Words above it, for it and what follows. */
  readonly heading?: string;
  /** Before the label; only decoration. */
  readonly icon?: ComponentChildren;
  /** A switch, or one of several choices; the menu stays open when a switch is turned. */
  readonly kind?: 'switch' | 'choice';
  readonly checked?: boolean;
  readonly onSelect: () => void;
}

function roleOf({ kind, checked = false }: MenuItem) {
  if (kind === undefined) return { role: 'menuitem' } as const;
  return {
    role: kind === 'switch' ? 'menuitemcheckbox' : 'menuitemradio',
    'aria-checked': checked,
  } as const;
}

/** Everything in a menu that can be chosen. */
export function menuItemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
}

interface MenuListProps {
  readonly items: readonly MenuItem[];
  readonly onChosen: (item: MenuItem) => void;
}

/** What is in a menu, one below the other. */
export function MenuList({ items, onChosen }: MenuListProps) {
  return (
    <>
      {items.map((item) => (
        <Fragment key={item.key}>
          {item.heading ? (
            <p class="menu-heading" role="presentation">
              {item.heading}
            </p>
          ) : null}
          <button
            type="button"
            {...roleOf(item)}
            tabIndex={-1}
            class={`menu-item${item.danger ? ' menu-item-danger' : ''}${item.separated ? ' menu-item-separated' : ''}`}
            onClick={() => onChosen(item)}
          >
            {item.icon}
            <span class="menu-words">
              <span>{item.label}</span>
              {item.detail ? <span class="menu-detail">{item.detail}</span> : null}
            </span>
            {item.kind === 'switch' ? <span class="switch" aria-hidden="true" /> : null}
            {item.kind === 'choice' ? (
              <span class="menu-check" aria-hidden="true">
                {item.checked ? <CheckIcon /> : null}
              </span>
            ) : null}
          </button>
        </Fragment>
      ))}
    </>
  );
}
