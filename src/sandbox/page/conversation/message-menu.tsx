import type { PersonActionInput, ShownMessage } from '../../protocol.ts';
import { EmojiPicker } from '../emoji/emoji-picker.tsx';
import { DotsIcon, ReactIcon, ReplyIcon } from '../icons.tsx';
import { Menu, type MenuItem } from '../menu/menu.tsx';
import { usePane } from '../state/pane-context.ts';
import { editableText } from '../text/editable-text.ts';
import { emojiCharacter, emojiSpoken } from '../text/emoji.ts';
import { permalinkOf } from '../text/permalink.ts';
import { isQuietLine, isReply } from './threads.ts';

const quickReactions = ['white_check_mark', 'eyes', 'raised_hands'];

interface MessageMenuProps {
  readonly message: ShownMessage;
  /** Inside the thread pane there is nothing to open. */
  readonly inThread: boolean;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
  /** A reaction or a shortcut was chosen. */
  readonly onAct: (action: PersonActionInput) => void;
}

/** What can be done with a message: reply, react, copy, edit, delete, and the apps' message shortcuts. */
export function MessageMenu({ message, inThread, onEdit, onDelete, onAct }: MessageMenuProps) {
  const { workspace, screen, go } = usePane();
  const { channel, ts } = message;
  const mine = message.user === screen.me.id && !isQuietLine(message);
  const threadTs = isReply(message) ? message.threadTs : ts;
  const react = (name: string) => {
    const own = message.reactions.some((each) => each.name === name && each.users.includes(screen.me.id));
    if (!own) onAct({ do: 'react', channel, ts, name });
  };
  const shortcuts = workspace.shortcuts.filter((each) => each.type === 'message');
  const copy = (text: string) => void navigator.clipboard?.writeText(text).catch(() => undefined);
  const items: MenuItem[] = [
    ...shortcuts.map((shortcut) => ({
      key: shortcut.callbackId,
      label: shortcut.name,
      detail: workspace.bot.name,
      onSelect: () => onAct({ do: 'messageShortcut', channel, ts, callbackId: shortcut.callbackId }),
    })),
    {
      key: 'link',
      label: 'Copy link',
      separated: shortcuts.length > 0,
      onSelect: () => copy(permalinkOf(location.origin, message)),
    },
    { key: 'text', label: 'Copy text', onSelect: () => copy(editableText(message.text, workspace)) },
    ...(mine
      ? [
          { key: 'edit', label: 'Edit message', separated: true, onSelect: onEdit },
          { key: 'delete', label: 'Delete message…', danger: true, onSelect: onDelete },
        ]
      : []),
  ];
  return (
    <div class="message-tools">
      {quickReactions.map((name) => (
        <button
          key={name}
          type="button"
          class="icon-button quick-reaction emoji"
          aria-label={`React with ${emojiSpoken(name)}`}
          title={`React with ${emojiSpoken(name)}`}
          onClick={() => react(name)}
        >
          {emojiCharacter(name)}
        </button>
      ))}
      <EmojiPicker label="React" class="icon-button" onPick={react}>
        <ReactIcon />
      </EmojiPicker>
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
      <Menu label="More actions" class="icon-button" items={items}>
        <DotsIcon />
      </Menu>
    </div>
  );
}
