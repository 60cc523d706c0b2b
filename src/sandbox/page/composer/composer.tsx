import { useId, useRef, useState } from 'preact/hooks';
import type { ShownConversation } from '../../protocol.ts';
import { CloseIcon, FileIcon, WarningIcon } from '../icons.tsx';
import { conversationTitle } from '../state/names.ts';
import { usePane } from '../state/pane-context.ts';
import { formatSize } from '../text/format-size.ts';
import { CommandHint } from './command-hint.tsx';
import { ComposerTools } from './composer-tools.tsx';
import { type Inserted, insertText, wrapSelection } from './insert-text.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { useComposer } from './use-composer.ts';
import { useSuggesting } from './use-suggesting.ts';
import { useTextField } from './use-text-field.ts';

interface ComposerProps {
  readonly conversation: ShownConversation;
  readonly threadTs: string | null;
  /** Where it goes, for the placeholder and the accessible name. */
  readonly label: string;
  /** The up arrow in an empty field: the person wants to change what they wrote last. */
  readonly onEditLast: () => void;
}

const marks: Readonly<Record<string, string>> = { b: '*', i: '_', e: '`' };

/** Where one writes. Enter sends, Shift+Enter begins a new line. */
export function Composer({ conversation, threadTs, label, onEditLast }: ComposerProps) {
  const { workspace, screen, reader } = usePane();
  const composer = useComposer(conversation, threadTs);
  const field = useRef<HTMLTextAreaElement>(null);
  const suggesting = useSuggesting(field, composer.text, composer.setText);
  const [broadcast, setBroadcast] = useState(false);
  const putCursor = useTextField(field, composer.text);
  const id = useId();
  const { suggestions, active } = suggesting;

  const put = ({ text, cursor, anchor = cursor }: Inserted & { readonly anchor?: number }) => {
    putCursor(anchor, cursor);
    composer.setText(text);
  };
  const insert = (piece: string) => {
    if (!field.current) return;
    const inserted = insertText(field.current, piece);
    put(inserted);
    suggesting.look(inserted.cursor);
  };
  const send = () => {
    suggesting.close();
    void composer.send({ broadcast });
    setBroadcast(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || suggesting.onKeyDown(event)) return;
    const mark = event.ctrlKey || event.metaKey ? marks[event.key] : undefined;
    if (mark !== undefined && field.current) put(wrapSelection(field.current, mark));
    else if (event.key === 'Enter' && !event.shiftKey) send();
    else if (event.key === 'ArrowUp' && composer.text === '') onEditLast();
    else return;
    event.preventDefault();
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
      <CommandHint text={composer.text} />
      <p class="composer-problem" role="alert">
        {composer.problem === null ? null : (
          <>
            <WarningIcon />
            <span>
              {composer.problem} <span class="composer-kept">What you typed is still here.</span>
            </span>
          </>
        )}
      </p>
      <div class={composer.problem === null ? 'composer-box' : 'composer-box composer-failed'}>
        <textarea
          ref={field}
          rows={1}
          dir="auto"
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
          onPaste={(event) => {
            const [file] = event.clipboardData?.files ?? [];
            if (!file) return;
            event.preventDefault();
            void composer.attach(file);
          }}
          onBlur={suggesting.close}
        />
        {composer.attachment === null ? null : (
          <p class="attached">
            <FileIcon />
            <span class="attached-name">{composer.attachment.name}</span>
            <span class="element-note">{formatSize(composer.attachment.size, reader.locale)}</span>
            <button
              type="button"
              class="icon-button"
              aria-label={`Remove ${composer.attachment.name}`}
              onClick={composer.detach}
            >
              <CloseIcon />
            </button>
          </p>
        )}
        {threadTs === null ? null : (
          <label class="broadcast">
            <input
              type="checkbox"
              checked={broadcast}
              onChange={(event) => setBroadcast(event.currentTarget.checked)}
            />
            <span>{`Also send to ${conversationTitle(workspace, conversation, screen.me.id)}`}</span>
          </label>
        )}
        <ComposerTools
          sending={composer.sending}
          empty={composer.text.trim() === '' && composer.attachment === null}
          onAttach={(file) => void composer.attach(file)}
          onInsert={insert}
          onShortcut={composer.runShortcut}
        />
      </div>
    </form>
  );
}
