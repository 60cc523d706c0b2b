import { useState } from 'preact/hooks';
import type { Workspace } from '../../protocol.ts';
import { TrafficDrawer } from '../traffic/traffic-drawer.tsx';

/** One sentence on what this page is, whether the app is there, and the way to what goes over the wire. */
export function TopBar({ workspace }: { readonly workspace: Workspace | null }) {
  const [traffic, setTraffic] = useState(false);
  const app = workspace?.bot.name ?? 'the app';
  return (
    <header class="top-bar">
      <h1>Sandbox</h1>
      <p class="top-sentence">
        A pretend Slack on your own computer: three people side by side, with {app} as their app. Nobody here
        is real.
      </p>
      {workspace ? (
        <span class={workspace.connections > 0 ? 'app-state' : 'app-state app-away'} role="status">
          {workspace.connections > 0 ? `${app} is connected` : `${app} is not connected`}
        </span>
      ) : null}
      <button
        type="button"
        class="button button-small"
        aria-expanded={traffic}
        onClick={() => setTraffic(!traffic)}
      >
        Traffic
      </button>
      {traffic ? <TrafficDrawer onClose={() => setTraffic(false)} /> : null}
    </header>
  );
}
