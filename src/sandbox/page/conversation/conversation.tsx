import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ShownConversation } from '../../protocol.ts';
import { Composer } from '../composer/composer.tsx';
import { HomeTab } from '../home/home-tab.tsx';
import { usePageScope } from '../state/desk-context.ts';
import { conversationTitle, isAppDm } from '../state/names.ts';
import { usePane } from '../state/pane-context.ts';
import { readKey } from '../state/unread.ts';
import { useAttempt } from '../state/use-attempt.ts';
import { ConversationHeader } from './conversation-header.tsx';
import { MessageList } from './message-list.tsx';
import { Notices } from './notices.tsx';
import { mainMessages } from './threads.ts';
import { useEditing } from './use-editing.ts';

function JoinBar({ conversation }: { readonly conversation: ShownConversation }) {
  const { problem, attempt } = useAttempt();
  return (
    <div class="join-bar">
      <p>You are not in #{conversation.name} yet.</p>
      <button
        type="button"
        class="button button-primary"
        onClick={() => void attempt({ do: 'join', channel: conversation.id })}
      >
        Join channel
      </button>
      {problem === null ? null : (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** Above the first message, so that an empty conversation is not a blank page. */
function Beginning({
  conversation,
  title,
}: {
  readonly conversation: ShownConversation;
  readonly title: string;
}) {
  const { workspace } = usePane();
  const direct = conversation.kind === 'dm' || conversation.kind === 'group';
  const words = isAppDm(workspace, conversation)
    ? `What ${title} writes to you alone is here.`
    : direct
      ? 'Only the people in this conversation can see it.'
      : 'This is the very beginning of the channel.';
  return (
    <div class="beginning">
      <h3>{title}</h3>
      <p>{words}</p>
    </div>
  );
}

interface FootProps {
  readonly conversation: ShownConversation;
  readonly title: string;
  readonly onEditLast: () => void;
}

/** What is at the foot: a composer, a way in, or the reason why there is none. */
function Foot({ conversation, title, onEditLast }: FootProps) {
  if (conversation.archived) return <p class="foot-note">This channel is archived. Nobody can write here.</p>;
  if (!conversation.member) return <JoinBar conversation={conversation} />;
  if (!conversation.writable) return <p class="foot-note">You cannot write here.</p>;
  return (
    <Composer
      conversation={conversation}
      threadTs={null}
      label={`Message ${title}`}
      onEditLast={onEditLast}
    />
  );
}

interface ConversationProps {
  readonly conversation: ShownConversation;
  /** Is somebody looking? Only then it counts as read. */
  readonly visible: boolean;
  readonly onMenu: () => void;
}

/** One open conversation; to be keyed by its id. */
export function Conversation({ conversation, visible, onMenu }: ConversationProps) {
  const { workspace, screen, spot } = usePane();
  const { lastRead } = usePageScope();
  const me = screen.me.id;
  const title = conversationTitle(workspace, conversation, me);
  const messages = mainMessages(conversation);
  const key = readKey(me, conversation.id, null);
  const newest = messages.at(-1)?.ts;
  const [newFrom] = useState(() => {
    const read = lastRead.state()[key] ?? '';
    return messages.find((each) => each.ts > read && each.user !== me)?.ts ?? null;
  });
  const root = useRef<HTMLElement>(null);
  const rootOf = useCallback(() => root.current, []);
  const { editing, onEditing, editLast } = useEditing(messages, rootOf);
  const reading = visible && !spot.home;
  useEffect(() => {
    if (reading && newest !== undefined) lastRead.set(key, newest);
  }, [reading, newest, key, lastRead]);

  return (
    <section ref={root} class="conversation" aria-label={title} data-channel={conversation.id}>
      <ConversationHeader conversation={conversation} onMenu={onMenu} />
      {spot.home ? (
        <HomeTab />
      ) : (
        <>
          <MessageList
            label={`Messages in ${title}`}
            messages={messages}
            inThread={false}
            intro={conversation.member ? <Beginning conversation={conversation} title={title} /> : null}
            newFrom={newFrom}
            target={spot.threadTs === null ? spot.ts : spot.threadTs}
            editing={editing}
            onEditing={onEditing}
          />
          <Notices channel={conversation.id} />
          <Foot conversation={conversation} title={title} onEditLast={editLast} />
        </>
      )}
    </section>
  );
}
