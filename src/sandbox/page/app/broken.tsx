import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';

interface BrokenProps {
  /** What is shown here, as a sentence begins: `This person’s Slack`. */
  readonly what: string;
  readonly children: ComponentChildren;
}

/** When something within cannot be drawn, the rest of the page goes on, and here is said what to do. */
export function Broken({ what, children }: BrokenProps) {
  const [error, reset] = useErrorBoundary((caught: unknown) => console.error(caught));
  if (error === undefined) return <>{children}</>;
  return (
    <div class="broken" role="alert">
      <p>
        <strong>{what} could not be shown.</strong> Nothing was lost: everything is kept by the sandbox.
      </p>
      <div class="broken-buttons">
        <button type="button" class="button button-primary" onClick={reset}>
          Try again
        </button>
        <button type="button" class="button" onClick={() => location.reload()}>
          Load the page again
        </button>
      </div>
      <details>
        <summary>What happened</summary>
        <pre>{error instanceof Error ? error.message : String(error)}</pre>
      </details>
    </div>
  );
}
