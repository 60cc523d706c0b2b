import type { Screen, Workspace } from '../../protocol.ts';
import { Avatar } from '../people/avatar.tsx';
import { useNow } from '../people/local-time.tsx';
import { PresenceMark } from '../people/presence-mark.tsx';
import { useDeskState, usePageScope } from '../state/desk-context.ts';
import { mentionName, personOf } from '../state/names.ts';
import { readKey, unreadPings } from '../state/unread.ts';
import { useStore } from '../state/use-store.ts';

interface PersonTabsProps {
  readonly workspace: Workspace;
  readonly people: readonly string[];
  readonly active: number;
  readonly onChoose: (index: number) => void;
}

/** Left and Right go from tab to tab, as the pattern has it. https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
function neighbour(key: string, index: number, count: number): number | undefined {
  const targets: Readonly<Record<string, number>> = {
    ArrowRight: (index + 1) % count,
    ArrowLeft: (index + count - 1) % count,
    Home: 0,
    End: count - 1,
  };
  return targets[key];
}

/** On a narrow screen: whose Slack is in front, and how much waits for the others. */
export function PersonTabs({ workspace, people, active, onChoose }: PersonTabsProps) {
  const { screens, clockAhead } = useDeskState();
  const marks = useStore(usePageScope().lastRead);
  const now = useNow(clockAhead);
  const pingsOf = (screen: Screen | undefined, user: string) =>
    screen
      ? unreadPings(screen, (channel, threadTs) => marks[readKey(user, channel, threadTs)] ?? '').length
      : 0;
  return (
    <div class="person-tabs" role="tablist" aria-label="People">
      {people.map((user, index) => {
        const person = personOf(workspace, user);
        const pings = pingsOf(screens[user], user);
        return (
          <button
            key={user}
            type="button"
            role="tab"
            aria-selected={index === active}
            tabIndex={index === active ? 0 : -1}
            class="person-tab"
            onClick={() => onChoose(index)}
            onKeyDown={(event) => {
              const next = neighbour(event.key, index, people.length);
              if (next === undefined) return;
              event.preventDefault();
              onChoose(next);
              const tabs = event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[role="tab"]');
              tabs?.[next]?.focus();
            }}
          >
            <span class="person-picture">
              <Avatar workspace={workspace} id={user} size="small" />
              {person ? <PresenceMark person={person} now={now} /> : null}
            </span>
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
