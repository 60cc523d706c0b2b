/**
 * A small notation for the words of a cue, so that they can be read and changed without regular expressions.
 *
 * Alternatives stand apart by white space, each found only as whole words. Within one: `_` is the space between words,
 * `(a|b)` a choice, `<2>` up to two words of any kind within the sentence, `*` any ending, `#` a digit, `[?]` a question
 * mark, and `{list}` a choice from a named list (`{fillers}_`: up to four of them).
 */
export type CueWords = Readonly<Record<string, string>>;

/** Words are at most 24 long after normalising, so every pattern takes time linear in the text. */
const ANY_WORD = '[^ .?!]{1,24}';

/** Compiles words into one pattern over normalised text. `lists` are the named lists. */
export function phrasePattern(words: string, lists: CueWords = {}): RegExp {
  return new RegExp(` (?:${alternatives(words, lists)})(?= )`, 'u');
}

/** Compiles words into one pattern that looks for them anywhere, for languages that write without spaces. */
export function piecePattern(words: string): RegExp {
  return new RegExp(words.trim().split(/\s+/).join('|'), 'u');
}

/** The same, as the inside of a larger pattern. */
export function alternatives(words: string, lists: CueWords = {}): string {
  return words
    .trim()
    .split(/\s+/)
    .map((phrase) => expand(phrase, lists))
    .join('|');
}

function expand(phrase: string, lists: CueWords): string {
  return phrase
    .replaceAll('(', '(?:')
    .replaceAll('*', '[^ .?!]{0,16}')
    .replaceAll('#', '[0-9]')
    .replace(/<(\d)>/g, (_gap, most: string) => `(?:${ANY_WORD} ){0,${most}}`)
    .replaceAll('{fillers}_', () => `(?:(?:${alternatives(lists.fillers ?? '')}) ){0,4}`)
    .replace(/\{([a-z]+)\}/gi, (_list, name: string) => `(?:${alternatives(lists[name] ?? '')})`)
    .replaceAll('_', ' ');
}
