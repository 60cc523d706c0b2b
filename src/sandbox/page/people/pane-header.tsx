import type { Workspace } from '../../protocol.ts';
import { personOf } from '../state/names.ts';
import { Avatar } from './avatar.tsx';
import { LocalTime } from './local-time.tsx';

interface PaneHeaderProps {
  readonly workspace: Workspace;
  readonly user: string;
  readonly clockAhead: number;
  readonly onChoose: (user: string) => void;
}

/** Whose Slack this is, what time it is there, and a way to choose somebody else. */
export function PaneHeader({ workspace, user, clockAhead, onChoose }: PaneHeaderProps) {
  const person = personOf(workspace, user);
  const people = workspace.people.filter((each) => !each.isBot && !each.deleted);
  return (
    <header class="pane-header">
      <Avatar workspace={workspace} id={user} size="large" />
      <div class="pane-who">
        <select
          class="person-select"
          aria-label="Person in this pane"
          value={user}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          {people.map((each) => (
            <option key={each.id} value={each.id}>
              {each.realName}
            </option>
          ))}
        </select>
        <span class="pane-about">
          {person ? <LocalTime person={person} ahead={clockAhead} /> : null}
          {person?.title ? ` · ${person.title}` : ''}
        </span>
      </div>
    </header>
  );
}
