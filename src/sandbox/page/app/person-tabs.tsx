import type { Workspace } from '../../protocol.ts';
import { Avatar } from '../people/avatar.tsx';
import { useDeskState, usePageScope } from '../state/desk-context.ts';
import { mentionName } from '../state/names.ts';
import { readKey, unreadPings } from '../state/unread.ts';
import { useStore } from '../state/use-store.ts';

interface PersonTabsProps {
  readonly workspace: Workspace;
  readonly people: readonly string[];
  readonly active: number;
  readonly onChoose: (index: number) => void;
}

/** On a narrow screen: whose Slack is in front, and how much waits for the others. */
export function PersonTabs({ workspace, people, active, onChoose }: PersonTabsProps) {
  const { screens } = useDeskState();
  const marks = useStore(usePageScope().lastRead);
  return (
    <div class="person-tabs" role="tablist" aria-label="People">
      {people.map((user, index) => {
        const screen = screens[user];
        const pings = screen
          ? unreadPings(screen, (channel, threadTs) => marks[readKey(user, channel, threadTs)] ?? '').length
          : 0;
        return (
          <button
            key={user}
            type="button"
            role="tab"
            aria-selected={index === active}
            class="person-tab"
            onClick={() => onChoose(index)}
          >
            <Avatar workspace={workspace} id={user} size="small" />
            {mentionName(workspace, user)}
            {pings > 0 ? (
              <span class="ping-count">
                {pings}
                <span class="visually-hidden"> new</span>
              </span>
            ) : null}
          </button>
        );
      })}
    </div>
  );
}
