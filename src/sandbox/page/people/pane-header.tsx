import type { Workspace } from '../../protocol.ts';
import { personOf } from '../state/names.ts';
import { PersonMenu } from './person-menu.tsx';

interface PaneHeaderProps {
  readonly workspace: Workspace;
  readonly user: string;
  readonly clockAhead: number;
  readonly onChoose: (user: string) => void;
}

/** Whose Slack this is, what time it is there, and how they can be reached. */
export function PaneHeader({ workspace, user, clockAhead, onChoose }: PaneHeaderProps) {
  const person = personOf(workspace, user);
  return (
    <header class="pane-header">
      <h2 class="visually-hidden">{person?.realName ?? user}</h2>
      {person ? (
        <PersonMenu workspace={workspace} person={person} clockAhead={clockAhead} onChoose={onChoose} />
      ) : null}
    </header>
  );
}
