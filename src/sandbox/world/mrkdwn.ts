/** Slack's text markup. https://docs.slack.dev/messaging/formatting-message-text */

/** Escapes the three characters that carry markup. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const markup = /<(?:[@#!][^<>\s]+[^<>]*|(?:https?:\/\/|mailto:|tel:)[^<>]+)>/g;

/** Text as Slack keeps what an app sends: real markup stays, every other `& < >` is escaped. */
export function normalizeAppText(text: string): string {
  let result = '';
  let from = 0;
  for (const match of text.matchAll(markup)) {
    result += escapeLoose(text.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return result + escapeLoose(text.slice(from));
}

function escapeLoose(text: string): string {
  return text
    .replace(/&(?!amp;|lt;|gt;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
