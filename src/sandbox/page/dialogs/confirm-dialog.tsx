import type { ConfirmationDialog } from '@slack/types';
import { useEffect, useId, useRef } from 'preact/hooks';
import { plainText, Text } from '../text/text-object.tsx';
import { mayTakeFocus, useFocusTrap } from './focus-trap.ts';

/** Slack's confirmation object, with the parts it fills in itself left out. */
export type ConfirmWords = Partial<ConfirmationDialog>;

interface ConfirmDialogProps {
  readonly words: ConfirmWords;
  readonly onAnswer: (yes: boolean) => void;
}

/** Yes or no, before something is done. Escape means no. */
export function ConfirmDialog({ words, onAnswer }: ConfirmDialogProps) {
  const ref = useRef<HTMLDivElement>(null);
  const deny = useRef<HTMLButtonElement>(null);
  const id = useId();
  useFocusTrap(ref);
  useEffect(() => {
    if (mayTakeFocus(ref.current?.closest('.pane'))) deny.current?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onAnswer(false);
  };
  return (
    <div class="overlay overlay-confirm">
      <div
        ref={ref}
        class="dialog dialog-small"
        role="alertdialog"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        onKeyDown={onKeyDown}
      >
        <h2 id={`${id}-title`} class="dialog-title">
          {plainText(words.title) || 'Are you sure?'}
        </h2>
        <div id={`${id}-text`} class="dialog-text">
          {words.text ? <Text text={words.text} /> : null}
        </div>
        <div class="dialog-buttons">
          <button ref={deny} type="button" class="button" onClick={() => onAnswer(false)}>
            {plainText(words.deny) || 'Cancel'}
          </button>
          <button
            type="button"
            class={words.style === 'danger' ? 'button button-danger' : 'button button-primary'}
            onClick={() => onAnswer(true)}
          >
            {plainText(words.confirm) || 'Yes'}
          </button>
        </div>
      </div>
    </div>
  );
}
