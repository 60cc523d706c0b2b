/** The browser's storage, which may be switched off: then things are kept until the page is left. */
function storage(kind: 'session' | 'local'): Storage | null {
  try {
    return kind === 'session' ? window.sessionStorage : window.localStorage;
  } catch {
    return null;
  }
}

/** Reads what {@link keep} kept. @returns null when there is nothing, or nothing readable */
export function kept(kind: 'session' | 'local', key: string): unknown {
  try {
    return JSON.parse(storage(kind)?.getItem(`sandbox:${key}`) ?? 'null');
  } catch {
    return null;
  }
}

/** Keeps a JSON value: for this tab (`session`), or until it is cleared (`local`). */
export function keep(kind: 'session' | 'local', key: string, value: unknown): void {
  try {
    storage(kind)?.setItem(`sandbox:${key}`, JSON.stringify(value));
  } catch {
    // Full or forbidden: it stays in memory, which is all that was promised.
  }
}

/** What {@link kept} gave, when it is an object of strings; an empty one otherwise. */
export function keptStrings(kind: 'session' | 'local', key: string): Record<string, string> {
  const value = kept(kind, key);
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, each]) => typeof each === 'string'));
}
