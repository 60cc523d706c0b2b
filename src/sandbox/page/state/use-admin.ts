import { useCallback } from 'preact/hooks';
import type { AdminActionInput } from '../../protocol.ts';
import { usePageScope } from './desk-context.ts';
import { Unreachable } from './unreachable.ts';

/**
 * Does something whose failure has no place of its own on the page: it is announced.
 * @returns whether it was done
 */
export function useTelling(): (work: () => Promise<unknown>) => Promise<boolean> {
  const { announcements } = usePageScope();
  return useCallback(
    async (work) => {
      try {
        await work();
        return true;
      } catch (error) {
        const text =
          error instanceof Unreachable
            ? 'The sandbox is not reachable. Nothing was changed; try again when it is back.'
            : `That did not work: ${error instanceof Error ? error.message : 'the sandbox refused it.'}`;
        announcements.say({ text, tone: 'problem' });
        return false;
      }
    },
    [announcements],
  );
}

/**
 * Does things to Slack itself: its clock, its faults.
 * @returns whether it was done; if not, that was announced
 */
export function useAdmin(): (action: AdminActionInput) => Promise<boolean> {
  const { desk } = usePageScope();
  const tell = useTelling();
  return useCallback((action) => tell(() => desk.admin(action)), [desk, tell]);
}
