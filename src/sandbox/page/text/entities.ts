/**
 * Turns Slack's three escapes back into the characters people typed. Slack knows no others.
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function unescapeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
