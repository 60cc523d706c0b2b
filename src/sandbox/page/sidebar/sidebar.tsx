import { useRef } from 'preact/hooks';
import type { ShownConversation } from '../../protocol.ts';
import { PlusIcon, SearchIcon } from '../icons.tsx';
import { Menu, type MenuItem } from '../menu/menu.tsx';
import { Avatar } from '../people/avatar.tsx';
import { useNow } from '../people/local-time.tsx';
import { presenceWords } from '../people/presence.ts';
import { useDeskState } from '../state/desk-context.ts';
import { conversationTitle, isAppDm, othersOf, personOf } from '../state/names.ts';
import { usePane } from '../state/pane-context.ts';
import { hasUnread, type Ping, type ReadUpTo } from '../state/unread.ts';
import { ConversationIcon } from './conversation-icon.tsx';
import { moveAlong } from './move-along.ts';
import { SidebarItem } from './sidebar-item.tsx';
import { SidebarSection } from './sidebar-section.tsx';
import { useOpen } from './use-open.ts';

interface SidebarProps {
  readonly pings: readonly Ping[];
  readonly read: ReadUpTo;
  /** Opens the quick switcher. */
  readonly onSwitch: () => void;
}

/** Channels, direct messages and the app, as this person has them. */
export function Sidebar({ pings, read, onSwitch }: SidebarProps) {
  const { workspace, screen, spot, go } = usePane();
  const { clockAhead } = useDeskState();
  const now = useNow(clockAhead);
  const root = useRef<HTMLElement>(null);
  const { problem, openDm, openApp } = useOpen();
  const me = screen.me.id;
  const byTitle = (a: ShownConversation, b: ShownConversation) =>
    conversationTitle(workspace, a, me).localeCompare(conversationTitle(workspace, b, me));
  const shown = screen.conversations.filter(
    (each) => each.member && (!each.archived || each.id === spot.channel),
  );
  const isChannel = (each: ShownConversation) => each.kind === 'channel' || each.kind === 'private';
  const channels = shown.filter(isChannel).sort(byTitle);
  const direct = shown.filter((each) => !isChannel(each) && !isAppDm(workspace, each)).sort(byTitle);
  const appDm = shown.find((each) => isAppDm(workspace, each));
  const pingsIn = (id: string | undefined) => pings.filter((ping) => ping.notification.channel === id).length;
  const isImportant = (each: ShownConversation) =>
    each.id === spot.channel || hasUnread(each, me, read) || pingsIn(each.id) > 0;

  const item = (conversation: ShownConversation) => {
    const others = othersOf(conversation, me);
    const other = conversation.kind === 'dm' ? personOf(workspace, others[0] ?? me) : undefined;
    return (
      <SidebarItem
        key={conversation.id}
        channel={conversation.id}
        name={conversationTitle(workspace, conversation, me).replace(/^#/, '')}
        state={other ? presenceWords(other, now) : ''}
        icon={<ConversationIcon workspace={workspace} conversation={conversation} me={me} now={now} />}
        current={conversation.id === spot.channel}
        unread={hasUnread(conversation, me, read)}
        pings={pingsIn(conversation.id)}
        onOpen={() => go({ channel: conversation.id })}
      />
    );
  };
  const others: MenuItem[] = screen.conversations
    .filter((each) => (each.kind === 'channel' && !each.member) || (each.archived && each.member))
    .map((each) => ({
      key: each.id,
      label: `#${each.name}`,
      detail: each.archived ? 'Archived' : 'Not joined',
      onSelect: () => go({ channel: each.id }),
    }));
  const people: MenuItem[] = workspace.people
    .filter((each) => each.id !== me && !each.isBot && !each.deleted)
    .map((each) => ({
      key: each.id,
      label: each.realName,
      detail: each.title,
      onSelect: () => void openDm(each.id),
    }));
  return (
    <nav
      ref={root}
      class="sidebar"
      aria-label={`Conversations of ${screen.me.realName}`}
      onKeyDown={(event) => root.current && moveAlong(root.current, event)}
    >
      <button type="button" class="sidebar-search" aria-keyshortcuts="Control+K Meta+K" onClick={onSwitch}>
        <SearchIcon />
        <span>Jump to …</span>
        <kbd>Ctrl K</kbd>
      </button>
      <SidebarSection
        title="Channels"
        owner={me}
        important={channels.filter(isImportant).map(item)}
        menu={
          <Menu label="More channels" class="icon-button" items={others} empty="There are no other channels.">
            <PlusIcon />
          </Menu>
        }
      >
        {channels.map(item)}
      </SidebarSection>
      <SidebarSection
        title="Direct messages"
        owner={me}
        important={direct.filter(isImportant).map(item)}
        menu={
          <Menu label="New direct message" class="icon-button" items={people}>
            <PlusIcon />
          </Menu>
        }
      >
        {direct.length === 0 ? (
          <li class="sidebar-empty">Nobody yet. The plus begins one.</li>
        ) : (
          direct.map(item)
        )}
      </SidebarSection>
      <div class="sidebar-heading">
        <h3>Apps</h3>
      </div>
      <ul>
        <SidebarItem
          channel={appDm?.id ?? ''}
          name={workspace.bot.name}
          icon={<Avatar workspace={workspace} id={workspace.bot.userId} size="small" />}
          current={appDm !== undefined && appDm.id === spot.channel}
          unread={appDm !== undefined && hasUnread(appDm, me, read)}
          pings={pingsIn(appDm?.id)}
          onOpen={() => void openApp()}
        />
      </ul>
      {problem === null ? null : (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </nav>
  );
}
