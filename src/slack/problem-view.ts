/** A problem shown inside a view that is open. */
import type { ModalView } from '@slack/types';
import { modal, section } from './blocks.ts';
import type { SeenView } from './whereabouts.ts';

export const problemBlockId = 'oops_problem';
const mostBlocks = 100;

/** What Slack sends along with a view but does not take back. */
const kept = [
  'title',
  'submit',
  'close',
  'private_metadata',
  'callback_id',
  'clear_on_close',
  'notify_on_close',
];

/**
 * The same view with the sentence above it. Since every block keeps its id, Slack keeps what was typed. Undefined for a view
 * that is full, or is no modal.
 */
export function withProblem(view: SeenView, sentence: string): ModalView | undefined {
  const blocks = view.blocks.filter((block) => block.block_id !== problemBlockId);
  if (view.type !== 'modal' || blocks.length >= mostBlocks) return undefined;
  const rest = Object.fromEntries(
    kept
      .filter((key) => view[key] !== undefined && view[key] !== null && view[key] !== '')
      .map((key) => [key, view[key]]),
  );
  const banner = section(sentence, { blockId: problemBlockId });
  // `title` is among what was kept: Slack refuses a modal without.
  return {
    ...modal({ title: ' ', blocks: [] }),
    ...rest,
    type: 'modal',
    blocks: [banner, ...blocks.map(asBlock)],
  };
}

function asBlock(block: Readonly<Record<string, unknown>>): ModalView['blocks'][number] {
  return { ...block, type: String(block.type) };
}

/** The block id of the first input, where Slack shows an error at the field. */
export function firstInputOf(view: SeenView): string | undefined {
  const input = view.blocks.find((block) => block.type === 'input');
  return typeof input?.block_id === 'string' ? input.block_id : undefined;
}

/** Whether an error can be shown at this block: only inputs have a place for one. */
export function hasInput(view: SeenView, blockId: string | undefined): blockId is string {
  return view.blocks.some((block) => block.type === 'input' && block.block_id === blockId);
}

/** A small window that only says the sentence. */
export function problemModal(words: { title: string; sentence: string; close: string }): ModalView {
  return modal({
    title: words.title,
    close: words.close,
    blocks: [section(words.sentence, { blockId: problemBlockId })],
  });
}
