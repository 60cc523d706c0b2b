import type { Workspace } from '../../protocol.ts';
import { calledName } from '../clock/clock-moves.ts';
import { CloseIcon } from '../icons.tsx';
import { Avatar } from '../people/avatar.tsx';
import { personOf } from '../state/names.ts';
import { type Try, triesOf } from './tries.ts';

interface WelcomeProps {
  readonly workspace: Workspace;
  /** Whose Slack the lines are for. */
  readonly user: string;
  readonly onTry: (choice: Try) => void;
  readonly onClose: () => void;
}

/** What this page is, in one sentence, and three things to try. */
export function Welcome({ workspace, user, onTry, onClose }: WelcomeProps) {
  const person = personOf(workspace, user);
  const name = person ? calledName(person) : 'somebody';
  const app = workspace.bot.name;
  return (
    <aside class="welcome" aria-label="Things to try">
      <p class="welcome-words">
        <strong>This is a pretend Slack on your own computer, to try {app} in:</strong> three people, none of
        them real, and you play them all. Begin as {name}:
      </p>
      <ul class="tries">
        {triesOf(workspace).map((each) => (
          <li key={each.title}>
            <button type="button" class="try-button" onClick={() => onTry(each)}>
              <Avatar workspace={workspace} id={user} size="small" />
              <span class="try-words">
                <span class="try-title">{each.title}</span>
                <span class="try-line">{each.text}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="icon-button welcome-close"
        aria-label="Hide the things to try"
        title="Hide. The question mark above brings it back."
        onClick={onClose}
      >
        <CloseIcon />
      </button>
    </aside>
  );
}
