import { useDeskState } from '../state/desk-context.ts';
import { useAppPresence } from './use-app-presence.ts';

/** Says calmly what is missing, the sandbox or the app, and what to do about it. */
export function NoticeLine() {
  const { status, workspace } = useDeskState();
  const away = useAppPresence(workspace?.connections ?? 1) === 'away';
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
