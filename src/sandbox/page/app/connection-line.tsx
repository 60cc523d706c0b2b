import { useDeskState } from '../state/desk-context.ts';

/** Says calmly that the sandbox is away, and what that means for what is being typed. */
export function ConnectionLine() {
  const { status } = useDeskState();
  return (
    <div class="connection-place" role="status">
      {status === 'reconnecting' ? (
        <p class="connection-line">
          <span class="spinner" aria-hidden="true" /> Reconnecting to the sandbox. What you typed stays here.
        </p>
      ) : null}
    </div>
  );
}
