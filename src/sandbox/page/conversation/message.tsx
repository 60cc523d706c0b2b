import type { ShownMessage } from '../../protocol.ts';
import { EyeIcon } from '../icons.tsx';
import { Avatar } from '../people/avatar.tsx';
import { fullName } from '../state/names.ts';
import { usePane } from '../state/pane-context.ts';
import { useAttempt } from '../state/use-attempt.ts';
import { timeOf } from '../text/format-date.ts';
import { BroadcastNote } from './broadcast-note.tsx';
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
  /** It is being changed. */
  readonly editing: boolean;
  /** Begins (or ends) changing it. */
  readonly onEditing: (editing: boolean) => void;
}

/** One message with everything under it. */
export function Message({ message, inThread, continued, editing, onEditing }: MessageProps) {
  const { workspace, reader, confirm } = usePane();
  const { running, problem, attempt } = useAttempt();
  const { channel, ts } = message;

  const remove = async () => {
    if (await confirm(deleteWords)) await attempt({ do: 'delete', channel, ts });
  };
  const author = fullName(workspace, message.user);
  const classes = [
    'message',
    continued ? 'message-continued' : '',
    message.ephemeral ? 'message-ephemeral' : '',
    editing ? 'message-editing' : '',
    isQuietLine(message) ? 'message-quiet' : '',
    message.subtype === 'tombstone' ? 'message-tombstone' : '',
  ];
  return (
    <li class={classes.join(' ').trim()} data-ts={ts} data-author={message.user}>
      <article tabIndex={-1} aria-label={`${author}, ${timeOf(reader, momentOfTs(ts))}`}>
        <div class="message-side">
          {continued ? (
            <MessageTime ts={ts} short={true} />
          ) : (
            <Avatar workspace={workspace} id={message.user} size="medium" />
          )}
        </div>
        <div class="message-main">
          {message.ephemeral && !continued ? (
            <p class="ephemeral-note">
              <EyeIcon /> Only visible to you
            </p>
          ) : null}
          {continued ? null : <MessageHeader message={message} />}
          {isReply(message) && !inThread ? <BroadcastNote message={message} /> : null}
          {editing ? (
            <EditMessage message={message} onClose={() => onEditing(false)} />
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
        {message.ephemeral || message.subtype === 'tombstone' || editing ? null : (
          <MessageMenu
            message={message}
            inThread={inThread}
            onEdit={() => onEditing(true)}
            onDelete={() => void remove()}
            onAct={(action) => void attempt(action)}
          />
        )}
      </article>
    </li>
  );
}
