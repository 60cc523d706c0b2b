import { CloseIcon } from '../icons.tsx';
import { fullName } from '../state/names.ts';
import { usePane } from '../state/pane-context.ts';
import { type Ping, spotOf } from '../state/unread.ts';
import { editableText } from '../text/editable-text.ts';
import { withEmoji } from '../text/with-emoji.ts';
import { Avatar } from './avatar.tsx';

interface PingToastProps {
  readonly ping: Ping;
  readonly onDismiss: () => void;
}

/** The newest thing this person was notified of: what their lock screen shows. */
export function PingToast({ ping, onDismiss }: PingToastProps) {
  const { workspace, go } = usePane();
  const { notification, message } = ping;
  return (
    <div class="ping-toast">
      <button
        type="button"
        class="ping-open"
        onClick={() => {
          onDismiss();
          go(spotOf(message));
        }}
      >
        <Avatar workspace={workspace} id={notification.from} size="small" />
        <span class="ping-text">
          <strong>
            {fullName(workspace, notification.from)}
            {notification.silent ? <span class="ping-silent"> (silent: notifications are off)</span> : null}
          </strong>
          <span class="ping-preview">{withEmoji(editableText(notification.text, workspace))}</span>
        </span>
      </button>
      <button type="button" class="icon-button" aria-label="Dismiss notification" onClick={onDismiss}>
        <CloseIcon />
      </button>
    </div>
  );
}
