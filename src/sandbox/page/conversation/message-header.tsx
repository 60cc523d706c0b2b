import type { ShownMessage } from '../../protocol.ts';
import { fullName, personOf } from '../state/names.ts';
import { usePane } from '../state/pane-context.ts';
import { exactTime, timeOf } from '../text/format-date.ts';

/** The moment of a `ts`, in milliseconds. */
export function momentOfTs(ts: string): number {
  return Math.floor(Number(ts) * 1000);
}

/** When a message was written, in the reader's time; `short` leaves out whether it was morning. */
export function MessageTime({ ts, short = false }: { readonly ts: string; readonly short?: boolean }) {
  const { reader } = usePane();
  const at = momentOfTs(ts);
  return (
    <time class="message-time" dateTime={new Date(at).toISOString()} title={exactTime(reader, at)}>
      {short ? timeOf(reader, at).replace(/\s*[AP]M$/i, '') : timeOf(reader, at)}
    </time>
  );
}

/** Who wrote it, and when. */
export function MessageHeader({ message }: { readonly message: ShownMessage }) {
  const { workspace } = usePane();
  const person = personOf(workspace, message.user);
  return (
    <div class="message-header">
      <span class="message-author">{fullName(workspace, message.user)}</span>
      {message.isBot ? <span class="badge">APP</span> : null}
      {person?.isStranger ? <span class="badge badge-outside">Outside</span> : null}
      {person?.isRestricted ? <span class="badge">Guest</span> : null}
      <MessageTime ts={message.ts} />
    </div>
  );
}
