import { useEffect, useState } from 'preact/hooks';
import type { Workspace } from '../../protocol.ts';
import { useDeskState } from '../state/desk-context.ts';

/** So long an app may need to start before it is called missing. */
const patience = 3_000;

/** Is the app away, for longer than it takes to start or to come back? */
function useAway(workspace: Workspace | null): boolean {
  const without = workspace !== null && workspace.connections === 0;
  const [away, setAway] = useState(false);
  useEffect(() => {
    if (!without) {
      setAway(false);
      return;
    }
    const timer = setTimeout(() => setAway(true), patience);
    return () => clearTimeout(timer);
  }, [without]);
  return without && away;
}

/** Says calmly what is missing, the sandbox or the app, and what to do about it. */
export function NoticeLine() {
  const { status, workspace } = useDeskState();
  const away = useAway(workspace);
  const app = workspace?.bot.name ?? 'The app';
  return (
    <div class="notice-place" role="status">
      {status === 'reconnecting' ? (
        <p class="notice-line">
          <span class="spinner" aria-hidden="true" />
          <span>
            Reconnecting to the sandbox. What you typed stays here. If this stays, look at the terminal where
            it runs; <code>npm start</code> brings it back.
          </span>
        </p>
      ) : away ? (
        <p class="notice-line">
          <span class="notice-mark" aria-hidden="true">
            !
          </span>
          <span>
            <strong>{app} is not connected.</strong> People can still write to each other, but nothing
            answers. If this stays, look at the terminal where {app} runs, and start it again.
          </span>
        </p>
      ) : null}
    </div>
  );
}
