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

function focusOnLoad(dialog: HTMLElement, view: ShownView): void {
  const wanted = view.blocks.find((block) => {
    const { element } = block;
    return (
      typeof element === 'object' && element !== null && 'focus_on_load' in element && element.focus_on_load
    );
  });
  const within =
    wanted && dialog.querySelector<HTMLElement>(`[data-block-id="${CSS.escape(String(wanted.block_id))}"]`);
  const body = dialog.querySelector<HTMLElement>('.modal-body');
  const field = body?.querySelector<HTMLElement>('input, textarea, select');
  ((within && focusables(within)[0]) ?? field ?? dialog).focus();
}

/** One of an app's modals, private to its person. */
export function Modal({ view, below, notice }: ModalProps) {
  const dialog = useRef<HTMLDivElement>(null);
  const id = useId();
  const modal = useModal(view, notice);
  useFocusTrap(dialog);

  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && mayTakeFocus(element.closest('.pane'))) focusOnLoad(element, view);
  }, [view.id]);

  const firstError = view.errors[0]?.blockId;
  useEffect(() => {
    const element = dialog.current;
    if (!element || firstError === undefined || !mayTakeFocus(element.closest('.pane'))) return;
    const block = element.querySelector<HTMLElement>(`[data-block-id="${CSS.escape(firstError)}"]`);
    if (block) focusables(block)[0]?.focus();
  }, [firstError]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      void modal.close(false);
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && view.submit !== null) {
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
