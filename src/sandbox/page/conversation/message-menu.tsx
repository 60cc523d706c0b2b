import type { PersonActionInput, ShownMessage } from '../../protocol.ts';
import { DotsIcon, ReactIcon, ReplyIcon } from '../icons.tsx';
import { Menu, type MenuItem } from '../menu/menu.tsx';
import { usePane } from '../state/pane-context.ts';
import { emojiCharacter } from '../text/emoji.ts';
import { isReply } from './threads.ts';

const quickReactions = ['eyes', 'white_check_mark', '+1', 'heart', 'pray', 'sos'];

interface MessageMenuProps {
  readonly message: ShownMessage;
  /** Inside the thread pane there is nothing to open. */
  readonly inThread: boolean;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
  /** A reaction or a shortcut was chosen. */
  readonly onAct: (action: PersonActionInput) => void;
}

/** What can be done with a message: reply, react, edit, delete, and the apps' message shortcuts. */
export function MessageMenu({ message, inThread, onEdit, onDelete, onAct }: MessageMenuProps) {
  const { workspace, screen, go } = usePane();
  const { channel, ts } = message;
  const mine = message.user === screen.me.id;
  const threadTs = isReply(message) ? message.threadTs : ts;
  const reactions = quickReactions.map((name) => ({
    key: name,
    label: `${emojiCharacter(name) ?? ''}  React with ${name === '+1' ? 'thumbs up' : name.replaceAll('_', ' ')}`,
    onSelect: () => onAct({ do: 'react', channel, ts, name }),
  }));
  const shortcuts = workspace.shortcuts.filter((each) => each.type === 'message');
  const items: MenuItem[] = [
    ...shortcuts.map((shortcut) => ({
      key: shortcut.callbackId,
      label: shortcut.name,
      detail: workspace.bot.name,
      onSelect: () => onAct({ do: 'messageShortcut', channel, ts, callbackId: shortcut.callbackId }),
    })),
    ...(mine
      ? [
          { key: 'edit', label: 'Edit message', separated: true, onSelect: onEdit },
          { key: 'delete', label: 'Delete message…', danger: true, onSelect: onDelete },
        ]
      : []),
  ];
  return (
    <div class="message-tools">
      <Menu label="React" class="icon-button" items={reactions}>
        <ReactIcon />
      </Menu>
      {inThread ? null : (
        <button
          type="button"
          class="icon-button"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={() => go({ channel, threadTs })}
        >
          <ReplyIcon />
        </button>
      )}
      <Menu
        label="More actions"
        class="icon-button"
        items={items}
        empty="Nothing can be done with this message."
      >
        <DotsIcon />
      </Menu>
    </div>
  );
}
