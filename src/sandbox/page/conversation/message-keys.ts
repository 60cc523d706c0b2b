/** What a letter does with the message that has the focus, as in Slack: the button of that name is pressed. */
const letters: Readonly<Record<string, string>> = {
  t: 'Reply in thread',
  r: 'React',
  m: 'More actions',
};

/**
 * The keys of a list of messages: arrows, Home and End go from message to message, letters do something with it.
 * @param list has the messages as articles
 * @returns whether it took the key
 */
export function pressMessageKey(list: HTMLElement, event: KeyboardEvent): boolean {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (target !== list && target.tagName !== 'ARTICLE') return false;
  const articles = [...list.querySelectorAll<HTMLElement>('article')];
  const last = articles.length - 1;
  const here = articles.indexOf(target);
  const places: Readonly<Record<string, number>> = {
    ArrowUp: here < 0 ? last : Math.max(0, here - 1),
    ArrowDown: here < 0 ? last : Math.min(last, here + 1),
    Home: 0,
    End: last,
  };
  const next = articles[places[key] ?? -1];
  if (next) {
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
    return true;
  }
  const button = target.querySelector<HTMLElement>(`.message-tools [aria-label="${letters[key] ?? ''}"]`);
  button?.click();
  return button !== null;
}
