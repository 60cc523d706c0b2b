import type { PersonActionInput, ShownMessage } from '../../protocol.ts';
import { mentionName } from '../state/names.ts';
import { usePane } from '../state/pane-context.ts';
import { emojiCharacter } from '../text/emoji.ts';

interface ReactionsProps {
  readonly message: ShownMessage;
  readonly onAct: (action: PersonActionInput) => void;
}

/** The reactions under a message; a click adds or takes away one's own. */
export function Reactions({ message, onAct }: ReactionsProps) {
  const { workspace, screen } = usePane();
  if (message.reactions.length === 0) return null;
  const { channel, ts } = message;
  return (
    <div class="reactions">
      {message.reactions.map(({ name, users }) => {
        const mine = users.includes(screen.me.id);
        const who = users.map((id) => mentionName(workspace, id)).join(', ');
        return (
          <button
            key={name}
            type="button"
            class="reaction"
            aria-pressed={mine}
            title={`${who}: ${name.replaceAll('_', ' ')}`}
            onClick={() => onAct({ do: mine ? 'unreact' : 'react', channel, ts, name })}
          >
            <span aria-hidden="true">{emojiCharacter(name) ?? `:${name}:`}</span>
            <span class="visually-hidden">{name.replaceAll('_', ' ')}</span> {users.length}
          </button>
        );
      })}
    </div>
  );
}
