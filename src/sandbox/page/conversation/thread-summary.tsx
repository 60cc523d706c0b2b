import type { ShownMessage } from '../../protocol.ts';
import { Avatar } from '../people/avatar.tsx';
import { usePageScope } from '../state/desk-context.ts';
import { usePane } from '../state/pane-context.ts';
import { readKey, unreadReplies } from '../state/unread.ts';
import { useStore } from '../state/use-store.ts';
import { whenSince } from '../text/format-date.ts';
import { momentOfTs } from './message-header.tsx';
import { isReply } from './threads.ts';

/** Under a message with replies: how many, by whom, and when the last one came; opens the thread. */
export function ThreadSummary({ message }: { readonly message: ShownMessage }) {
  const { workspace, screen, reader, spot, go } = usePane();
  const marks = useStore(usePageScope().lastRead);
  if (message.replyCount === 0) return null;
  const count = message.replyCount === 1 ? '1 reply' : `${message.replyCount} replies`;
  const me = screen.me.id;
  const conversation = screen.conversations.find((each) => each.id === message.channel);
  const last = conversation?.messages.findLast((each) => each.threadTs === message.ts && isReply(each));
  const fresh =
    conversation !== undefined &&
    unreadReplies(conversation, message.ts, me, (channel, ts) => marks[readKey(me, channel, ts)] ?? '');
  return (
    <button
      type="button"
      class="thread-summary"
      aria-current={spot.threadTs === message.ts}
      onClick={() => go({ channel: message.channel, threadTs: message.ts })}
    >
      <span class="thread-faces">
        {message.replyUsers.slice(0, 4).map((id) => (
          <Avatar key={id} workspace={workspace} id={id} size="small" />
        ))}
      </span>
      <span class="thread-count">{count}</span>
      {fresh ? <span class="thread-new">New</span> : null}
      <span class="thread-when">
        {last ? `Last reply ${whenSince(reader, momentOfTs(last.ts), screen.now)}` : 'View thread'}
      </span>
    </button>
  );
}
