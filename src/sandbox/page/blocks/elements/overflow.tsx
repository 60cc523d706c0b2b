import type { Overflow } from '@slack/types';
import { DotsIcon } from '../../icons.tsx';
import { Menu } from '../../menu/menu.tsx';
import { plainText } from '../../text/text-object.tsx';
import { useElement } from '../element-context.ts';
import { useClick } from '../use-click.ts';
import { Problem } from './problem.tsx';

/** The three dots of a block. */
export function OverflowElement({ element }: { readonly element: Overflow }) {
  const { blockId } = useElement();
  const actionId = element.action_id ?? '';
  const { busy, problem, click } = useClick(blockId, actionId);
  const items = element.options.map((option) => ({
    key: option.value ?? plainText(option.text),
    label: plainText(option.text),
    detail: plainText(option.description),
    onSelect: () => void click(option.value),
  }));
  return (
    <span class="element">
      <Menu
        label="More actions"
        class="button button-overflow"
        items={items}
        attributes={{ 'data-action-id': actionId, 'aria-busy': String(busy) }}
      >
        {busy ? <span class="spinner" aria-hidden="true" /> : <DotsIcon />}
      </Menu>
      <Problem text={problem} />
    </span>
  );
}
