import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FieldValue } from '../../protocol.ts';

/** What came of a click: `problem` is shown beside what was clicked. */
export interface ClickResult {
  readonly problem: string | null;
}

/** Where blocks are drawn (a message, a modal, the home tab), as their elements need it. */
export interface Surface {
  /** Is it a form, which is sent as a whole? Elsewhere an input block tells the app when it is changed. */
  readonly isForm: boolean;
  /** Is only the beginning of a long text shown at first? */
  readonly foldsText: boolean;
  /** What the element holds; undefined where nobody remembers it but the element itself (a message). */
  value(blockId: string, actionId: string): FieldValue | undefined;
  /** The error at the block since the last submit. */
  errorOf(blockId: string): string | null;
  /** Something was entered in the field of an input block. `enter`: the Enter key was pressed in it. */
  enter(blockId: string, value: FieldValue, enter?: boolean): void;
  /** A button was clicked, or something chosen, outside an input block. */
  click(blockId: string, actionId: string, value?: FieldValue): Promise<ClickResult>;
}

const Context = createContext<Surface | null>(null);
export const SurfaceProvider = Context.Provider;

export function useSurface(): Surface {
  const surface = useContext(Context);
  if (!surface) throw new Error('There is no surface around this element.');
  return surface;
}
