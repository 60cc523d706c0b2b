import { useEffect } from 'preact/hooks';
import { CloseIcon } from '../icons.tsx';
import { usePageScope } from '../state/desk-context.ts';
import { useStore } from '../state/use-store.ts';

/** News can be found elsewhere on the page too, and goes by itself; a problem stays. */
const shownFor = 15_000;

/** What the page itself has to say, until it is put away or something newer comes. */
export function AnnouncementLine() {
  const { announcements } = usePageScope();
  const current = useStore(announcements);
  useEffect(() => {
    if (current?.tone !== 'news') return;
    const timer = setTimeout(() => announcements.clear(), shownFor);
    return () => clearTimeout(timer);
  }, [current, announcements]);
  return (
    <div class="announcement-place" role="status">
      {current ? (
        <div class={current.tone === 'problem' ? 'announcement announcement-problem' : 'announcement'}>
          <p>{current.text}</p>
          <button
            type="button"
            class="icon-button"
            aria-label="Put this message away"
            onClick={() => announcements.clear()}
          >
            <CloseIcon />
          </button>
        </div>
      ) : null}
    </div>
  );
}
