import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Workspace } from '../../protocol.ts';
import { createAnnouncements } from '../state/announcements.ts';
import { createDesk } from '../state/desk.ts';
import { type PageScope, PageScopeProvider, useDeskState } from '../state/desk-context.ts';
import { createKeyedTexts } from '../state/keyed-texts.ts';
import { personOf } from '../state/names.ts';
import { createVisits } from '../state/visits.ts';
import { TrafficDrawer } from '../traffic/traffic-drawer.tsx';
import { AnnouncementLine } from './announcement-line.tsx';
import { Broken } from './broken.tsx';
import { Desktop } from './desktop.tsx';
import { LoadingPanes } from './loading-panes.tsx';
import { NoticeLine } from './notice-line.tsx';
import { TopBar } from './top-bar.tsx';
import { usePaneKeys } from './use-pane-keys.ts';
import { usePanes } from './use-panes.ts';
import { useWelcome } from './use-welcome.ts';

/** The page once it is known who is there. */
function Reached({ workspace }: { readonly workspace: Workspace }) {
  const [people, choose] = usePanes(workspace);
  const [active, setActive] = useState(0);
  const [traffic, setTraffic] = useState(false);
  const [welcome, setWelcome] = useWelcome();
  const trafficButton = useRef<HTMLButtonElement>(null);
  const welcomeButton = useRef<HTMLButtonElement>(null);
  usePaneKeys(setActive);
  return (
    <>
      <TopBar
        workspace={workspace}
        people={people}
        traffic={traffic}
        onTraffic={() => setTraffic(!traffic)}
        trafficButton={trafficButton}
        welcomeButton={welcomeButton}
        welcome={welcome && !traffic}
        onWelcome={() => {
          setWelcome(!welcome || traffic);
          setTraffic(false);
        }}
      />
      <NoticeLine />
      <Desktop
        workspace={workspace}
        people={people}
        onChoose={choose}
        active={active}
        onActive={setActive}
        // The traffic needs the room.
        welcome={welcome && !traffic}
        onCloseWelcome={() => {
          setWelcome(false);
          welcomeButton.current?.focus();
        }}
      />
      {traffic ? (
        <Broken what="The traffic">
          <TrafficDrawer
            workspace={workspace}
            tz={personOf(workspace, people[0] ?? '')?.tz ?? 'UTC'}
            onClose={() => {
              setTraffic(false);
              trafficButton.current?.focus();
            }}
          />
        </Broken>
      ) : null}
      <AnnouncementLine />
    </>
  );
}

/** Has the sandbox been silent for so long that something should be said? */
function useSlow(): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 2_500);
    return () => clearTimeout(timer);
  }, []);
  return slow;
}

function Page() {
  const { workspace } = useDeskState();
  const slow = useSlow();
  return (
    <div class="page">{workspace ? <Reached workspace={workspace} /> : <LoadingPanes slow={slow} />}</div>
  );
}

/** The whole page: a pretend Slack, three people side by side. */
export function App() {
  const scope = useMemo(
    (): PageScope => ({
      desk: createDesk(),
      drafts: createKeyedTexts('session', 'drafts'),
      lastRead: createKeyedTexts('local', 'last-read'),
      announcements: createAnnouncements(),
      visits: createVisits(),
    }),
    [],
  );
  useEffect(() => () => scope.desk.stop(), [scope]);
  return (
    <PageScopeProvider value={scope}>
      <Broken what="The page">
        <Page />
      </Broken>
    </PageScopeProvider>
  );
}
