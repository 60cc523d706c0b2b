import { useEffect, useRef, useState } from 'preact/hooks';
import type { ShownMessage } from '../../protocol.ts';
import { usePane } from '../state/pane-context.ts';
import { useAttempt } from '../state/use-attempt.ts';
import { editableText } from '../text/editable-text.ts';

interface EditMessageProps {
  readonly message: ShownMessage;
  readonly onClose: () => void;
}

/** One's own message, being changed. Enter saves, Escape leaves it as it was. */
export function EditMessage({ message, onClose }: EditMessageProps) {
  const { workspace } = usePane();
  const { problem, attempt } = useAttempt();
  const [text, setText] = useState(() => editableText(message.text, workspace));
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(text.length, text.length);
  }, []);

  const save = async () => {
    if (text.trim() === '') return;
    if (await attempt({ do: 'edit', channel: message.channel, ts: message.ts, text })) onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      // Escape is also what closes a thread.
      event.stopPropagation();
      onClose();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void save();
    }
  };
  return (
    <form
      class="edit-message"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <textarea
        ref={field}
        class="input"
        aria-label="Edit message"
        rows={2}
        dir="auto"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {problem === null ? null : (
        <p class="field-error" role="alert">
          {problem}
        </p>
      )}
      <div class="edit-buttons">
        <button type="button" class="button button-small" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" class="button button-small button-primary">
          Save
        </button>
      </div>
    </form>
  );
}
