import { isAppDm } from '../state/names.ts';
import { usePane } from '../state/pane-context.ts';
import { useAttempt } from '../state/use-attempt.ts';

export interface Opening {
  /** Why the last one did not open. */
  readonly problem: string | null;
  openDm(user: string): Promise<void>;
  openApp(): Promise<void>;
}

/** Opens conversations that may not be there yet. */
export function useOpen(): Opening {
  const { workspace, screen, go } = usePane();
  const { problem, attempt } = useAttempt();
  return {
    problem,
    openDm: async (user) => {
      const outcome = await attempt({ do: 'openDm', users: [user] });
      if (outcome?.result === 'done' && outcome.channel) go({ channel: outcome.channel });
    },
    openApp: async () => {
      const appDm = screen.conversations.find((each) => isAppDm(workspace, each));
      if (appDm) go({ channel: appDm.id });
      const outcome = await attempt({ do: 'openHome', tab: 'messages' });
      if (!appDm && outcome?.result === 'done' && outcome.channel) go({ channel: outcome.channel });
    },
  };
}
