import type { Workspace } from '../../protocol.ts';
import { conversationOf, mentionName } from '../state/names.ts';
import { formatDateTokens, type Reader } from './format-date.ts';
import type { Inline, MrkdwnBlock } from './mrkdwn-ast.ts';
import { parseMrkdwn } from './parse-mrkdwn.ts';

interface Preview {
  readonly workspace: Workspace;
  readonly reader: Reader;
  /** Milliseconds. */
  readonly now: number;
}

function inlineText(piece: Inline, preview: Preview): string {
  const { workspace, reader, now } = preview;
  switch (piece.kind) {
    case 'text':
    case 'code':
      return piece.text;
    case 'bold':
    case 'italic':
    case 'strike':
    case 'link':
      return piece.children.map((child) => inlineText(child, preview)).join('');
    case 'user':
      return `@${mentionName(workspace, piece.id)}`;
    case 'channel':
      return `#${conversationOf(workspace, [], piece.id)?.name ?? piece.label ?? piece.id}`;
    case 'group':
      return `@${workspace.userGroups.find((each) => each.id === piece.id)?.handle ?? piece.label ?? piece.id}`;
    case 'broadcast':
      return `@${piece.range}`;
    case 'date':
      return formatDateTokens(piece.format, reader, piece.seconds * 1000, now);
    case 'emoji':
      return piece.character;
  }
}

function blockText(block: MrkdwnBlock, preview: Preview): string {
  const line = (pieces: readonly Inline[]) => pieces.map((piece) => inlineText(piece, preview)).join('');
  switch (block.kind) {
    case 'paragraph':
      return line(block.children);
    case 'list':
      return block.items.map((item) => `${item.marker} ${line(item.children)}`).join(' ');
    case 'quote':
      return block.children.map((child) => blockText(child, preview)).join(' ');
    case 'pre':
      return block.text;
  }
}

/** mrkdwn as one line of plain text, as a lock screen shows it. */
export function previewText(text: string, preview: Preview): string {
  return parseMrkdwn(text)
    .map((block) => blockText(block, preview))
    .join(' ');
}
