import { unescapeEntities } from './entities.ts';
import type { Inline } from './mrkdwn-ast.ts';

const safeAddress = /^(https?:|mailto:|tel:|slack:)/i;

/** May a link go there? Scripts and data may not. */
export function isSafeAddress(href: string): boolean {
  return safeAddress.test(href);
}

function dateOf(body: string, label: string | undefined): Inline | null {
  const match = /^date\^(-?\d+)\^([^^]+)(?:\^(.+))?$/.exec(body);
  if (!match) return null;
  const href = match[3] === undefined ? null : unescapeEntities(match[3]);
  return {
    kind: 'date',
    seconds: Number(match[1]),
    format: unescapeEntities(match[2] ?? ''),
    href: href !== null && isSafeAddress(href) ? href : null,
    fallback: unescapeEntities(label ?? ''),
  };
}

function special(body: string, label: string | undefined): Inline | null {
  const range = /^(here|channel|everyone)$/.exec(body)?.[1];
  if (range !== undefined) return { kind: 'broadcast', range };
  const group = /^subteam\^(\w+)$/.exec(body)?.[1];
  if (group !== undefined) return { kind: 'group', id: group, label: label ?? null };
  return dateOf(body, label);
}

/**
 * Reads what stands between `<` and `>`: a mention, a special mention, a date or a link.
 * https://docs.slack.dev/messaging/formatting-message-text#advanced
 * @param inside without the brackets
 * @param parseLabel how a link's own label is read
 * @returns null when it is none of these, and is then shown as typed
 */
export function parseAngle(inside: string, parseLabel: (text: string) => readonly Inline[]): Inline | null {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? undefined : inside.slice(bar + 1);
  const rest = target.slice(1);
  const name = label === undefined || label === '' ? null : unescapeEntities(label);
  if (/^@\w+$/.test(target)) return { kind: 'user', id: rest, label: name };
  if (/^#\w+$/.test(target)) return { kind: 'channel', id: rest, label: name };
  if (target.startsWith('!')) return special(rest, label);
  const href = unescapeEntities(target);
  if (!isSafeAddress(href)) return null;
  const children = label
    ? parseLabel(label)
    : [{ kind: 'text' as const, text: href.replace(/^mailto:/i, '') }];
  return { kind: 'link', href, children };
}
