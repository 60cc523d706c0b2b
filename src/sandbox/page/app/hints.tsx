import { useState } from 'preact/hooks';
import type { Workspace } from '../../protocol.ts';
import { CloseIcon, DotsIcon } from '../icons.tsx';
import { keep, kept } from '../state/kept.ts';

interface HintsProps {
  readonly workspace: Workspace;
  /** Puts a text into the first person's composer, unsent. */
  readonly onTry: (text: string) => void;
}

const panic = 'oh no. i think i just deleted the production users table. am i going to be fired?';

/** Three things to try, until they are put away. */
export function Hints({ workspace, onTry }: HintsProps) {
  const [away, setAway] = useState(() => kept('local', 'hints-away') === true);
  if (away) return null;
  const command = workspace.commands[0]?.command;
  const shortcut = workspace.shortcuts.find((each) => each.type === 'message')?.name;
  const line = `${command} i dropped the users table`;
  return (
    <aside class="hints" aria-label="Things to try">
      <strong>Try</strong>
      <ol>
        {command === undefined ? null : (
          <li>
            a command:{' '}
            <button type="button" class="try-button" onClick={() => onTry(line)}>
              {line}
            </button>
          </li>
        )}
        <li>
          a message in a channel:{' '}
          <button type="button" class="try-button" onClick={() => onTry(panic)}>
            {panic}
          </button>
        </li>
        {shortcut === undefined ? null : (
          <li>
            <em>{shortcut}</em> in the menu <DotsIcon />
            <span class="visually-hidden">“More actions”</span> of a message
          </li>
        )}
      </ol>
      <button
        type="button"
        class="icon-button"
        aria-label="Hide the hints"
        title="Hide"
        onClick={() => {
          keep('local', 'hints-away', true);
          setAway(true);
        }}
      >
        <CloseIcon />
      </button>
    </aside>
  );
}
