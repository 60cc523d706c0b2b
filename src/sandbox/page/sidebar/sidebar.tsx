import type { ShownConversation } from '../../protocol.ts';
import { HashIcon, LockIcon, PlusIcon } from '../icons.tsx';
import { Menu, type MenuItem } from '../menu/menu.tsx';
import { Avatar } from '../people/avatar.tsx';
import { conversationTitle, isAppDm, othersOf } from '../state/names.ts';
import { usePane } from '../state/pane-context.ts';
import { hasUnread, type Ping, type ReadUpTo } from '../state/unread.ts';
import { useAttempt } from '../state/use-attempt.ts';
import { SidebarItem } from './sidebar-item.tsx';

interface SidebarProps {
  readonly pings: readonly Ping[];
  readonly read: ReadUpTo;
}

const icons = { channel: <HashIcon />, private: <LockIcon /> } as const;

/** Channels, direct messages and the app, as this person has them. */
export function Sidebar({ pings, read }: SidebarProps) {
  const { workspace, screen, spot, go } = usePane();
  const { problem, attempt } = useAttempt();
  const me = screen.me.id;
  const byTitle = (a: ShownConversation, b: ShownConversation) =>
    conversationTitle(workspace, a, me).localeCompare(conversationTitle(workspace, b, me));
  const shown = screen.conversations.filter(
    (each) => each.member && (!each.archived || each.id === spot.channel),
  );
  const channels = shown.filter((each) => each.kind === 'channel' || each.kind === 'private').sort(byTitle);
  const direct = shown
    .filter((each) => (each.kind === 'dm' || each.kind === 'group') && !isAppDm(workspace, each))
    .sort(byTitle);
  const appDm = shown.find((each) => isAppDm(workspace, each));

  const item = (conversation: ShownConversation) => {
    const others = othersOf(conversation, me);
    const icon =
      conversation.kind === 'channel' || conversation.kind === 'private' ? (
        icons[conversation.kind]
      ) : others.length === 1 ? (
        <Avatar workspace={workspace} id={others[0] ?? ''} size="small" />
      ) : (
        <span class="group-size">{others.length}</span>
      );
    return (
      <SidebarItem
        key={conversation.id}
        channel={conversation.id}
        name={conversationTitle(workspace, conversation, me).replace(/^#/, '')}
        icon={icon}
        current={conversation.id === spot.channel}
        unread={hasUnread(conversation, me, read)}
        pings={pings.filter((ping) => ping.notification.channel === conversation.id).length}
        onOpen={() => go({ channel: conversation.id })}
      />
    );
  };
  const openDm = async (user: string) => {
    const outcome = await attempt({ do: 'openDm', users: [user] });
    if (outcome?.result === 'done' && outcome.channel) go({ channel: outcome.channel });
  };
  const openApp = async () => {
    if (appDm) go({ channel: appDm.id });
    const outcome = await attempt({ do: 'openHome', tab: 'messages' });
    if (!appDm && outcome?.result === 'done' && outcome.channel) go({ channel: outcome.channel });
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
    <nav class="sidebar" aria-label="Conversations">
      <div class="sidebar-heading">
        <h2>Channels</h2>
        <Menu label="More channels" class="icon-button" items={others} empty="There are no other channels.">
          <PlusIcon />
        </Menu>
      </div>
      <ul>{channels.map(item)}</ul>
      <div class="sidebar-heading">
        <h2>Direct messages</h2>
        <Menu label="New direct message" class="icon-button" items={people}>
          <PlusIcon />
        </Menu>
      </div>
      <ul>{direct.map(item)}</ul>
      <div class="sidebar-heading">
        <h2>Apps</h2>
      </div>
      <ul>
        <SidebarItem
          channel={appDm?.id ?? ''}
          name={workspace.bot.name}
          icon={<Avatar workspace={workspace} id={workspace.bot.userId} size="small" />}
          current={appDm !== undefined && appDm.id === spot.channel}
          unread={appDm !== undefined && hasUnread(appDm, me, read)}
          pings={pings.filter((ping) => ping.notification.channel === appDm?.id).length}
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
