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

export const ClockIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.8" />
    <path d="M8 4.6V8l2.3 1.6" />
  </Icon>
);

export const FaultIcon = () => (
  <Icon>
    <path d="M8 2.4 14.2 13H1.8zM8 6.4v3M8 11.2h.01" />
  </Icon>
);

export const TrafficIcon = () => (
  <Icon>
    <path d="M5 13V3M2.5 5.5 5 3l2.5 2.5M11 3v10M8.5 10.5 11 13l2.5-2.5" />
  </Icon>
);

export const SunIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="2.9" />
    <path d="M8 1.5v1.4m0 10.2v1.4M1.5 8h1.4m10.2 0h1.4M3.4 3.4l1 1m7.2 7.2 1 1m0-9.2-1 1m-7.2 7.2-1 1" />
  </Icon>
);

export const MoonIcon = () => (
  <Icon>
    <path d="M13.2 9.7A5.8 5.8 0 0 1 6.3 2.8a5.8 5.8 0 1 0 6.9 6.9z" />
  </Icon>
);

export const HelpIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.8" />
    <path d="M6.3 6.4a1.75 1.75 0 1 1 2.5 1.7c-.6.3-.8.6-.8 1.2M8 11.4h.01" />
  </Icon>
);

export const ChevronIcon = () => (
  <Icon>
    <path d="m4.5 6.3 3.5 3.5 3.5-3.5" />
  </Icon>
);

export const SearchIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="4.3" />
    <path d="m10.3 10.3 3.4 3.4" />
  </Icon>
);

export const CheckIcon = () => (
  <Icon>
    <path d="m3.2 8.4 3.3 3.3 6.3-7" />
  </Icon>
);

export const QuietIcon = () => (
  <Icon>
    <path d="M4 3.5h5L4 9.5h5M10 8.5h3.5L10 13h3.5" />
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

export const AtIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="2.4" />
    <path d="M10.4 5.6v3.2a1.7 1.7 0 0 0 3.3 0V8A5.7 5.7 0 1 0 11 12.8" />
  </Icon>
);

export const LinkIcon = () => (
  <Icon>
    <path d="M6.8 9.2a2.6 2.6 0 0 0 3.8.2l2-2a2.7 2.7 0 0 0-3.8-3.8l-.9.9m1.3 2.3a2.6 2.6 0 0 0-3.8-.2l-2 2a2.7 2.7 0 0 0 3.8 3.8l.9-.9" />
  </Icon>
);

export const EyeIcon = () => (
  <Icon>
    <path d="M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8z" />
    <circle cx="8" cy="8" r="1.9" />
  </Icon>
);

export const WarningIcon = () => (
  <Icon>
    <path d="M8 2.3 14.3 13H1.7zM8 6.4v3.1m0 1.8h.01" />
  </Icon>
);

export const BinIcon = () => (
  <Icon>
    <path d="M2.8 4.3h10.4M6.3 4V2.6h3.4V4m2.5.4-.6 9H4.4l-.6-9" />
  </Icon>
);

export const ClipIcon = () => (
  <Icon>
    <path d="m13 7.4-5.2 5.2a3.1 3.1 0 0 1-4.4-4.4l5.7-5.7a2.1 2.1 0 0 1 3 3L6.5 11a1 1 0 0 1-1.5-1.5l4.8-4.7" />
  </Icon>
);

export const FileIcon = () => (
  <Icon>
    <path d="M3.8 2h5.4l3 3v9H3.8zM9 2.2V5.3h3" />
  </Icon>
);
