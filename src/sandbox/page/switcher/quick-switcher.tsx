import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useFocusTrap } from '../dialogs/focus-trap.ts';
import { SearchIcon } from '../icons.tsx';
import { Avatar } from '../people/avatar.tsx';
import { ConversationIcon, PersonIcon } from '../sidebar/conversation-icon.tsx';
import { useOpen } from '../sidebar/use-open.ts';
import { usePane } from '../state/pane-context.ts';
import { hasUnread, type ReadUpTo } from '../state/unread.ts';
import { type Destination, destinationsOf, fitting } from './destinations.ts';

interface QuickSwitcherProps {
  readonly read: ReadUpTo;
  readonly onClose: () => void;
}

const shownAtMost = 12;

/** Type a few letters, press Enter, and be there. */
export function QuickSwitcher({ read, onClose }: QuickSwitcherProps) {
  const { workspace, screen, go } = usePane();
  const { openDm, openApp } = useOpen();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useFocusTrap(root);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);

  const me = screen.me.id;
  const isNew = (channel: string) => {
    const conversation = screen.conversations.find((each) => each.id === channel);
    return conversation !== undefined && hasUnread(conversation, me, read);
  };
  const list = fitting(destinationsOf(workspace, screen, isNew), text).slice(0, shownAtMost);

  const open = (destination: Destination | undefined) => {
    if (!destination) return;
    onClose();
    if (destination.kind === 'conversation') go({ channel: destination.conversation.id });
    else if (destination.kind === 'person') void openDm(destination.user);
    else void openApp();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(list[active]);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : list.length - 1;
      setActive(list.length === 0 ? 0 : (active + step) % list.length);
    }
  };
  const icon = (destination: Destination) => {
    if (destination.kind === 'app')
      return <Avatar workspace={workspace} id={workspace.bot.userId} size="small" />;
    return destination.kind === 'person' ? (
      <PersonIcon workspace={workspace} id={destination.user} now={screen.now} />
    ) : (
      <ConversationIcon
        workspace={workspace}
        conversation={destination.conversation}
        me={me}
        now={screen.now}
      />
    );
  };
  return (
    <div class="overlay overlay-switcher">
      <button type="button" class="overlay-back" tabIndex={-1} aria-label="Close" onClick={onClose} />
      <div ref={root} class="dialog switcher" role="dialog" aria-modal="true" aria-label="Jump to">
        <div class="switcher-search">
          <SearchIcon />
          <input
            ref={field}
            type="text"
            role="combobox"
            aria-label="Jump to a channel or a person"
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-activedescendant={list.length > 0 ? `${id}-${active}` : undefined}
            aria-autocomplete="list"
            autocomplete="off"
            placeholder="Jump to a channel or a person"
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
          <kbd>Esc</kbd>
        </div>
        <div id={`${id}-list`} class="switcher-list" role="listbox" aria-label="Where to">
          {list.map((destination, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and the keys
            <div
              key={destination.key}
              id={`${id}-${index}`}
              class="switcher-item"
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onClick={() => open(destination)}
              onMouseMove={() => setActive(index)}
            >
              <span class="sidebar-icon" aria-hidden="true">
                {icon(destination)}
              </span>
              <span class="switcher-name">{destination.name}</span>
              <span class="switcher-note">{destination.note}</span>
            </div>
          ))}
        </div>
        <p class="switcher-empty" role="status">
          {list.length === 0 ? 'Nothing is called that.' : ''}
        </p>
      </div>
    </div>
  );
}
