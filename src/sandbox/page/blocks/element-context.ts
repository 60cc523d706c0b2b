import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** The block around an element. */
export interface ElementScope {
  readonly blockId: string;
  /** Part of a form, as against something that tells the app at once. */
  readonly isInput: boolean;
  /** Part of a form, and yet the app is told when it changes (`dispatch_action`). */
  readonly dispatches: boolean;
  /** The id that the block's label names. */
  readonly controlId: string;
  /** Ids of the hint and the error. */
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

const Context = createContext<ElementScope | null>(null);
export const ElementScopeProvider = Context.Provider;

export function useElement(): ElementScope {
  const scope = useContext(Context);
  if (!scope) throw new Error('There is no block around this element.');
  return scope;
}
