/**
 * What may never be read in a log: secrets, and what people typed. Every logged object goes through `redact`, and every
 * finished line through `maskSecrets`, so that a careless call site cannot leak either.
 */

export const REDACTED = '[redacted]';

const DEPTH_LIMIT = 6;
const ITEM_LIMIT = 50;

/** Compared with the key in lower case and without `_`, `-` and spaces. */
const secretEndings = [
  'token',
  'secret',
  'password',
  'authorization',
  'cookie',
  'signature',
  'databaseurl',
  'apikey',
];
const wordEndings = [
  'text',
  'words',
  'title',
  'summary',
  'draft',
  'note',
  'question',
  'answer',
  'description',
];
/** Ends with `text` and is no text of a person's. */
const harmlessKeys = new Set(['context']);
const exactKeys = new Set([
  'attachments',
  'blocks',
  'body',
  'connectionstring',
  'files',
  'payload',
  'privatemetadata',
  'responseurl',
  'submission',
  'triggerid',
  'value',
  'values',
  'view',
]);

/** True when what stands under this key is a secret, or may hold words that a person typed. */
export function isPrivateKey(key: string): boolean {
  const plain = key.toLowerCase().replace(/[_\-\s]/g, '');
  if (harmlessKeys.has(plain)) return false;
  return (
    exactKeys.has(plain) ||
    secretEndings.some((ending) => plain.endsWith(ending)) ||
    wordEndings.some((ending) => plain.endsWith(ending))
  );
}

/** Replaces Slack tokens, passwords in URLs, and bearer credentials inside any text. Linear in its length. */
export function maskSecrets(line: string): string {
  return line
    .replace(/\b(?:xox[a-z]|xapp|xoxe\.xox[a-z])-[\w.%-]{1,4096}/g, REDACTED)
    .replace(/(:\/\/[^\s:/@"]{0,256}:)[^\s/@"]{1,256}@/g, `$1${REDACTED}@`)
    .replace(/\b(Bearer|Basic) [\w.~+/=-]{1,4096}/gi, `$1 ${REDACTED}`)
    .replace(/hooks\.slack\.com\/[\w/.-]{1,512}/g, `hooks.slack.com/${REDACTED}`);
}

/**
 * Copies any value for a log line, with everything private replaced. Numbers, booleans and null stay as they are, even
 * under a private key, since they are neither words nor secrets. Deep or long values are cut, cycles are named. Errors
 * become plain objects with their message, code and stack frames: nothing else they carry is trusted.
 */
export function redact(value: unknown): unknown {
  return copy(value, 0, new Set());
}

function copy(value: unknown, depth: number, above: Set<object>): unknown {
  if (typeof value === 'string') return maskSecrets(value);
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'function' || typeof value === 'symbol' ? undefined : value;
  }
  if (value instanceof Date) return value;
  if (above.has(value)) return '[circular]';
  if (depth >= DEPTH_LIMIT) return '[deep]';
  above.add(value);
  const copied = copyObject(value, depth + 1, above);
  above.delete(value);
  return copied;
}

function copyObject(value: object, depth: number, above: Set<object>): unknown {
  if (value instanceof Error) return copyError(value, depth, above);
  if (Array.isArray(value)) return value.slice(0, ITEM_LIMIT).map((item) => copy(item, depth, above));
  if (value instanceof Map || value instanceof Set || ArrayBuffer.isView(value)) {
    return `[${value.constructor.name}]`;
  }
  const entries = Object.entries(value).slice(0, ITEM_LIMIT);
  return Object.fromEntries(entries.map(([key, item]) => [key, copyEntry(key, item, depth, above)]));
}

function copyEntry(key: string, item: unknown, depth: number, above: Set<object>): unknown {
  const harmless =
    item === null || item === undefined || typeof item === 'number' || typeof item === 'boolean';
  return isPrivateKey(key) && !harmless ? REDACTED : copy(item, depth, above);
}

function copyError(error: Error, depth: number, above: Set<object>): Record<string, unknown> {
  const code = 'code' in error && ['string', 'number'].includes(typeof error.code) ? error.code : undefined;
  const frames = error.stack?.split('\n').filter((line) => /^\s{1,8}at /.test(line));
  return {
    type: error.name,
    message: errorMessage(error),
    ...(code === undefined ? {} : { code }),
    ...(frames === undefined ? {} : { stack: maskSecrets(frames.join('\n')) }),
    ...(error.cause === undefined ? {} : { cause: copy(error.cause, depth, above) }),
  };
}

/**
 * Two kinds of message quote what they were given: `JSON.parse` repeats the start of the text, and Prisma prints the
 * arguments of the call, with the reason in the last line.
 */
function errorMessage(error: Error): string {
  if (error instanceof SyntaxError || error.name === 'SyntaxError') return 'text could not be parsed';
  const message = error.name.startsWith('PrismaClient')
    ? (error.message.trimEnd().split('\n').at(-1) ?? '')
    : error.message;
  return maskSecrets(message);
}
