import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ShownConversation } from '../../protocol.ts';
import { SendIcon } from '../icons.tsx';
import { ShortcutMenu } from './shortcut-menu.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { useComposer } from './use-composer.ts';
import { useSuggesting } from './use-suggesting.ts';

interface ComposerProps {
  readonly conversation: ShownConversation;
  readonly threadTs: string | null;
  /** Where it goes, for the placeholder and the accessible name. */
  readonly label: string;
}

/** Where one writes. Enter sends, Shift+Enter begins a new line. */
export function Composer({ conversation, threadTs, label }: ComposerProps) {
  const composer = useComposer(conversation, threadTs);
  const field = useRef<HTMLTextAreaElement>(null);
  const suggesting = useSuggesting(field, composer.text, composer.setText);
  const [broadcast, setBroadcast] = useState(false);
  const id = useId();
  const { suggestions, active } = suggesting;

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [composer.text]);

  const send = () => {
    suggesting.close();
    void composer.send({ broadcast });
    setBroadcast(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || suggesting.onKeyDown(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    }
  };
  return (
    <form
      class="composer"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {suggestions ? (
        <SuggestionList id={`${id}-list`} list={suggestions.list} active={active} onPick={suggesting.pick} />
      ) : null}
      <p class="visually-hidden" role="status">
        {suggestions ? `${suggestions.list.length} suggestions. Arrow keys choose, Tab takes one.` : ''}
      </p>
      <div class="composer-box">
        <textarea
          ref={field}
          rows={1}
          value={composer.text}
          placeholder={label}
          aria-label={label}
          aria-controls={suggestions ? `${id}-list` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={suggestions ? `${id}-list-${active}` : undefined}
          onInput={(event) => {
            composer.setText(event.currentTarget.value);
            suggesting.look();
          }}
          onKeyDown={onKeyDown}
          onBlur={suggesting.close}
        />
        <div class="composer-tools">
          <ShortcutMenu onShortcut={composer.runShortcut} />
          {threadTs === null ? null : (
            <label class="broadcast">
              <input
                type="checkbox"
                checked={broadcast}
                onChange={(event) => setBroadcast(event.currentTarget.checked)}
              />
              Also send to channel
            </label>
          )}
          <span class="composer-space" />
          {composer.sending ? <span class="spinner" role="img" aria-label="Working" /> : null}
          <button
            type="submit"
            class="send-button"
            aria-label="Send"
            title="Send"
            disabled={composer.text.trim() === ''}
          >
            <SendIcon />
          </button>
        </div>
      </div>
      <p class="composer-problem" role="alert">
        {composer.problem}
      </p>
    </form>
  );
}
