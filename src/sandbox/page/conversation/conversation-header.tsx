import type { ShownConversation } from '../../protocol.ts';
import { MenuIcon } from '../icons.tsx';
import { conversationTitle, isAppDm } from '../state/names.ts';
import { usePane } from '../state/pane-context.ts';

interface ConversationHeaderProps {
  readonly conversation: ShownConversation;
  readonly onMenu: () => void;
}

/** The conversation's name and topic; of the app's, the tabs of its home. */
export function ConversationHeader({ conversation, onMenu }: ConversationHeaderProps) {
  const { workspace, screen, spot, go } = usePane();
  const app = isAppDm(workspace, conversation);
  const direct = conversation.kind === 'dm' || conversation.kind === 'group';
  const notes = [
    conversation.kind === 'private' ? 'Private' : '',
    conversation.shared ? 'Shared with another organisation' : '',
    conversation.archived ? 'Archived' : '',
    conversation.topic,
    direct ? '' : `${conversation.members.length} members`,
  ];
  return (
    <header class="conversation-header">
      <button type="button" class="icon-button sidebar-toggle" aria-label="Conversations" onClick={onMenu}>
        <MenuIcon />
      </button>
      <div class="conversation-title">
        <h2>{conversationTitle(workspace, conversation, screen.me.id)}</h2>
        <p title={notes.filter(Boolean).join(' · ')}>{notes.filter(Boolean).join(' · ')}</p>
      </div>
      {app ? (
        <div class="app-tabs" role="tablist" aria-label={workspace.bot.name}>
          {[true, false].map((home) => (
            <button
              key={String(home)}
              type="button"
              role="tab"
              aria-selected={spot.home === home}
              onClick={() => go({ channel: conversation.id, home })}
            >
              {home ? 'Home' : 'Messages'}
            </button>
          ))}
        </div>
      ) : null}
    </header>
  );
}
