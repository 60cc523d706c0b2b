import { useEffect, useRef } from 'preact/hooks';
import { mayTakeFocus } from '../dialogs/focus-trap.ts';
import { usePane } from '../state/pane-context.ts';
import { Modal } from './modal.tsx';

/** The visible modal of this person; when the last one closes, the focus goes back to where it was. */
export function ModalStack({ paneRoot }: { readonly paneRoot: () => HTMLElement | null }) {
  const { screen } = usePane();
  const view = screen.stack.at(-1);
  const open = view !== undefined;
  const before = useRef<Element | null>(null);

  if (open && before.current === null) before.current = document.activeElement;
  useEffect(() => {
    if (open) return;
    const target = before.current;
    before.current = null;
    const pane = paneRoot();
    if (target === null || !pane || !mayTakeFocus(pane)) return;
    const usable = target instanceof HTMLElement && target.isConnected && pane.contains(target);
    (usable ? target : pane.querySelector<HTMLElement>('.composer textarea'))?.focus();
  }, [open, paneRoot]);

  if (!view) return null;
  const notice = screen.notices.findLast((each) => each.viewId === view.id);
  return <Modal key={view.id} view={view} below={screen.stack.length - 1} notice={notice} />;
}
