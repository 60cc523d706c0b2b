import type { Button, WorkflowButton } from '@slack/types';
import { plainText } from '../../text/text-object.tsx';
import { useElement } from '../element-context.ts';
import { useClick } from '../use-click.ts';
import { Problem } from './problem.tsx';

const looks = { primary: 'button button-primary', danger: 'button button-danger' } as const;

/** A button. Busy until the app answered; what went wrong stands beside it. */
export function ButtonElement({ element }: { readonly element: Button | WorkflowButton }) {
  const { blockId } = useElement();
  const actionId = element.action_id ?? '';
  const { busy, problem, click } = useClick(blockId, actionId);
  return (
    <span class="element">
      <button
        type="button"
        class={element.style ? looks[element.style] : 'button'}
        data-action-id={actionId}
        aria-label={element.accessibility_label}
        aria-busy={busy}
        onClick={() => void click()}
      >
        {busy ? <span class="spinner" aria-hidden="true" /> : null}
        <span class="button-text">{plainText(element.text)}</span>
      </button>
      <Problem text={problem} />
    </span>
  );
}
