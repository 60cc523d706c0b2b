import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ShownConversation } from '../../protocol.ts';
import { Composer } from '../composer/composer.tsx';
import { mayTakeFocus } from '../dialogs/focus-trap.ts';
import { CloseIcon } from '../icons.tsx';
import { usePageScope } from '../state/desk-context.ts';
import { conversationTitle } from '../state/names.ts';
import { usePane } from '../state/pane-context.ts';
import { readKey } from '../state/unread.ts';
import { MessageList } from './message-list.tsx';
import { threadMessages } from './threads.ts';
import { useEditing } from './use-editing.ts';

interface ThreadPaneProps {
  readonly conversation: ShownConversation;
  readonly threadTs: string;
  readonly visible: boolean;
}

/** A thread beside its conversation; to be keyed by its ts. */
export function ThreadPane({ conversation, threadTs, visible }: ThreadPaneProps) {
  const { workspace, screen, spot, go } = usePane();
  const { lastRead } = usePageScope();
  const root = useRef<HTMLElement>(null);
  const me = screen.me.id;
  const messages = threadMessages(conversation, threadTs);
  const key = readKey(me, conversation.id, threadTs);
  const newest = messages.at(-1)?.ts;
  const [newFrom] = useState(() => {
    const read = lastRead.state()[key] ?? '';
    return messages.find((each) => each.ts > read && each.ts !== threadTs && each.user !== me)?.ts ?? null;
  });
  useEffect(() => {
    if (visible && newest !== undefined) lastRead.set(key, newest);
  }, [visible, newest, key, lastRead]);
  useEffect(() => {
    if (mayTakeFocus(root.current?.closest('.pane'))) root.current?.querySelector('textarea')?.focus();
  }, []);
  const rootOf = useCallback(() => root.current, []);
  const { editing, onEditing, editLast } = useEditing(messages, rootOf);
  const close = () => go({ channel: conversation.id });
  const title = conversationTitle(workspace, conversation, me);
  const replies = messages.filter((each) => each.ts !== threadTs).length;
  const count = replies === 1 ? '1 reply' : `${replies} replies`;
  return (
    <section
      ref={root}
      class="thread"
      aria-label="Thread"
      data-thread-ts={threadTs}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <header class="conversation-header">
        <div class="conversation-title">
          <h2>Thread</h2>
          <p>{`${title} · ${count}`}</p>
        </div>
        <button
          type="button"
          class="icon-button"
          aria-label="Close thread"
          title="Close thread"
          onClick={close}
        >
          <CloseIcon />
        </button>
      </header>
      <MessageList
        label="Messages in thread"
        messages={messages}
        inThread={true}
        newFrom={newFrom}
        target={spot.ts === threadTs ? null : spot.ts}
        editing={editing}
        onEditing={onEditing}
      />
      {conversation.writable ? (
        <Composer
          conversation={conversation}
          threadTs={threadTs}
          label="Reply to thread"
          onEditLast={editLast}
        />
      ) : (
        <p class="foot-note">Nobody can reply here any more.</p>
      )}
    </section>
  );
}
