import { type ComponentChildren, Fragment } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ShownMessage } from '../../protocol.ts';
import { DownIcon } from '../icons.tsx';
import { usePane } from '../state/pane-context.ts';
import { dayKey, dayTitle } from '../text/format-date.ts';
import { Message } from './message.tsx';
import { momentOfTs } from './message-header.tsx';
import { pressMessageKey } from './message-keys.ts';
import { isQuietLine } from './threads.ts';

const closeTogether = 5 * 60_000;
const nearBottom = 60;

function continues(message: ShownMessage, before: ShownMessage | undefined): boolean {
  return (
    before !== undefined &&
    before.user === message.user &&
    before.ephemeral === message.ephemeral &&
    !isQuietLine(before) &&
    before.subtype === null &&
    message.subtype === null &&
    momentOfTs(message.ts) - momentOfTs(before.ts) < closeTogether
  );
}

interface MessageListProps {
  readonly label: string;
  readonly messages: readonly ShownMessage[];
  readonly inThread: boolean;
  /** Stands above the first message. */
  readonly intro?: ComponentChildren;
  /** The ts of the first message that was unread when this was opened. */
  readonly newFrom: string | null;
  /** To be brought into sight. */
  readonly target: string | null;
  /** The ts of the message that is being changed. */
  readonly editing: string | null;
  readonly onEditing: (ts: string | null) => void;
}

/** Messages, oldest first. It stays at the newest unless the reader has scrolled up; then a button leads there. */
export function MessageList(props: MessageListProps) {
  const { label, messages, inThread, intro, newFrom, target, editing, onEditing } = props;
  const { reader, screen, spot } = usePane();
  const list = useRef<HTMLDivElement>(null);
  const atBottom = useRef(true);
  const [more, setMore] = useState(false);
  const newest = messages.at(-1)?.ts;

  const toBottom = () => {
    const element = list.current;
    if (element) element.scrollTop = element.scrollHeight;
    setMore(false);
  };
  // After every drawing: a card that grows (an edit, an error) must not push the newest out of sight either.
  useLayoutEffect(() => {
    if (atBottom.current) toBottom();
  });
  useLayoutEffect(() => {
    if (!atBottom.current) setMore(true);
  }, [newest]);
  useLayoutEffect(() => {
    const element = target === null ? null : list.current?.querySelector(`[data-ts="${CSS.escape(target)}"]`);
    if (!element) return;
    element.scrollIntoView({ block: 'center' });
    element.classList.add('message-target');
    element.addEventListener('animationend', () => element.classList.remove('message-target'), {
      once: true,
    });
    atBottom.current = false;
    // The spot is another one each time somebody goes there, also when it is the same place.
  }, [target, spot]);
  useLayoutEffect(() => {
    const element = editing === null ? null : list.current?.querySelector('.edit-message');
    element?.scrollIntoView({ block: 'nearest' });
  }, [editing]);

  const onScroll = () => {
    const element = list.current;
    if (!element) return;
    atBottom.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearBottom;
    if (atBottom.current) setMore(false);
  };
  return (
    <div class="message-area">
      <div
        ref={list}
        class="message-scroll"
        role="log"
        aria-live="polite"
        aria-relevant="additions"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it
        tabIndex={0}
        onScroll={onScroll}
        onKeyDown={(event) => {
          if (pressMessageKey(event.currentTarget, event)) event.preventDefault();
        }}
      >
        <div class="message-column">
          {intro}
          <ol class="messages">
            {messages.map((message, index) => {
              const before = messages[index - 1];
              const at = momentOfTs(message.ts);
              const newDay = !before || dayKey(reader, momentOfTs(before.ts)) !== dayKey(reader, at);
              const newLine = message.ts === newFrom && before !== undefined;
              return (
                <Fragment key={`${message.ts}${message.ephemeral ? 'e' : ''}`}>
                  {newDay && !inThread ? (
                    <li class="day-line">
                      <span>{dayTitle(reader, at, screen.now)}</span>
                    </li>
                  ) : null}
                  {newLine ? (
                    <li class="new-line">
                      <span>New</span>
                    </li>
                  ) : null}
                  <Message
                    message={message}
                    inThread={inThread}
                    continued={!newDay && !newLine && continues(message, before)}
                    editing={message.ts === editing}
                    onEditing={(begins) => onEditing(begins ? message.ts : null)}
                  />
                </Fragment>
              );
            })}
          </ol>
        </div>
      </div>
      {more ? (
        <button
          type="button"
          class="to-newest"
          onClick={() => {
            atBottom.current = true;
            toBottom();
          }}
        >
          New messages <DownIcon />
        </button>
      ) : null}
    </div>
  );
}
