import { keep, keptStrings } from './kept.ts';
import type { Store } from './use-store.ts';

/** Texts under keys, kept in the browser. */
export interface KeyedTexts extends Store<Readonly<Record<string, string>>> {
  /** An empty text forgets the key. */
  set(key: string, text: string): void;
}

/**
 * @param kind how long they are kept
 * @param name under which name
 */
export function createKeyedTexts(kind: 'session' | 'local', name: string): KeyedTexts {
  let texts: Readonly<Record<string, string>> = keptStrings(kind, name);
  const listeners = new Set<() => void>();
  return {
    state: () => texts,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (key, text) => {
      if ((texts[key] ?? '') === text) return;
      const { [key]: _, ...rest } = texts;
      texts = text === '' ? rest : { ...rest, [key]: text };
      keep(kind, name, texts);
      for (const listener of listeners) listener();
    },
  };
}

/** The key of what is being written at one place by one person. */
export function draftKey(user: string, channel: string, threadTs: string | null): string {
  return [user, channel, threadTs ?? ''].join('/');
}
