import { useEffect } from 'preact/hooks';
import type { Workspace } from '../../protocol.ts';
import { Pane } from '../people/pane.tsx';
import { usePageScope } from '../state/desk-context.ts';
import { draftKey } from '../state/keyed-texts.ts';
import { PersonTabs } from './person-tabs.tsx';
import type { Try } from './tries.ts';
import { useWide } from './use-wide.ts';
import { Welcome } from './welcome.tsx';

interface DesktopProps {
  readonly workspace: Workspace;
  readonly people: readonly string[];
  readonly onChoose: (index: number, user: string) => void;
  /** Who is in front, when there is room for one only. */
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly welcome: boolean;
  readonly onCloseWelcome: () => void;
}

/** Where the first person begins: the channel with a name of the platform's, else any that they may write in. */
function beginning(workspace: Workspace, user: string): string | undefined {
  const joined = workspace.conversations.filter(
    (each) => each.kind === 'channel' && !each.archived && !each.shared && each.members.includes(user),
  );
  return (joined.find((each) => each.members.includes(workspace.bot.userId)) ?? joined[0])?.id;
}

/** The panes: three people side by side, or one of them at a time. */
export function Desktop({ workspace, people, active, ...rest }: DesktopProps) {
  const { desk, drafts, visits } = usePageScope();
  const wide = useWide();
  useEffect(() => desk.show(people), [desk, people]);

  const first = people[0] ?? '';
  const tryIt = (choice: Try) => {
    const channel = beginning(workspace, first);
    if (channel === undefined) return;
    rest.onActive(0);
    visits.send(first, { channel });
    if (choice.kind === 'line') drafts.set(draftKey(first, channel, null), choice.text);
    // Once the conversation has been drawn.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const composer = document.querySelector<HTMLElement>(
          `[data-person="${first}"] .conversation .composer`,
        );
        if (choice.kind === 'shortcuts') {
          composer?.querySelector<HTMLElement>('button[aria-label="Shortcuts"]')?.click();
        } else composer?.querySelector<HTMLElement>('textarea')?.focus();
      }),
    );
  };
  return (
    <>
      {rest.welcome ? (
        <Welcome workspace={workspace} user={first} onTry={tryIt} onClose={rest.onCloseWelcome} />
      ) : null}
      {wide ? null : (
        <PersonTabs workspace={workspace} people={people} active={active} onChoose={rest.onActive} />
      )}
      <main class="panes">
        {people.map((user, index) => (
          <Pane
            key={user}
            user={user}
            workspace={workspace}
            visible={wide || index === active}
            onChoose={(next) => rest.onChoose(index, next)}
          />
        ))}
      </main>
    </>
  );
}
