import { useCallback } from 'preact/hooks';
import type { AdminActionInput } from '../../protocol.ts';
import { usePageScope } from './desk-context.ts';
import { Unreachable } from './unreachable.ts';

/**
 * Does things to Slack itself: its clock, its faults, its people. What goes wrong is announced.
 * @returns whether it was done
 */
export function useAdmin(): (action: AdminActionInput) => Promise<boolean> {
  const { desk, announcements } = usePageScope();
  return useCallback(
    async (action) => {
      try {
        await desk.admin(action);
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
    [desk, announcements],
  );
}
