import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Workspace } from '../../protocol.ts';
import { Pane } from '../people/pane.tsx';
import { createDesk } from '../state/desk.ts';
import { type PageScope, PageScopeProvider, useDeskState, usePageScope } from '../state/desk-context.ts';
import { createKeyedTexts, draftKey } from '../state/keyed-texts.ts';
import { ConnectionLine } from './connection-line.tsx';
import { Hints } from './hints.tsx';
import { PersonTabs } from './person-tabs.tsx';
import { TopBar } from './top-bar.tsx';
import { usePaneKeys } from './use-pane-keys.ts';
import { usePanes } from './use-panes.ts';
import { useWide } from './use-wide.ts';

function Desktop({ workspace }: { readonly workspace: Workspace }) {
  const { desk, drafts } = usePageScope();
  const [people, choose] = usePanes(workspace);
  const [active, setActive] = useState(0);
  const wide = useWide();
  usePaneKeys(people, (index) => setActive(index));
  useEffect(() => desk.show(people), [desk, people]);

  const first = people[0];
  const tryText = (text: string) => {
    const pane = document.querySelector<HTMLElement>(`[data-person="${first}"]`);
    const channel = pane?.querySelector<HTMLElement>('.conversation')?.dataset.channel;
    if (first === undefined || channel === undefined) return;
    setActive(0);
    drafts.set(draftKey(first, channel, null), text);
    pane?.querySelector<HTMLElement>('.conversation .composer textarea')?.focus();
  };
  return (
    <>
      <Hints workspace={workspace} onTry={tryText} />
      {wide ? null : (
        <PersonTabs workspace={workspace} people={people} active={active} onChoose={setActive} />
      )}
      <main class="panes">
        {people.map((user, index) => (
          <Pane
            key={user}
            user={user}
            workspace={workspace}
            visible={wide || index === active}
            onChoose={(next) => choose(index, next)}
          />
        ))}
      </main>
    </>
  );
}

function Page() {
  const { workspace } = useDeskState();
  return (
    <div class="page">
      <TopBar workspace={workspace} />
      <ConnectionLine />
      {workspace ? (
        <Desktop workspace={workspace} />
      ) : (
        <p class="empty-note" role="status">
          Connecting to the sandbox …
        </p>
      )}
    </div>
  );
}

/** The whole page: a pretend Slack, three people side by side. */
export function App() {
  const scope = useMemo(
    (): PageScope => ({
      desk: createDesk(),
      drafts: createKeyedTexts('session', 'drafts'),
      lastRead: createKeyedTexts('local', 'last-read'),
    }),
    [],
  );
  useEffect(() => () => scope.desk.stop(), [scope]);
  return (
    <PageScopeProvider value={scope}>
      <Page />
    </PageScopeProvider>
  );
}
