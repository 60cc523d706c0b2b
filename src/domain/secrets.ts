/**
 * Secrets that people paste when they are frightened: they are replaced before a text is stored or passed on, so that
 * neither the database nor a mentor's phone ever holds them.
 */

/** What stands where a secret was. */
export const SECRET_REMOVED = '[secret removed]';

type Rule = {
  readonly pattern: RegExp;
  /** What to put instead; `$1`, `$2` are the parts to keep. The marker alone when left out. */
  readonly keep?: string;
};

/** Tokens whose shape alone says what they are. Prefixes are those their makers document. */
const tokenRules: readonly Rule[] = [
  // Slack: tokens, and webhook addresses, which are as good as a token.
  { pattern: /\b(?:xoxe\.)?xox[a-z]-[\w.-]{8,512}/g },
  { pattern: /\bxapp-[\w-]{8,512}/g },
  {
    pattern: /(hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/)[\w/-]{8,512}/g,
    keep: `$1${SECRET_REMOVED}`,
  },
  // AWS access key ids; the secret key has no prefix and is found by its label below.
  { pattern: /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b/g },
  // Google: API keys, OAuth access tokens, OAuth client secrets.
  { pattern: /\bAIza[\w-]{35}(?![\w-])/g },
  { pattern: /\bya29\.[\w.-]{20,2048}/g },
  { pattern: /\bGOCSPX-[\w-]{20,64}/g },
  // GitHub, GitLab, npm, PyPI.
  { pattern: /\bgh[pousr]_[A-Za-z0-9]{20,255}/g },
  { pattern: /\bgithub_pat_\w{20,255}/g },
  { pattern: /\bgl(?:pat|ptt|rt|dt|cbt)-[\w.-]{20,255}/g },
  { pattern: /\bnpm_[A-Za-z0-9]{30,64}/g },
  { pattern: /\bpypi-[\w-]{40,512}/g },
  // Stripe: secret and restricted keys and webhook secrets. Publishable keys (pk_) are public by design.
  { pattern: /\b[sr]k_(?:live|test)_[A-Za-z0-9]{10,255}/g },
  { pattern: /\bwhsec_[A-Za-z0-9+/=]{16,255}/g },
  // OpenAI and Anthropic, SendGrid, HashiCorp Vault, DigitalOcean.
  { pattern: /\bsk-(?:[a-z0-9]{2,8}-){0,3}[\w-]{20,255}/g },
  { pattern: /\bSG\.[\w-]{16,64}\.[\w-]{16,64}/g },
  { pattern: /\bhv[sb]\.[\w-]{20,512}/g },
  { pattern: /\bdo[opr]_v1_[a-f0-9]{32,128}/g },
  // JSON Web Tokens: two base64url objects (both begin with `{"`) and a signature, RFC 7519.
  { pattern: /\beyJ[\w-]{8,4096}\.eyJ[\w-]{4,8192}\.[\w-]{0,4096}/g },
];

