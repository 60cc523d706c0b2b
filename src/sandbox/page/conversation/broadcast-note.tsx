import type { ShownMessage } from '../../protocol.ts';
import { usePane } from '../state/pane-context.ts';
import { previewText } from '../text/preview-text.ts';

/** Above a reply that was sent to the channel too: what it replies to; opens the thread. */
export function BroadcastNote({ message }: { readonly message: ShownMessage }) {
  const { workspace, screen, reader, go } = usePane();
  const { channel, threadTs } = message;
  const parent = screen.conversations
    .find((each) => each.id === channel)
    ?.messages.find((each) => each.ts === threadTs);
  const words = parent ? previewText(parent.text, { workspace, reader, now: screen.now }) : '';
  return (
    <p class="broadcast-note">
      replied to a thread{words === '' ? '' : ': '}
      <button type="button" class="text-button" onClick={() => go({ channel, threadTs, ts: message.ts })}>
        {words === '' ? 'View thread' : words}
      </button>
    </p>
  );
}
