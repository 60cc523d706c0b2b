import type { InputBlock as Input } from '@slack/types';
import { WarningIcon } from '../icons.tsx';
import { plainText } from '../text/text-object.tsx';
import { ElementScopeProvider } from './element-context.ts';
import { BlockElement } from './elements/element.tsx';
import { useSurface } from './surface.ts';

const grouped = new Set(['radio_buttons', 'checkboxes']);

interface InputBlockProps {
  readonly block: Input;
  readonly blockId: string;
  readonly controlId: string;
}

/** A labelled field of a form, with its hint and its error. */
export function InputBlock({ block, blockId, controlId }: InputBlockProps) {
  const error = useSurface().errorOf(blockId);
  const hint = plainText(block.hint);
  const describedBy = [error ? `${controlId}-error` : '', hint ? `${controlId}-hint` : ''].join(' ').trim();
  const label = (
    <>
      {plainText(block.label)}
      {block.optional ? <span class="field-optional"> (optional)</span> : null}
    </>
  );
  return (
    <div class="field">
      {grouped.has(block.element.type) ? (
        <span id={`${controlId}-label`} class="field-label">
          {label}
        </span>
      ) : (
        <label id={`${controlId}-label`} class="field-label" for={controlId}>
          {label}
        </label>
      )}
      <ElementScopeProvider
        value={{
          blockId,
          isInput: true,
          dispatches: block.dispatch_action === true,
          controlId,
          describedBy: describedBy || undefined,
          invalid: error !== null,
        }}
      >
        <BlockElement element={block.element} />
      </ElementScopeProvider>
      {error === null ? null : (
        <p id={`${controlId}-error`} class="field-error" role="alert">
          <WarningIcon />
          <span>{error}</span>
        </p>
      )}
      {hint ? (
        <p id={`${controlId}-hint`} class="field-hint">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
