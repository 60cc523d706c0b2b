/** Block and action ids that the app left out, which Slack then makes up. https://docs.slack.dev/reference/block-kit/blocks */
import { randomBytes } from 'node:crypto';
import type { Block } from '../protocol.ts';
import { isObject } from './schema.ts';

function newId(): string {
  return randomBytes(4).toString('base64url').slice(0, 5);
}

const interactive = new Set(['actions', 'section', 'input']);

function withActionId(element: unknown): unknown {
  if (!isObject(element) || element.type === 'image') return element;
  return typeof element.action_id === 'string' ? element : { ...element, action_id: newId() };
}

/** A copy of checked blocks in which every block has a `block_id` and every element an `action_id`. */
export function withGeneratedIds(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    const copy: Block = { ...block, block_id: typeof block.block_id === 'string' ? block.block_id : newId() };
    if (!interactive.has(block.type)) return copy;
    if (Array.isArray(block.elements)) copy.elements = block.elements.map(withActionId);
    if (block.accessory !== undefined) copy.accessory = withActionId(block.accessory);
    if (block.element !== undefined) copy.element = withActionId(block.element);
    return copy;
  });
}

export interface PlacedElement {
  readonly block: Block;
  readonly blockId: string;
  readonly actionId: string;
  readonly type: string;
  readonly element: Record<string, unknown>;
  /** In an input block, that is part of the form. */
  readonly isInput: boolean;
}

/** Every interactive element of blocks whose ids are filled in, in reading order. */
export function elementsOf(blocks: readonly Block[]): PlacedElement[] {
  return blocks.flatMap((block) => {
    if (!interactive.has(block.type)) return [];
    const found = [...(Array.isArray(block.elements) ? block.elements : []), block.accessory, block.element];
    return found.filter(isObject).flatMap((element) => {
      if (typeof element.type !== 'string' || element.type === 'image') return [];
      return [
        {
          block,
          blockId: String(block.block_id),
          actionId: String(element.action_id),
          type: element.type,
          element,
          isInput: block.type === 'input',
        },
      ];
    });
  });
}
