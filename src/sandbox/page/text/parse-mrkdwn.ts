import { unescapeEntities } from './entities.ts';
import type { ListItem, MrkdwnBlock } from './mrkdwn-ast.ts';
import { parseInline } from './parse-inline.ts';

const fence = /```([\s\S]*?)```/g;
const quoteMark = /^(?:&gt;|>) ?/;
const restMark = /^(?:&gt;|>){3} ?/;
const listMark = /^(\s*)([•◦▪▫‣–-]|\d{1,3}[.)])\s+(\S.*)$/;

type LineKind = 'quote' | 'list' | 'paragraph';

function lineKind(line: string): LineKind {
  if (quoteMark.test(line)) return 'quote';
  return listMark.test(line) ? 'list' : 'paragraph';
}

function listItem(line: string, verbatim: boolean): ListItem {
  const match = listMark.exec(line);
  return {
    marker: match?.[2] ?? '•',
    level: Math.min(4, Math.floor((match?.[1]?.length ?? 0) / 2)),
    children: parseInline(match?.[3] ?? line, verbatim),
  };
}

function blockOf(kind: LineKind, lines: readonly string[], verbatim: boolean): MrkdwnBlock {
  if (kind === 'quote') {
    const inner = lines.map((line) => line.replace(quoteMark, '')).join('\n');
    return { kind: 'quote', children: parseLines(inner, false, verbatim) };
  }
  if (kind === 'list') return { kind: 'list', items: lines.map((line) => listItem(line, verbatim)) };
  return { kind: 'paragraph', children: parseInline(lines.join('\n'), verbatim) };
}

function parseLines(text: string, quotes: boolean, verbatim: boolean): MrkdwnBlock[] {
  const blocks: MrkdwnBlock[] = [];
  let kind: LineKind | null = null;
  let lines: string[] = [];
  const flush = () => {
    if (kind !== null) blocks.push(blockOf(kind, lines, verbatim));
    lines = [];
    kind = null;
  };
  const all = text.split('\n');
  for (const [index, line] of all.entries()) {
    if (quotes && restMark.test(line)) {
      flush();
      const rest = [line.replace(restMark, ''), ...all.slice(index + 1)].join('\n');
      blocks.push({ kind: 'quote', children: parseLines(rest, false, verbatim) });
      return blocks;
    }
    const found = lineKind(line);
    const next = found === 'quote' && !quotes ? 'paragraph' : found;
    if (next !== kind) flush();
    kind = next;
    lines.push(line);
  }
  flush();
  return blocks;
}

/**
 * Reads a text object's mrkdwn into blocks that can be drawn without ever being HTML.
 * https://docs.slack.dev/messaging/formatting-message-text
 * @param text as Slack carries it: `&`, `<` and `>` of people are escaped
 * @param verbatim what is no markup is left as it is: bare addresses are no links
 */
export function parseMrkdwn(text: string, verbatim = false): MrkdwnBlock[] {
  const blocks: MrkdwnBlock[] = [];
  let from = 0;
  const plain = (until: number) => {
    const piece = text
      .slice(from, until)
      .replace(from > 0 ? /^\n/ : /^$/, '')
      .replace(until < text.length ? /\n$/ : /^$/, '');
    if (piece !== '') blocks.push(...parseLines(piece, true, verbatim));
  };
  for (const match of text.matchAll(fence)) {
    plain(match.index);
    blocks.push({ kind: 'pre', text: unescapeEntities((match[1] ?? '').replace(/^\n|\n$/g, '')) });
    from = match.index + match[0].length;
  }
  plain(text.length);
  return blocks;
}
