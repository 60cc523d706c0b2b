import type { ShownMessage } from '../../protocol.ts';
import { Avatar } from '../people/avatar.tsx';
import { usePageScope } from '../state/desk-context.ts';
import { usePane } from '../state/pane-context.ts';
import { readKey, unreadReplies } from '../state/unread.ts';
import { useStore } from '../state/use-store.ts';

/** Under a message with replies: how many, and by whom; opens the thread. */
export function ThreadSummary({ message }: { readonly message: ShownMessage }) {
  const { workspace, screen, go } = usePane();
  const marks = useStore(usePageScope().lastRead);
  if (message.replyCount === 0) return null;
  const count = message.replyCount === 1 ? '1 reply' : `${message.replyCount} replies`;
  const me = screen.me.id;
  const conversation = screen.conversations.find((each) => each.id === message.channel);
  const fresh =
    conversation !== undefined &&
    unreadReplies(conversation, message.ts, me, (channel, ts) => marks[readKey(me, channel, ts)] ?? '');
  return (
    <button
      type="button"
      class="thread-summary"
      onClick={() => go({ channel: message.channel, threadTs: message.ts })}
    >
      {message.replyUsers.slice(0, 4).map((id) => (
        <Avatar key={id} workspace={workspace} id={id} size="small" />
      ))}
      <span class="thread-count">{count}</span>
      {fresh ? <span class="thread-new">New</span> : null}
      <span class="thread-open">View thread</span>
    </button>
  );
}