/** The secret follows something that names it; what names it is kept. */
const labelledRules: readonly Rule[] = [
  // scheme://user:password@host
  {
    pattern:
      /\b([a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@<>|"']{0,128}:)(?!\[secret removed\])[^\s/<>|"']{1,256}@/gi,
    keep: `$1${SECRET_REMOVED}@`,
  },
  { pattern: /\b(Bearer[ \t]{1,4})[\w.~+/-]{12,4096}={0,2}/gi, keep: `$1${SECRET_REMOVED}` },
  {
    pattern: /\b(Authorization["']?[ \t]{0,3}[:=][ \t]{0,3}["']?Basic[ \t]{1,4})[\w+/-]{4,4096}={0,2}/gi,
    keep: `$1${SECRET_REMOVED}`,
  },
  // curl -u user:password, --user user:password
  {
    pattern: /((?:^|\s)(?:-u|--user)[ =]{1,3}["']?[^\s:"']{1,128}:)(?!\[secret removed\])[^\s"']{1,256}/g,
    keep: `$1${SECRET_REMOVED}`,
  },
];

const label =
  '[\\w.-]{0,40}(?:passw(?:or)?d|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|account[_-]?key|signing[_-]?key|encryption[_-]?key|connection[_-]?string)';
const quoted = '"[^"\\n]{1,512}"|\'[^\'\\n]{1,512}\'|`[^`\\n]{1,512}`';
const bare = '[^\\s"\'`,;&|<>(){}\\[\\]][^\\s"\'`,;&|<>]{0,511}';

/** `PASSWORD=x`, `"token": "x"`, `--api-key x`: the label, the sign, the value. */
const pair = new RegExp(
  `(?<![\\w.-])((?:--)?${label}(?:_id)?["'\`]?)([ \\t]{0,3}(?::=|=>|=|:)[ \\t]{0,3})(?!\\[secret removed\\])(${quoted}|${bare})`,
  'gi',
);
const flag = new RegExp(
  `((?:^|\\s)--(?:password|passwd|token|secret|api-key)[ \\t]{1,3})(?!-|\\[secret removed\\])(${quoted}|${bare})`,
  'gi',
);
/** "the password is hunter2": only when what follows is no ordinary word. */
const said = new RegExp(
  `\\b((?:password|passphrase|passwd|pwd|api key|token)[ \\t]{1,3}(?:is|was|=)[ \\t]{1,3}:?)(${quoted}|${bare})`,
  'gi',
);

const keyBegin = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const keyEnd = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
/** Lines of base64 or armour headers, also with `\n` written out as in a service account's JSON. */
const keyLines = /(?:(?:\s|\\n){1,4}(?:[A-Za-z0-9+/=]{16,128}|[A-Za-z-]{3,20}: [^\n]{0,200}))*/y;

/**
 * Replaces what looks like a secret (keys of AWS, Google, Slack, GitHub, Stripe and others; JSON Web Tokens; private key
 * blocks; passwords in URLs and after a label such as `password=`) by {@link SECRET_REMOVED}, and keeps the rest.
 * Takes any text, plain or Slack's markup; a text without secrets comes back equal, and so does one already masked. Only
 * NUL is left out, because PostgreSQL keeps no text that has one. Time grows with the length only. It cannot know a secret without shape or label ("hunter2" alone stays).
 */
export function maskSecrets(text: string): string {
  let masked = withoutPrivateKeys(text.replaceAll('\u0000', ''));
  for (const { pattern, keep } of [...tokenRules, ...labelledRules]) {
    masked = masked.replace(pattern, keep ?? SECRET_REMOVED);
  }
  return masked
    .replace(pair, (whole, name: string, sign: string, value: string) =>
      isValue(sign, value) ? `${name}${sign}${SECRET_REMOVED}` : whole,
    )
    .replace(flag, `$1${SECRET_REMOVED}`)
    .replace(said, (whole, lead: string, value: string) =>
      isUnusual(value) ? `${lead}${SECRET_REMOVED}` : whole,
    );
}

/**
 * After `=` without a space, or in quotes, anything is a value. After a colon people also write prose
 * ("token: expired yesterday"), and there only what is no ordinary word is one.
 */
function isValue(sign: string, value: string): boolean {
  if (/^["'`]/.test(value)) return value.length > 2;
  if (/^[*•.…_-]+$/.test(value)) return false;
  return (sign.includes('=') && !/\s/.test(sign)) || isUnusual(value);
}

/** Has a digit, a symbol inside, or capitals in the middle: hunter2, correct-horse, dGhpcw. */
function isUnusual(value: string): boolean {
  const inner = value.replace(/^["'`]|["'`]$/g, '').replace(/[.,;:!?…]+$/, '');
  if (inner.length < 4 || inner.startsWith(SECRET_REMOVED.slice(0, 4))) return false;
  return /\d/.test(inner) || /\w[^\w\s.'’-]/.test(inner) || /[a-z][A-Z]/.test(inner);
}

function withoutPrivateKeys(text: string): string {
  if (!text.includes('PRIVATE KEY')) return text;
  const ends = [...text.matchAll(keyEnd)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  let result = '';
  let position = 0;
  let nextEnd = 0;
  for (const begin of text.matchAll(keyBegin)) {
    if (begin.index < position) continue;
    const bodyFrom = begin.index + begin[0].length;
    while (nextEnd < ends.length && (ends[nextEnd]?.from ?? 0) < bodyFrom) nextEnd += 1;
    keyLines.lastIndex = bodyFrom;
    const unfinished = bodyFrom + (keyLines.exec(text)?.[0].length ?? 0);
    result += text.slice(position, begin.index) + SECRET_REMOVED;
    position = ends[nextEnd]?.to ?? unfinished;
  }
  return result + text.slice(position);
}
