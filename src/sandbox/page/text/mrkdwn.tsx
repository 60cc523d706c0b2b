import { useMemo } from 'preact/hooks';
import { Emoji } from './emoji-character.tsx';
import { Link } from './link.tsx';
import { LocalDate } from './local-date.tsx';
import { BroadcastMention, ChannelMention, GroupMention, UserMention } from './mentions.tsx';
import type { Inline, ListItem, MrkdwnBlock } from './mrkdwn-ast.ts';
import { parseMrkdwn } from './parse-mrkdwn.ts';

function Piece({ piece }: { readonly piece: Inline }) {
  switch (piece.kind) {
    case 'text':
      return <>{piece.text}</>;
    case 'bold':
      return (
        <strong>
          <Pieces pieces={piece.children} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Pieces pieces={piece.children} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Pieces pieces={piece.children} />
        </s>
      );
    case 'code':
      return <code>{piece.text}</code>;
    case 'link':
      return (
        <Link href={piece.href}>
          <Pieces pieces={piece.children} />
        </Link>
      );
    case 'user':
      return <UserMention id={piece.id} label={piece.label} />;
    case 'channel':
      return <ChannelMention id={piece.id} label={piece.label} />;
    case 'group':
      return <GroupMention id={piece.id} label={piece.label} />;
    case 'broadcast':
      return <BroadcastMention range={piece.range} />;
    case 'date':
      return <LocalDate seconds={piece.seconds} pattern={piece.format} href={piece.href} />;
    case 'emoji':
      return <Emoji name={piece.name} character={piece.character} />;
  }
}

function Pieces({ pieces }: { readonly pieces: readonly Inline[] }) {
  return (
    <>
      {pieces.map((piece, index) => (
        <Piece key={index} piece={piece} />
      ))}
    </>
  );
}

function List({ items }: { readonly items: readonly ListItem[] }) {
  return (
    <ul class="typed-list">
      {items.map((item, index) => (
        <li key={index} data-level={item.level}>
          <span class="typed-marker">{item.marker === '-' ? '•' : item.marker}</span>
          <span>
            <Pieces pieces={item.children} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function BlockOfText({ block }: { readonly block: MrkdwnBlock }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Pieces pieces={block.children} />
        </p>
      );
    case 'list':
      return <List items={block.items} />;
    case 'quote':
      return (
        <blockquote>
          <BlocksOfText blocks={block.children} />
        </blockquote>
      );
    case 'pre':
      return <pre>{block.text}</pre>;
  }
}

function BlocksOfText({ blocks }: { readonly blocks: readonly MrkdwnBlock[] }) {
  return (
    <>
      {blocks.map((block, index) => (
        <BlockOfText key={index} block={block} />
      ))}
    </>
  );
}

/** Is there nothing but a few emoji? */
function onlyEmoji(blocks: readonly MrkdwnBlock[]): boolean {
  const [first] = blocks;
  if (blocks.length !== 1 || first?.kind !== 'paragraph' || first.children.length > 23) return false;
  return first.children.every(
    (piece) => piece.kind === 'emoji' || (piece.kind === 'text' && piece.text.trim() === ''),
  );
}

interface MrkdwnProps {
  readonly text: string;
  /** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
  readonly verbatim?: boolean;
}

/** Text with Slack's markup, drawn as elements and never as HTML. */
export function Mrkdwn({ text, verbatim = false }: MrkdwnProps) {
  const blocks = useMemo(() => parseMrkdwn(text, verbatim), [text, verbatim]);
  return (
    <div class={onlyEmoji(blocks) ? 'rich emoji-only' : 'rich'}>
      <BlocksOfText blocks={blocks} />
    </div>
  );
}
