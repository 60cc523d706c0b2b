import type { FieldValue, Outcome } from '../../protocol.ts';
import { Unreachable } from '../state/unreachable.ts';

export type FieldValues = Readonly<Record<string, FieldValue>>;

/** What is being entered in the fields of one view, by block id, until the sandbox has it. */
export interface FieldEntry {
  /** What the person entered and the sandbox may not show yet. */
  draft(blockId: string): FieldValue | undefined;
  enter(blockId: string, value: FieldValue, pressedEnter: boolean): void;
  /**
   * Resolves when everything entered so far has reached the sandbox.
   * @throws Unreachable when it is down; what was entered stays, and {@link FieldEntry.retry} sends it again
   */
  settled(): Promise<void>;
  /** Sends again what could not be sent. */
  retry(): void;
  /** Is there something that the sandbox does not have? */
  unsent(): boolean;
}

/**
 * Sends what is entered, one request at a time; what is entered meanwhile goes together in the next.
 * @param send enters values in the view; resolves when the person's screen is fresh
 * @param changed called whenever a draft comes or goes
 */
export function createFieldEntry(
  send: (values: FieldValues, pressedEnter: boolean) => Promise<Outcome>,
  changed: () => void,
): FieldEntry {
  const drafts = new Map<string, FieldValue>();
  const waiting = new Map<string, FieldValue>();
  let pressedEnter = false;
  let running: Promise<void> | null = null;

  const sendAll = async () => {
    while (waiting.size > 0) {
      const batch = new Map(waiting);
      const enter = pressedEnter;
      waiting.clear();
      pressedEnter = false;
      try {
        const outcome = await send(Object.fromEntries(batch), enter);
        if (outcome.result !== 'done') continue;
      } catch (error) {
        for (const [blockId, value] of batch) if (!waiting.has(blockId)) waiting.set(blockId, value);
        throw error;
      }
      for (const [blockId, value] of batch) {
        if (!waiting.has(blockId) && drafts.get(blockId) === value) drafts.delete(blockId);
      }
      changed();
    }
  };
  const start = () => {
    running ??= sendAll().finally(() => {
      running = null;
    });
    running.catch((error: unknown) => {
      if (!(error instanceof Unreachable)) console.error(error);
      changed();
    });
    return running;
  };

  return {
    draft: (blockId) => drafts.get(blockId),
    enter: (blockId, value, enter) => {
      drafts.set(blockId, value);
      waiting.set(blockId, value);
      pressedEnter ||= enter;
      changed();
      void start();
    },
    settled: async () => {
      if (running) await running;
      if (waiting.size > 0) await start();
    },
    retry: () => {
      if (waiting.size > 0) void start();
    },
    unsent: () => waiting.size > 0,
  };
}
