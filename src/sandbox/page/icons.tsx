import type { ComponentChildren } from 'preact';

function Icon({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const CloseIcon = () => (
  <Icon>
    <path d="m4 4 8 8m0-8-8 8" />
  </Icon>
);

export const MenuIcon = () => (
  <Icon>
    <path d="M2.5 4.5h11M2.5 8h11m-11 3.5h11" />
  </Icon>
);

export const DotsIcon = () => (
  <Icon>
    <path d="M3.5 8h.01M8 8h.01m4.49 0h.01" stroke-width="2.4" />
  </Icon>
);

export const ReplyIcon = () => (
  <Icon>
    <path d="M2.5 3.5h11v7.5H8l-3 2.5V11H2.5zM5.5 6.2h5m-5 2.2h3" />
  </Icon>
);

export const ReactIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.7" />
    <path d="M5.6 9.3a2.8 2.8 0 0 0 4.8 0M6 6.3h.01m3.99 0h.01" />
  </Icon>
);

export const PlusIcon = () => (
  <Icon>
    <path d="M8 3.5v9M3.5 8h9" />
  </Icon>
);

export const HashIcon = () => (
  <Icon>
    <path d="M6.4 2.8 5 13.2m6-10.4L9.6 13.2M3.2 6h10.2M2.6 10h10.2" stroke-width="1.3" />
  </Icon>
);

export const LockIcon = () => (
  <Icon>
    <rect x="3.5" y="7" width="9" height="6.5" rx="1.2" />
    <path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
  </Icon>
);

export const ShortcutIcon = () => (
  <Icon>
    <path d="M9.3 1.8 3.4 9.2h4.2l-.9 5 5.9-7.4H8.4z" />
  </Icon>
);

export const SendIcon = () => (
  <Icon>
    <path d="M2.2 2.5 14 8 2.2 13.5 3.6 8zM3.6 8H9" />
  </Icon>
);

export const BackIcon = () => (
  <Icon>
    <path d="M9.5 3.5 5 8l4.5 4.5" />
  </Icon>
);

export const DownIcon = () => (
  <Icon>
    <path d="M8 3v10M4 9l4 4 4-4" />
  </Icon>
);
