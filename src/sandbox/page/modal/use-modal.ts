import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Notice, ShownView } from '../../protocol.ts';
import { performClick } from '../blocks/perform-click.ts';
import type { Surface } from '../blocks/surface.ts';
import { useDeskState } from '../state/desk-context.ts';
import { usePane } from '../state/pane-context.ts';
import { Unreachable } from '../state/unreachable.ts';
import { createFieldEntry } from './field-entry.ts';

export interface ModalState {
  readonly surface: Surface;
  readonly submitting: boolean;
  /** What went wrong with the view as a whole, in Slack's words. */
  readonly problem: string | null;
  /** Something entered has not reached the sandbox, which is down. */
  readonly unsent: boolean;
  submit(): Promise<void>;
  /** Cancel; `all` closes the whole stack. */
  close(all: boolean): Promise<void>;
}

const unreachable = 'The sandbox is not reachable. What you typed is kept here; try again when it is back.';

/** A modal's life: what is entered, what is clicked, submitting and closing. */
export function useModal(view: ShownView, notice: Notice | undefined): ModalState {
  const pane = usePane();
  const { status } = useDeskState();
  const [, redraw] = useState({});
  const [submitting, setSubmitting] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [seenNotice, setSeenNotice] = useState(notice?.id ?? 0);

  const { act } = pane;
  const entry = useMemo(
    () =>
      createFieldEntry(
        (values, enter) => act({ do: 'fill', viewId: view.id, values, enter, typing: true }),
        () => redraw({}),
      ),
    [act, view.id],
  );
  useEffect(() => {
    if (status === 'live') entry.retry();
  }, [status, entry]);

  const guarded = async (work: () => Promise<void>) => {
    setFailure(null);
    setSeenNotice(notice?.id ?? 0);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      setFailure(unreachable);
    }
  };

  return {
    surface: {
      isForm: true,
      foldsText: false,
      value: (blockId, actionId) => entry.draft(blockId) ?? view.values[blockId]?.[actionId],
      errorOf: (blockId) => view.errors.find((each) => each.blockId === blockId)?.message ?? null,
      enter: (blockId, value, enter = false) => entry.enter(blockId, value, enter),
      click: async (blockId, actionId, value) => {
        await entry.settled().catch(() => undefined);
        return performClick(pane, { place: { in: 'view', viewId: view.id }, blockId, actionId, value });
      },
    },
    submitting,
    problem: failure ?? (notice && notice.id > seenNotice ? notice.text : null),
    unsent: entry.unsent() && status !== 'live',
    submit: async () => {
      if (submitting) return;
      setSubmitting(true);
      await guarded(async () => {
        await entry.settled();
        const outcome = await act({ do: 'submit', viewId: view.id });
        if (outcome.result === 'failed' || outcome.result === 'refused') {
          setFailure(outcome.text);
          pane.settleNotice(outcome);
        }
      });
      setSubmitting(false);
    },
    close: (all) => guarded(async () => void (await act({ do: 'close', all }))),
  };
}
