import { useCallback, useState } from 'preact/hooks';
import type { ShownMessage } from '../../protocol.ts';
import { usePane } from '../state/pane-context.ts';
import { isQuietLine } from './threads.ts';

export interface Editing {
  /** The ts of the message that is being changed. */
  readonly editing: string | null;
  onEditing(ts: string | null): void;
  /** Begins with the newest of one's own, when there is one. */
  editLast(): void;
}

/**
 * Which of these messages is being changed. Afterwards the focus goes back to the composer.
 * @param root holds the composer
 */
export function useEditing(messages: readonly ShownMessage[], root: () => HTMLElement | null): Editing {
  const { screen } = usePane();
  const [editing, setEditing] = useState<string | null>(null);
  const onEditing = useCallback(
    (ts: string | null) => {
      setEditing(ts);
      if (ts === null) root()?.querySelector<HTMLElement>('.composer textarea')?.focus();
    },
    [root],
  );
  const last = messages.findLast(
    (each) =>
      each.user === screen.me.id && !each.ephemeral && !isQuietLine(each) && each.subtype !== 'tombstone',
  );
  return { editing, onEditing, editLast: () => last && onEditing(last.ts) };
}
