import type { PersonActionInput, ShownMessage } from '../../protocol.ts';
import { EmojiPicker } from '../emoji/emoji-picker.tsx';
import { ReactIcon } from '../icons.tsx';
import { mentionName } from '../state/names.ts';
import { usePane } from '../state/pane-context.ts';
import { emojiCharacter, emojiSpoken } from '../text/emoji.ts';

interface ReactionsProps {
  readonly message: ShownMessage;
  readonly onAct: (action: PersonActionInput) => void;
}

function together(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The reactions under a message; a click adds or takes away one's own. */
export function Reactions({ message, onAct }: ReactionsProps) {
  const { workspace, screen } = usePane();
  if (message.reactions.length === 0) return null;
  const { channel, ts } = message;
  const me = screen.me.id;
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that belong together, not a form's fieldset
    <div class="reactions" role="group" aria-label="Reactions">
      {message.reactions.map(({ name, users }) => {
        const mine = users.includes(me);
        const character = emojiCharacter(name);
        const who = together(users.map((id) => (id === me ? 'you' : mentionName(workspace, id))));
        return (
          <button
            key={name}
            type="button"
            class="reaction"
            aria-pressed={mine}
            title={`${who.charAt(0).toUpperCase()}${who.slice(1)} reacted with :${name}:`}
            onClick={() => onAct({ do: mine ? 'unreact' : 'react', channel, ts, name })}
          >
            {character === null ? (
              <span aria-hidden="true">{`:${name}:`}</span>
            ) : (
              <span class="emoji" aria-hidden="true">
                {character}
              </span>
            )}
            <span class="visually-hidden">{emojiSpoken(name)}</span>
            <span class="reaction-count">{users.length}</span>
          </button>
        );
      })}
      <EmojiPicker
        label="Add a reaction"
        class="reaction reaction-add"
        onPick={(name) => onAct({ do: 'react', channel, ts, name })}
      >
        <ReactIcon />
      </EmojiPicker>
    </div>
  );
}
