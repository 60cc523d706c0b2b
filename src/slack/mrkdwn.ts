/**
 * Text between people and Slack. Slack's own markup is explained at
 * https://docs.slack.dev/messaging/formatting-message-text: `&`, `<` and `>` are escaped, and everything that pings or
 * links is written in angle brackets, so escaped text pings nobody and links nowhere by itself.
 */
import { cutText, ELLIPSIS, takeGraphemes } from './cut-text.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const characters: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Makes plain text safe inside mrkdwn and in a message's `text`: mentions, links and dates in it become literal. */
export function escapeMrkdwn(text: string): string {
  return text.replace(/[&<>]/g, (character) => entities[character] ?? character);
}

/** What ids are called. Each gives undefined when it does not know; then a label from Slack, or a neutral word, is used. */
export type Names = {
  readonly user?: (id: string) => string | undefined;
  readonly channel?: (id: string) => string | undefined;
  readonly group?: (id: string) => string | undefined;
};

/**
 * Turns text as Slack delivers it (messages; commands with `should_escape`) into what a person would have read: names
 * instead of ids, `label (address)` instead of links, the characters instead of their entities. The result is plain text
 * and must be escaped before it goes into mrkdwn again. Inputs of a modal arrive plain: do not give them here.
 */
export function plainFromSlack(text: string, names: Names = {}): string {
  return text
    .split(/(<(?! )[^<>\n]*>)/)
    .map((part, index) => (index % 2 === 1 ? readToken(part.slice(1, -1), names) : unescapeEntities(part)))
    .join('');
}

function unescapeEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => characters[entity] ?? entity);
}

function readToken(token: string, names: Names): string {
  const bar = token.indexOf('|');
  const target = bar === -1 ? token : token.slice(0, bar);
  const label = bar === -1 ? '' : unescapeEntities(token.slice(bar + 1)).trim();
  if (target.startsWith('@'))
    return `@${names.user?.(target.slice(1)) ?? (label.replace(/^@/, '') || 'someone')}`;
  if (target.startsWith('#'))
    return `#${names.channel?.(target.slice(1)) ?? (label.replace(/^#/, '') || 'a channel')}`;
  if (target.startsWith('!')) return readSpecial(target.slice(1), label, names);
  return readLink(unescapeEntities(target), label);
}

function readSpecial(target: string, label: string, names: Names): string {
  const [kind = '', argument = ''] = target.split('^');
  if (kind === 'subteam') return `@${names.group?.(argument) ?? (label.replace(/^@/, '') || 'a group')}`;
  if (kind === 'date') return label || 'a date';
  if (['channel', 'here', 'everyone', 'group'].includes(kind)) return `@${kind}`;
  return label || kind;
}

function readLink(address: string, label: string): string {
  const bare = address.replace(/^(?:mailto|tel):/, '');
  const shown = label.replace(/^https?:\/\//, '').replace(/\/$/, '');
  if (shown === '' || shown === bare.replace(/^https?:\/\//, '').replace(/\/$/, '')) return label || bare;
  return `${label} (${bare})`;
}

/**
 * Characters that change how others are shown and say nothing themselves: controls (but tab and newline), directional
 * overrides and isolates (a file named `exe.gpj` shown the other way round), interlinear and tag characters. Marks that
 * Arabic, Hebrew, Persian and emoji need (LRM, RLM, joiners) stay.
 */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is to be removed.
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,16})[\u{e0001}-\u{e007f}]/gu;
const halfCharacters = /\p{Surrogate}/gu;
const lineBreaks = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/** Plain text without what hides or reorders other characters, with one kind of line break. */
export function tidyPlain(text: string): string {
  return text.replace(lineBreaks, '\n').replace(invisible, '').replace(halfCharacters, '\ufffd');
}

export type QuoteLimits = {
  /** UTF-16 units of the whole result, quote marks and escapes included. */
  readonly maxLength?: number;
  readonly maxLines?: number;
};

/**
 * Quotes what a person typed, for a mrkdwn text: each line behind `> `, literal, so that nothing in it pings, opens a code
 * block over what follows, or leaves the quote. Cut between graphemes, by default to 600 characters and 8 lines. Addresses
 * stay readable; `mrkdwn()` of `blocks.ts` sets `verbatim`, so that Slack makes no links of them.
 */
export function quote(text: string, { maxLength = 600, maxLines = 8 }: QuoteLimits = {}): string {
  const lines = tidyPlain(text.slice(0, 20_000))
    .replace(/`{3,}/g, (run) => "'".repeat(Math.min(run.length, 3)))
    .replace(/\n(?:[^\S\n]*\n)+/g, '\n\n')
    .trim()
    .split('\n');
  const shown = lines.slice(0, maxLines);
  const written: string[] = [];
  let room = maxLength;
  let isCut = lines.length > shown.length;
  for (const line of shown) {
    const prefix = written.length === 0 ? '> ' : '\n> ';
    const space = room - prefix.length - ELLIPSIS.length;
    if (space <= 0) {
      isCut = true;
      break;
    }
    const content = takeGraphemes(line, space, escapeMrkdwn);
    written.push(`${prefix}${content}`);
    room -= prefix.length + content.length;
    if (content !== escapeMrkdwn(line)) {
      isCut = true;
      break;
    }
  }
  return written.join('').trimEnd() + (isCut ? ELLIPSIS : '');
}

/**
 * One line for a lock screen, safe as a message's top-level `text`: line breaks become spaces, nothing pings. At most
 * `maxLength` units before escaping.
 */
export function plainPreview(text: string, maxLength = 150): string {
  const line = tidyPlain(text.slice(0, 20_000)).replace(/\s+/g, ' ').trim();
  return escapeMrkdwn(cutText(line, maxLength));
}

/**
 * Cuts text that already is mrkdwn to a limit of Slack's without leaving half a mention, half an entity, or a code block
 * that stays open. For text of our own that turned out too long; quoted text is cut by {@link quote}.
 */
export function cutMrkdwn(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const closing = '\n```';
  let cut = takeGraphemes(text, Math.max(0, limit - ELLIPSIS.length - closing.length));
  const open = cut.lastIndexOf('<');
  if (open > cut.lastIndexOf('>')) cut = cut.slice(0, open);
  cut = cut
    .replace(/&[a-z]{0,3}$/, '')
    .replace(/`{1,2}$/, '')
    .trimEnd();
  const isCodeOpen = (cut.match(/```/g)?.length ?? 0) % 2 === 1;
  return cutText(`${cut}${ELLIPSIS}${isCodeOpen ? closing : ''}`, limit);
}
