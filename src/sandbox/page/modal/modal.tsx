import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Notice, ShownView } from '../../protocol.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { SurfaceProvider } from '../blocks/surface.ts';
import { focusables, mayTakeFocus, useFocusTrap } from '../dialogs/focus-trap.ts';
import { CloseIcon } from '../icons.tsx';
import { withEmoji } from '../text/with-emoji.ts';
import { useModal } from './use-modal.ts';

interface ModalProps {
  readonly view: ShownView;
  /** How many views are open below this one. */
  readonly below: number;
  readonly notice: Notice | undefined;
}

function wantsFocus(view: ShownView): string | null {
  const block = view.blocks.find(({ element }) => {
    return (
      typeof element === 'object' && element !== null && 'focus_on_load' in element && element.focus_on_load
    );
  });
  return typeof block?.block_id === 'string' ? block.block_id : null;
}

/** The field that asks for it; else the first one, unless that would scroll past what is to be read before. */
function focusOnLoad(dialog: HTMLElement, view: ShownView): void {
  const body = dialog.querySelector<HTMLElement>('.modal-body');
  const wanted = wantsFocus(view);
  const block =
    wanted === null ? null : dialog.querySelector<HTMLElement>(`[data-block-id="${CSS.escape(wanted)}"]`);
  const asked = block ? focusables(block)[0] : undefined;
  if (asked) {
    asked.focus();
    return;
  }
  const first = body?.querySelector<HTMLElement>('input, textarea, select');
  const visible =
    first && body && first.getBoundingClientRect().bottom <= body.getBoundingClientRect().bottom;
  (visible ? first : dialog).focus({ preventScroll: true });
}

/** One of an app's modals, private to its person. */
export function Modal({ view, below, notice }: ModalProps) {
  const dialog = useRef<HTMLDivElement>(null);
  const id = useId();
  const modal = useModal(view, notice);
  const { close } = modal;
  useFocusTrap(dialog);

  // Another form, be it in the same view, begins at its top.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.querySelector('.modal-body')?.scrollTo(0, 0);
    if (element && mayTakeFocus(element.closest('.pane'))) focusOnLoad(element, view);
  }, [view.id, view.callbackId]);

  const firstError = view.errors[0]?.blockId;
  useEffect(() => {
    const element = dialog.current;
    if (!element || modal.submitting || firstError === undefined) return;
    if (!mayTakeFocus(element.closest('.pane'))) return;
    const block = element.querySelector<HTMLElement>(`[data-block-id="${CSS.escape(firstError)}"]`);
    if (block) focusables(block)[0]?.focus();
  }, [firstError, modal.submitting]);

  // A click beside the dialog leaves the focus on the pane; its keys are the dialog's all the same.
  useEffect(() => {
    const pane = dialog.current?.closest('.pane');
    const onEscape = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key === 'Escape') void close(false);
    };
    pane?.addEventListener('keydown', onEscape);
    return () => pane?.removeEventListener('keydown', onEscape);
  }, [close]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && view.submit !== null) {
      event.preventDefault();
      void modal.submit();
    }
  };
  return (
    <div class={below > 0 ? 'overlay overlay-stacked' : 'overlay'}>
      <div
        ref={dialog}
        class="dialog modal"
        role="dialog"
        tabIndex={-1}
        aria-labelledby={`${id}-title`}
        aria-busy={modal.submitting}
        data-view-id={view.id}
        data-callback-id={view.callbackId}
        onKeyDown={onKeyDown}
      >
        <form
          class="modal-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (view.submit !== null) void modal.submit();
          }}
        >
          <header class="modal-header">
            <h2 id={`${id}-title`} class="modal-title">
              {withEmoji(view.title)}
            </h2>
            {below > 0 ? <span class="modal-depth">{`on top of ${below} more`}</span> : null}
            <button
              type="button"
              class="icon-button"
              aria-label="Close all"
              title="Close"
              onClick={() => void modal.close(true)}
            >
              <CloseIcon />
            </button>
          </header>
          <div class="modal-body">
            <SurfaceProvider value={modal.surface}>
              <Blocks blocks={view.blocks} />
            </SurfaceProvider>
          </div>
          <div class="modal-problem" role="alert">
            {modal.problem}
          </div>
          {modal.unsent ? (
            <p class="modal-unsent" role="status">
              The sandbox is not reachable. What you typed is kept here.
            </p>
          ) : null}
          <footer class="modal-footer">
            <button type="button" class="button" onClick={() => void modal.close(false)}>
              {withEmoji(view.close)}
            </button>
            {view.submit === null ? null : (
              <button type="submit" class="button button-primary" aria-busy={modal.submitting}>
                {modal.submitting ? <span class="spinner" aria-hidden="true" /> : null}
                {withEmoji(view.submit)}
              </button>
            )}
          </footer>
        </form>
      </div>
    </div>
  );
}
