import { useState } from 'preact/hooks';
import type { ShownMessage } from '../../protocol.ts';
import { Avatar } from '../people/avatar.tsx';
import { fullName } from '../state/names.ts';
import { usePane } from '../state/pane-context.ts';
import { useAttempt } from '../state/use-attempt.ts';
import { timeOf } from '../text/format-date.ts';
import { EditMessage } from './edit-message.tsx';
import { MessageBody } from './message-body.tsx';
import { MessageHeader, MessageTime, momentOfTs } from './message-header.tsx';
import { MessageMenu } from './message-menu.tsx';
import { Reactions } from './reactions.tsx';
import { ThreadSummary } from './thread-summary.tsx';
import { isQuietLine, isReply } from './threads.ts';

const deleteWords = {
  title: { type: 'plain_text', text: 'Delete message' },
  text: { type: 'plain_text', text: 'Delete this message for everyone? This cannot be undone.' },
  confirm: { type: 'plain_text', text: 'Delete' },
  deny: { type: 'plain_text', text: 'Cancel' },
  style: 'danger',
} as const;

interface MessageProps {
  readonly message: ShownMessage;
  readonly inThread: boolean;
  /** Follows one by the same author closely: no name and picture again. */
  readonly continued: boolean;
}

/** One message with everything under it. */
export function Message({ message, inThread, continued }: MessageProps) {
  const { workspace, reader, confirm } = usePane();
  const { running, problem, attempt } = useAttempt();
  const [editing, setEditing] = useState(false);
  const { channel, ts } = message;

  const remove = async () => {
    if (await confirm(deleteWords)) await attempt({ do: 'delete', channel, ts });
  };
  const author = fullName(workspace, message.user);
  const classes = [
    'message',
    continued ? 'message-continued' : '',
    message.ephemeral ? 'message-ephemeral' : '',
    isQuietLine(message) ? 'message-quiet' : '',
    message.subtype === 'tombstone' ? 'message-tombstone' : '',
  ];
  return (
    <li class={classes.join(' ').trim()} data-ts={ts} data-author={message.user}>
      <article aria-label={`${author}, ${timeOf(reader, momentOfTs(ts))}`}>
        <div class="message-side">
          {continued ? (
            <MessageTime ts={ts} short={true} />
          ) : (
            <Avatar workspace={workspace} id={message.user} size="medium" />
          )}
        </div>
        <div class="message-main">
          {message.ephemeral ? <p class="ephemeral-note">Only visible to you</p> : null}
          {continued ? null : <MessageHeader message={message} />}
          {isReply(message) && !inThread ? <p class="broadcast-note">replied to a thread</p> : null}
          {editing ? (
            <EditMessage message={message} onClose={() => setEditing(false)} />
          ) : (
            <MessageBody message={message} />
          )}
          <Reactions message={message} onAct={(action) => void attempt(action)} />
          {inThread ? null : <ThreadSummary message={message} />}
          <p class="message-status" role="status">
            {running ? <span class="spinner" role="img" aria-label="Working" /> : null}
            {problem === null ? null : <span class="problem">{problem}</span>}
          </p>
        </div>
        {message.ephemeral || message.subtype === 'tombstone' ? null : (
          <MessageMenu
            message={message}
            inThread={inThread}
            onEdit={() => setEditing(true)}
            onDelete={() => void remove()}
            onAct={(action) => void attempt(action)}
          />
        )}
      </article>
    </li>
  );
}
