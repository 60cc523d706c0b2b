import { useEffect, useState } from 'preact/hooks';

/** Something that changes and says so. */
export interface Store<T> {
  state(): T;
  /** @returns how to stop listening */
  subscribe(listener: () => void): () => void;
}

/** The store's state, drawn again whenever it changes. */
export function useStore<T>(store: Store<T>): T {
  const [state, setState] = useState(() => store.state());
  useEffect(() => {
    setState(() => store.state());
    return store.subscribe(() => setState(() => store.state()));
  }, [store]);
  return state;
}
