import { emojiCharacter, emojiNameOf } from './emoji.ts';
import { unescapeEntities } from './entities.ts';
import type { Inline } from './mrkdwn-ast.ts';
import { parseAngle } from './parse-angle.ts';

const styles: Readonly<Record<string, 'bold' | 'italic' | 'strike'>> = {
  '*': 'bold',
  _: 'italic',
  '~': 'strike',
};

const wordCharacter = /[\p{L}\p{N}]/u;
const emojiName = /^:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/;
/** A picture as people put it in from their keyboard: flags, keycaps, skins and families included. */
const typedEmoji =
  /^(?=\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\p{Regional_Indicator})(?:\p{Regional_Indicator}{2}|\p{Emoji}(?:\p{Emoji_Modifier}|\ufe0f\u20e3?)?(?:\u200d\p{Emoji}(?:\p{Emoji_Modifier}|\ufe0f)?)*)/u;
const address = /^https?:\/\/[^\s<>|`*]+/;

/** The span between two equal marks that begins at `start`, or null when the mark is only a character there. */
function styledSpan(text: string, start: number, mark: string): string | null {
  const before = text[start - 1];
  if (before !== undefined && (wordCharacter.test(before) || before === mark)) return null;
  const first = text[start + 1];
  if (first === undefined || /\s/.test(first) || first === mark) return null;
  for (let end = start + 2; end < text.length; end += 1) {
    const here = text[end];
    if (here === '\n') return null;
    if (here === '`' || here === '<') {
      const close = text.indexOf(here === '<' ? '>' : '`', end + 1);
      if (close > 0) end = close;
      continue;
    }
    if (here !== mark || /\s/.test(text[end - 1] ?? ' ')) continue;
    const after = text[end + 1];
    if (after === undefined || !(wordCharacter.test(after) || after === mark))
      return text.slice(start + 1, end);
  }
  return null;
}

interface Found {
  readonly piece: Inline;
  /** How many characters it took. */
  readonly length: number;
}

function codeAt(text: string, at: number): Found | null {
  const end = text.indexOf('`', at + 1);
  if (end <= at + 1) return null;
  const inner = text.slice(at + 1, end);
  if (inner.includes('\n')) return null;
  return { piece: { kind: 'code', text: unescapeEntities(inner) }, length: end + 1 - at };
}

function angleAt(text: string, at: number, verbatim: boolean): Found | null {
  const end = text.indexOf('>', at + 1);
  if (end < 0) return null;
  const piece = parseAngle(text.slice(at + 1, end), (label) => parseInline(label, verbatim));
  return piece && { piece, length: end + 1 - at };
}

function emojiAt(text: string, at: number): Found | null {
  const match = emojiName.exec(text.slice(at, at + 80));
  const name = match?.[1];
  const character = name === undefined ? null : emojiCharacter(name);
  if (!match || name === undefined || character === null) return null;
  return { piece: { kind: 'emoji', name, character }, length: match[0].length };
}

function typedEmojiAt(text: string, at: number): Found | null {
  const character = typedEmoji.exec(text.slice(at, at + 40))?.[0];
  if (character === undefined) return null;
  const name = emojiNameOf(character);
  return name === null ? null : { piece: { kind: 'emoji', name, character }, length: character.length };
}

function addressAt(text: string, at: number): Found | null {
  const before = text[at - 1];
  if (before !== undefined && wordCharacter.test(before)) return null;
  const match = address.exec(text.slice(at))?.[0].replace(/[.,;:!?)\]'"]+$/, '');
  if (!match) return null;
  const href = unescapeEntities(match);
  return { piece: { kind: 'link', href, children: [{ kind: 'text', text: href }] }, length: match.length };
}

function pieceAt(text: string, at: number, verbatim: boolean): Found | null {
  const here = text[at] ?? '';
  if (here === '`') return codeAt(text, at);
  if (here === '<') return angleAt(text, at, verbatim);
  if (here === ':') return emojiAt(text, at);
  if (here === 'h') return verbatim ? null : addressAt(text, at);
  // Keycaps begin with a digit, everything else with a sign of its own.
  if (here > '\u203b' || text[at + 1] === '\ufe0f') return typedEmojiAt(text, at);
  const kind = styles[here];
  if (kind === undefined) return null;
  const inner = styledSpan(text, at, here);
  return inner === null
    ? null
    : { piece: { kind, children: parseInline(inner, verbatim) }, length: inner.length + 2 };
}

/**
 * Reads the styles, links, mentions, dates and emoji within mrkdwn text that is still escaped.
 * https://docs.slack.dev/messaging/formatting-message-text
 * @param text may hold newlines; they stay in the text pieces
 * @param verbatim bare addresses are no links
 */
export function parseInline(text: string, verbatim = false): Inline[] {
  const pieces: Inline[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') pieces.push({ kind: 'text', text: unescapeEntities(plain) });
    plain = '';
  };
  for (let at = 0; at < text.length; ) {
    const found = pieceAt(text, at, verbatim);
    if (found) {
      flush();
      pieces.push(found.piece);
      at += found.length;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  flush();
  return pieces;
}
