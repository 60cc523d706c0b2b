import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PersonActionInput, Screen, Workspace } from '../../protocol.ts';
import { Conversation } from '../conversation/conversation.tsx';
import { ThreadPane } from '../conversation/thread-pane.tsx';
import { ConfirmDialog, type ConfirmWords } from '../dialogs/confirm-dialog.tsx';
import { mayTakeFocus } from '../dialogs/focus-trap.ts';
import { ModalStack } from '../modal/modal-stack.tsx';
import { Sidebar } from '../sidebar/sidebar.tsx';
import { usePageScope } from '../state/desk-context.ts';
import type { KeyedTexts } from '../state/keyed-texts.ts';
import { type PaneScope, PaneScopeProvider, type Spot } from '../state/pane-context.ts';
import { type ReadUpTo, readKey, unreadPings } from '../state/unread.ts';
import { useStore } from '../state/use-store.ts';
import { QuickSwitcher } from '../switcher/quick-switcher.tsx';
import { useSwitcher } from '../switcher/use-switcher.ts';
import { PingToast } from './ping-toast.tsx';
import { useEscape } from './use-escape.ts';
import { useNotices } from './use-notices.ts';
import { useSpot } from './use-spot.ts';

interface Question {
  readonly words: ConfirmWords;
  readonly answer: (yes: boolean) => void;
}

interface PersonClientProps {
  readonly screen: Screen;
  readonly workspace: Workspace;
  readonly visible: boolean;
}

/** Whoever comes for the first time is not told that everything which was said before is new. */
function readOnFirstVisit(lastRead: KeyedTexts, screen: Screen, spot: Spot | null): void {
  const visited = Object.keys(lastRead.state()).some((key) => key.startsWith(`${screen.me.id}/`));
  const newest = screen.conversations.find((each) => each.id === spot?.channel)?.messages.at(-1);
  if (!visited && newest) lastRead.set(readKey(screen.me.id, newest.channel, null), newest.ts);
}

/** Everything below the header of a pane: sidebar, conversation, thread, and what opens above them. */
export function PersonClient({ screen, workspace, visible }: PersonClientProps) {
  const { desk, lastRead, visits } = usePageScope();
  const me = screen.me.id;
  const root = useRef<HTMLDivElement>(null);
  const [spot, goTo] = useSpot(screen);
  useState(() => readOnFirstVisit(lastRead, screen, spot));
  const [sidebarOpen, setSidebarOpen] = useState(false);
  const [question, setQuestion] = useState<Question | null>(null);
  const [dismissed, setDismissed] = useState('');
  const newestPing = useRef('');
  const notices = useNotices(screen, () => desk.state().screens[me]);
  const readMarks = useStore(lastRead);
  const read: ReadUpTo = (channel, threadTs) => readMarks[readKey(me, channel, threadTs)] ?? '';

  const closeSidebar = () => {
    setSidebarOpen(false);
    root.current?.querySelector<HTMLElement>('.sidebar-toggle')?.focus();
  };
  useEscape(root, sidebarOpen, closeSidebar);
  const act = useCallback((action: PersonActionInput) => desk.act(me, action), [desk, me]);
  const go = useCallback(
    (next: Parameters<typeof goTo>[0]) => {
      setSidebarOpen(false);
      goTo(next);
    },
    [goTo],
  );
  useEffect(() => visits.listen(me, go), [visits, me, go]);
  const blocked = screen.stack.length > 0 || question !== null;
  const switcher = useSwitcher(root, !blocked);
  const confirm = useCallback(
    (words: ConfirmWords) =>
      new Promise<boolean>((resolve) => {
        const before = document.activeElement;
        const answer = (yes: boolean) => {
          setQuestion(null);
          resolve(yes);
          // After the next drawing, when what is below can have the focus again.
          requestAnimationFrame(() => {
            if (before instanceof HTMLElement && mayTakeFocus(before.closest('.pane'))) before.focus();
          });
        };
        setQuestion({ words, answer });
      }),
    [],
  );
  const reader = useMemo(
    () => ({ tz: screen.me.tz, locale: screen.me.locale }),
    [screen.me.tz, screen.me.locale],
  );
  const paneRoot = useCallback(() => root.current, []);
  if (!spot) return <p class="empty-note">There is nothing here yet.</p>;

  const scope: PaneScope = {
    workspace,
    screen,
    reader,
    spot,
    act,
    go,
    confirm,
    openNotices: notices.open,
    putAway: notices.putAway,
    settleNotice: notices.settle,
  };
  const conversation = screen.conversations.find((each) => each.id === spot.channel);
  const thread = conversation?.messages.some((each) => each.ts === spot.threadTs) ? spot.threadTs : null;
  const pings = unreadPings(screen, read);
  const ping = pings.at(-1);
  // What was pushed aside by something newer does not come back when that has been read.
  if (ping && ping.message.ts > newestPing.current) newestPing.current = ping.message.ts;
  const toast = ping && ping.message.ts === newestPing.current && ping.message.ts > dismissed ? ping : null;
  const covered = blocked || switcher.open;
  return (
    <PaneScopeProvider value={scope}>
      <div ref={root} class="client" data-waiting={pings.length > 0 ? pings.length : undefined}>
        <div
          class={`client-body${sidebarOpen ? ' sidebar-open' : ''}${thread === null ? '' : ' has-thread'}`}
          inert={covered}
        >
          <Sidebar pings={pings} read={read} onSwitch={switcher.show} />
          {sidebarOpen ? (
            <button
              type="button"
              class="sidebar-backdrop"
              aria-label="Close the list of conversations"
              onClick={closeSidebar}
            />
          ) : null}
          {conversation ? (
            <Conversation
              key={conversation.id}
              conversation={conversation}
              visible={visible}
              onMenu={() => setSidebarOpen(!sidebarOpen)}
            />
          ) : null}
          {conversation && thread !== null ? (
            <ThreadPane key={thread} conversation={conversation} threadTs={thread} visible={visible} />
          ) : null}
        </div>
        <div class="ping-place" role="status">
          {toast ? (
            <PingToast ping={toast} covered={covered} onDismiss={() => setDismissed(toast.message.ts)} />
          ) : null}
        </div>
        {switcher.open ? <QuickSwitcher read={read} onClose={switcher.close} /> : null}
        <ModalStack paneRoot={paneRoot} />
        {question ? <ConfirmDialog words={question.words} onAnswer={question.answer} /> : null}
      </div>
    </PaneScopeProvider>
  );
}
