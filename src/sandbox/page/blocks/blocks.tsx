import type { KnownBlock } from '@slack/types';
import { useId } from 'preact/hooks';
import type { Block } from '../../protocol.ts';
import { Mrkdwn } from '../text/mrkdwn.tsx';
import { RichText } from '../text/rich-text.tsx';
import { ElementScopeProvider } from './element-context.ts';
import { BlockElement } from './elements/element.tsx';
import { InputBlock } from './input-block.tsx';
import { ContextLine, Header, ImageFigure, Section } from './text-blocks.tsx';

function BlockBody({ block, blockId, controlId }: { block: KnownBlock; blockId: string; controlId: string }) {
  switch (block.type) {
    case 'section':
      return <Section block={block} />;
    case 'context':
      return <ContextLine block={block} />;
    case 'header':
      return <Header block={block} />;
    case 'divider':
      return <hr class="divider" />;
    case 'image':
      return <ImageFigure block={block} />;
    case 'rich_text':
      return <RichText block={block} />;
    case 'markdown':
      return <Mrkdwn text={block.text} />;
    case 'actions':
      return (
        <div class="actions">
          {block.elements.map((element, index) => (
            <BlockElement key={element.action_id ?? index} element={element} />
          ))}
        </div>
      );
    case 'input':
      return <InputBlock block={block} blockId={blockId} controlId={controlId} />;
    default:
      return <p class="unsupported">This page does not draw “{block.type}” blocks.</p>;
  }
}

function OneBlock({ block }: { readonly block: Block }) {
  const controlId = useId();
  const blockId = typeof block.block_id === 'string' ? block.block_id : '';
  return (
    <div class="block" data-block-id={blockId} data-block-type={block.type}>
      <ElementScopeProvider
        value={{
          blockId,
          isInput: false,
          dispatches: false,
          controlId,
          describedBy: undefined,
          invalid: false,
        }}
      >
        {/* The sandbox accepts only blocks that are valid Block Kit. */}
        <BlockBody block={block as KnownBlock} blockId={blockId} controlId={controlId} />
      </ElementScopeProvider>
    </div>
  );
}

/** The blocks of a message or a view. https://docs.slack.dev/reference/block-kit/blocks */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, index) => (
        <OneBlock key={typeof block.block_id === 'string' ? block.block_id : index} block={block} />
      ))}
    </>
  );
}
