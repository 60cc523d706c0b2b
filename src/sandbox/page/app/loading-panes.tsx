import { useDeskState } from '../state/desk-context.ts';

/** Where the panes will be, while the sandbox is still being reached. */
export function LoadingPanes({ slow }: { readonly slow: boolean }) {
  const { status } = useDeskState();
  return (
    <main class="panes panes-loading">
      <p class="loading-words" role="status">
        <span class="spinner" aria-hidden="true" />
        {slow && status !== 'live'
          ? 'The sandbox does not answer yet. It is tried again by itself; npm start brings it back.'
          : 'Connecting to the sandbox …'}
      </p>
      {[0, 1, 2].map((each) => (
        <div key={each} class="pane pane-ghost" aria-hidden="true">
          <div class="ghost-header" />
          <div class="ghost-body">
            <span />
            <span />
            <span />
          </div>
        </div>
      ))}
    </main>
  );
}
