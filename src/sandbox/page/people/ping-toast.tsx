import { CloseIcon } from '../icons.tsx';
import { fullName } from '../state/names.ts';
import { usePane } from '../state/pane-context.ts';
import { type Ping, spotOf } from '../state/unread.ts';
import { previewText } from '../text/preview-text.ts';
import { Avatar } from './avatar.tsx';

interface PingToastProps {
  readonly ping: Ping;
  /** Something is open above the conversation: it can be read, but not gone to. */
  readonly covered: boolean;
  readonly onDismiss: () => void;
}

/** The newest thing this person was notified of: what their lock screen shows. */
export function PingToast({ ping, covered, onDismiss }: PingToastProps) {
  const { workspace, screen, reader, go } = usePane();
  const { notification, message } = ping;
  const preview = previewText(notification.text, { workspace, reader, now: screen.now });
  return (
    <div class="ping-toast">
      <button
        type="button"
        class="ping-open"
        title={preview}
        disabled={covered}
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
          <span class="ping-preview">{preview}</span>
        </span>
      </button>
      <button type="button" class="icon-button" aria-label="Dismiss notification" onClick={onDismiss}>
        <CloseIcon />
      </button>
    </div>
  );
}
