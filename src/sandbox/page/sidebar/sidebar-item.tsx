import type { ComponentChildren } from 'preact';

interface SidebarItemProps {
  readonly channel: string;
  readonly name: string;
  /** How the others there can be reached, in words; '' when nothing is in the way. */
  readonly state?: string;
  readonly icon: ComponentChildren;
  readonly current: boolean;
  readonly unread: boolean;
  /** How many notifications wait there. */
  readonly pings: number;
  readonly onOpen: () => void;
}

/** A conversation in the sidebar: bold when there is something unread, with a number when it is for this person. */
export function SidebarItem({
  channel,
  name,
  state = '',
  icon,
  current,
  unread,
  pings,
  onOpen,
}: SidebarItemProps) {
  return (
    <li>
      <button
        type="button"
        class={unread || pings > 0 ? 'sidebar-item sidebar-unread' : 'sidebar-item'}
        aria-current={current ? 'page' : undefined}
        data-channel={channel}
        title={state === '' ? name : `${name}: ${state}`}
        onClick={onOpen}
      >
        <span class="sidebar-icon" aria-hidden="true">
          {icon}
        </span>
        <span class="sidebar-name">{name}</span>
        {state === '' ? null : <span class="visually-hidden"> ({state})</span>}
        {pings > 0 ? (
          <span class="ping-count">
            {pings}
            <span class="visually-hidden"> new</span>
          </span>
        ) : unread ? (
          <span class="visually-hidden"> unread</span>
        ) : null}
      </button>
    </li>
  );
}
