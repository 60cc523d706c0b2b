/**
 * Brings a Slack message into the form that the cues are written for: lower case, one space between words, no accents,
 * no apostrophes, sentence marks as words of their own (`.`, `?`, `!`). What is not the author talking is dropped:
 * code, quotes, links, mentions. Everything here is linear in the length of the message.
 */

export type NormalisedMessage = {
  /** Begins and ends with a space, so that every word has one on both sides. */
  readonly text: string;
  /** The part of the letters that were capitals, 0 to 1, of what the author wrote. */
  readonly shouting: number;
};

/** Slack's own limit for a message. */
const LONGEST = 40_000;
/** What is scored at most: a cry for help is at the start or the end of a long message. */
const HEAD = 3000;
const TAIL = 1000;
/** A longer word is no word. The bound also keeps every cue linear. */
const LONGEST_WORD = 24;

export function normalise(message: string): NormalisedMessage {
  const spoken = plain(dropQuotes(dropCode(message.slice(0, LONGEST))));
  const letters = spoken.match(/\p{L}/gu)?.length ?? 0;
  const capitals = spoken.match(/\p{Lu}/gu)?.length ?? 0;
  return { text: fold(cutMiddle(spoken)), shouting: letters === 0 ? 0 : capitals / letters };
}

/** Fenced blocks and inline code become the word `code`. A fence that is never closed is read as text. */
function dropCode(message: string): string {
  const outside = dropBetween(message, '```', true);
  return dropBetween(outside, '`', false);
}

function dropBetween(text: string, mark: string, acrossLines: boolean): string {
  const parts = text.split(mark);
  let kept = parts[0] ?? '';
  for (let index = 1; index < parts.length; index += 1) {
    const part = parts[index] ?? '';
    const closed = index < parts.length - 1 && (acrossLines || !part.includes('\n'));
    if (closed) {
      kept += ` code ${parts[index + 1] ?? ''}`;
      index += 1;
    } else {
      kept += part;
    }
  }
  return kept;
}

/** Lines that begin with `>` are somebody else's words, and everything after `>>>` is. */
function dropQuotes(text: string): string {
  const kept: string[] = [];
  for (const line of text.split('\n')) {
    const start = line.slice(0, 40).trimStart();
    if (start.startsWith('&gt;&gt;&gt;') || start.startsWith('>>>')) break;
    if (!start.startsWith('&gt;') && !start.startsWith('>')) kept.push(line);
  }
  return kept.join('\n');
}

/** What an emoji says about the author, as a word that the cues know. Slack writes emoji as `:name:`. */
const emojiWords: Readonly<Record<string, string>> = {
  sob: 'emojicry',
  cry: 'emojicry',
  scream: 'emojicry',
  sos: 'emojicry',
  face_with_open_mouth: 'emojicry',
  fearful: 'emojicry',
  cold_sweat: 'emojicry',
  weary: 'emojicry',
  joy: 'emojilaugh',
  rolling_on_the_floor_laughing: 'emojilaugh',
  rofl: 'emojilaugh',
  sweat_smile: 'emojilaugh',
  laughing: 'emojilaugh',
  stuck_out_tongue: 'emojilaugh',
  wink: 'emojilaugh',
  tada: 'emojiglad',
  '+1': 'emojiglad',
  thumbsup: 'emojiglad',
  musical_note: 'emojiglad',
  notes: 'emojiglad',
};

/** Slack's markup as the words it shows. https://docs.slack.dev/messaging/formatting-message-text */
function plain(text: string): string {
  return text
    .replace(/<!(?:here|channel|everyone)[^<>]{0,80}>/g, ' emojibroadcast ')
    .replace(/<(?:[@#!][^<>|]{0,200})(?:\|[^<>]{0,200})?>/g, ' ')
    .replace(
      /<(?:https?|mailto|tel|slack):[^<>|]{0,4000}(?:\|([^<>]{0,400}))?>/g,
      (_link, label?: string) => ` ${label ?? ''} `,
    )
    .replace(/\bhttps?:\/\/[^\s<>]{1,4000}/g, ' ')
    .replace(/:([a-z0-9_+'-]{1,60}):/g, (_emoji, name: string) => ` ${emojiWords[name] ?? ''} `)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function cutMiddle(text: string): string {
  return text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)} . ${text.slice(-TAIL)}`;
}

/** Everybody who is greeted is not everybody who is affected. */
const GREETING = / (?:hi|hey|hello|sorry|thanks|morning|ok) (?:everyone|everybody|all|guys|folks|team)(?= )/;

function fold(text: string): string {
  const letters = text
    .normalize('NFKD')
    // Accents of Latin, Greek and Cyrillic; the marks of kana are others and come back with NFC.
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’‘ʼ´`]|\p{Cf}|\ufe0f/gu, '');
  const words = letters
    .replace(/[😭😢😱😨😰😩🆘🙏]/gu, ' emojicry ')
    .replace(/[😂🤣😅😆😜😉🙃]/gu, ' emojilaugh ')
    .replace(/[🎉👍🎵🎶🔥👏]/gu, ' emojiglad ')
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/[?？]+/g, ' ? ')
    .replace(/[!！]+/g, (marks) => (marks.length > 1 ? ' ! ! ' : ' ! '))
    .replace(/[.,;:()[\]{}"“”«»…。、\n|]+/g, ' . ')
    .replace(/[^\p{L}\p{N}\p{M}?!. ]+/gu, ' ')
    .split(/ +/)
    .map((word) => word.slice(0, LONGEST_WORD));
  return ` ${words.join(' ').trim()} `.replace(GREETING, '');
}
