import { EmojiPicker } from '../emoji/emoji-picker.tsx';
import { AtIcon, ReactIcon, SendIcon } from '../icons.tsx';
import { AttachButton } from './attach-button.tsx';
import { ShortcutMenu } from './shortcut-menu.tsx';

interface ComposerToolsProps {
  readonly sending: boolean;
  /** There is nothing to send. */
  readonly empty: boolean;
  /** Puts this at the cursor. */
  readonly onInsert: (piece: string) => void;
  readonly onAttach: (file: File) => void;
  readonly onShortcut: (callbackId: string) => void;
}

/** The row below the text: files, emoji, mentions, the apps' shortcuts, and the button that sends. */
export function ComposerTools(props: ComposerToolsProps) {
  const { sending, empty, onInsert, onAttach, onShortcut } = props;
  return (
    <div class="composer-tools">
      <AttachButton onChoose={onAttach} />
      <EmojiPicker label="Emoji" class="icon-button" onPick={(name) => onInsert(`:${name}: `)}>
        <ReactIcon />
      </EmojiPicker>
      <button
        type="button"
        class="icon-button"
        aria-label="Mention someone"
        title="Mention someone"
        onClick={() => onInsert('@')}
      >
        <AtIcon />
      </button>
      <span class="composer-line" />
      <ShortcutMenu onShortcut={onShortcut} />
      <span class="composer-space" />
      {sending ? <span class="spinner" role="img" aria-label="Working" /> : null}
      <button type="submit" class="send-button" aria-label="Send" title="Send" disabled={empty}>
        <SendIcon />
      </button>
    </div>
  );
}
