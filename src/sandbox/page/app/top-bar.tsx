import type { RefObject } from 'preact';
import type { Workspace } from '../../protocol.ts';
import { ClockMenu } from '../clock/clock-menu.tsx';
import { FaultsButton } from '../faults/faults-button.tsx';
import { HelpIcon, TrafficIcon } from '../icons.tsx';
import { ThemeMenu } from './theme-menu.tsx';
import { useAppPresence } from './use-app-presence.ts';

interface TopBarProps {
  readonly workspace: Workspace;
  /** Who is in the panes. */
  readonly people: readonly string[];
  readonly traffic: boolean;
  readonly onTraffic: () => void;
  readonly trafficButton: RefObject<HTMLButtonElement | null>;
  readonly welcomeButton: RefObject<HTMLButtonElement | null>;
  readonly welcome: boolean;
  readonly onWelcome: () => void;
}

const presenceWords = { there: 'is connected', coming: 'is connecting …', away: 'is not connected' } as const;

/** What this page is, whether the app is there, and what can be done to this Slack as a whole. */
export function TopBar({ workspace, people, ...rest }: TopBarProps) {
  const app = workspace.bot.name;
  const presence = useAppPresence(workspace.connections);
  return (
    <header class="top-bar">
      <svg class="brand-mark" viewBox="0 0 16 16" width="22" height="22" aria-hidden="true">
        <rect width="16" height="16" rx="4" />
        <circle cx="8" cy="8" r="3.4" />
      </svg>
      <div class="brand">
        <h1>Sandbox</h1>
        <p>A pretend Slack</p>
      </div>
      <p class={`app-state app-${presence}`} role="status">
        {app} {presenceWords[presence]}
      </p>
      <span class="top-space" />
      <div class="tools">
        <ClockMenu workspace={workspace} people={people} />
        <FaultsButton workspace={workspace} />
        <button
          ref={rest.trafficButton}
          type="button"
          class="tool-button"
          aria-label="Traffic"
          title="Traffic: what Slack and the app tell each other"
          aria-pressed={rest.traffic}
          onClick={rest.onTraffic}
        >
          <TrafficIcon />
          <span class="tool-words">Traffic</span>
        </button>
      </div>
      <div class="top-ends">
        <button
          ref={rest.welcomeButton}
          type="button"
          class="icon-button"
          aria-label="Things to try"
          title="Things to try"
          aria-pressed={rest.welcome}
          onClick={rest.onWelcome}
        >
          <HelpIcon />
        </button>
        <ThemeMenu />
      </div>
    </header>
  );
}
