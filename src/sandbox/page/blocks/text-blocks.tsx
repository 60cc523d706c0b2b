import type { ContextBlock, HeaderBlock, ImageBlock, SectionBlock } from '@slack/types';
import { Foldable, isLong } from '../text/foldable.tsx';
import { Text } from '../text/text-object.tsx';
import { withEmoji } from '../text/with-emoji.ts';
import { BlockElement } from './elements/element.tsx';
import { Picture } from './picture.tsx';
import { useSurface } from './surface.ts';

/** Text, fields in two columns, and something at its side. */
export function Section({ block }: { readonly block: SectionBlock }) {
  const { foldsText } = useSurface();
  // https://docs.slack.dev/reference/block-kit/blocks/section-block: `expand`
  const folds = foldsText && block.expand !== true;
  return (
    <div class="section">
      <div class="section-text">
        {block.text ? (
          <Foldable long={folds && isLong(block.text.text)}>
            <Text text={block.text} />
          </Foldable>
        ) : null}
        {block.fields ? (
          <div class="section-fields">
            {block.fields.map((field, index) => (
              <Text key={index} text={field} />
            ))}
          </div>
        ) : null}
      </div>
      {block.accessory ? (
        <div class="section-accessory">
          <BlockElement element={block.accessory} />
        </div>
      ) : null}
    </div>
  );
}

/** Small print. */
export function ContextLine({ block }: { readonly block: ContextBlock }) {
  return (
    <div class="context">
      {block.elements.map((element, index) =>
        element.type === 'image' ? (
          <Picture key={index} picture={element} />
        ) : (
          <Text key={index} text={element} />
        ),
      )}
    </div>
  );
}

export function Header({ block }: { readonly block: HeaderBlock }) {
  return <h3 class="header-block">{withEmoji(block.text.text)}</h3>;
}

export function ImageFigure({ block }: { readonly block: ImageBlock }) {
  return (
    <figure class="image-block">
      {block.title ? <figcaption>{withEmoji(block.title.text)}</figcaption> : null}
      <Picture picture={block} />
    </figure>
  );
}
