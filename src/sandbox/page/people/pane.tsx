import type { Screen, Workspace } from '../../protocol.ts';
import { Broken } from '../app/broken.tsx';
import { useDeskState } from '../state/desk-context.ts';
import { PaneHeader } from './pane-header.tsx';
import { PersonClient } from './person-client.tsx';

interface PaneProps {
  readonly user: string;
  readonly workspace: Workspace;
  /** False when another person's tab is in front. */
  readonly visible: boolean;
  readonly onChoose: (user: string) => void;
}

/** One person at their Slack. */
export function Pane({ user, workspace, visible, onChoose }: PaneProps) {
  const { screens, clockAhead } = useDeskState();
  const screen: Screen | undefined = screens[user];
  const name = workspace.people.find((each) => each.id === user)?.realName ?? user;
  return (
    <section class="pane" aria-label={`${name}’s Slack`} data-person={user} hidden={!visible} tabIndex={-1}>
      <PaneHeader workspace={workspace} user={user} clockAhead={clockAhead} onChoose={onChoose} />
      {screen ? (
        <Broken what={`${name}’s Slack`}>
          <PersonClient screen={screen} workspace={workspace} visible={visible} />
        </Broken>
      ) : (
        <p class="empty-note" role="status">
          <span class="spinner" aria-hidden="true" /> Loading …
        </p>
      )}
    </section>
  );
}
