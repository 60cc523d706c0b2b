/**
 * Cutting text to a limit without breaking what a reader sees as one character. Slack counts characters; UTF-16 units
 * are counted here, which are never fewer, so that a cut text always passes.
 */

export const ELLIPSIS = '…';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Cuts plain text to `limit` UTF-16 units, the ellipsis included. Cuts between graphemes; a single grapheme longer than
 * the whole limit (a letter under ten thousand accents) is cut between code points. Refuses nothing; a limit below 1 gives ''.
 */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit < ELLIPSIS.length) return '';
  const kept = takeGraphemes(text, limit - ELLIPSIS.length);
  return `${kept.trimEnd()}${ELLIPSIS}`;
}

/**
 * The longest start of `text`, in whole graphemes, of at most `limit` units once each grapheme is written as `write`
 * says (an escaped `<` takes four). Gives the written form.
 */
export function takeGraphemes(text: string, limit: number, write: (part: string) => string = same): string {
  // More units than `limit` can never be taken, and segmenting is the costly part. One more shows where to cut.
  const window = text.slice(0, Math.max(0, limit) + 1);
  let taken = '';
  for (const { segment, index } of graphemes.segment(window)) {
    const isLast = index + segment.length === window.length;
    if (isLast && window.length < text.length)
      return taken === '' ? takeCodePoints(segment, limit, write) : taken;
    const written = write(segment);
    if (taken.length + written.length > limit)
      return taken === '' ? takeCodePoints(segment, limit, write) : taken;
    taken += written;
  }
  return taken;
}

function takeCodePoints(text: string, limit: number, write: (part: string) => string): string {
  let taken = '';
  for (const codePoint of text) {
    const written = write(codePoint);
    if (taken.length + written.length > limit) break;
    taken += written;
  }
  return taken;
}

const same = (part: string): string => part;
