import { CloseIcon } from '../icons.tsx';
import { usePane } from '../state/pane-context.ts';

/** What Slack itself told this person here, until they put it away. */
export function Notices({ channel }: { readonly channel: string }) {
  const { screen, openNotices, putAway } = usePane();
  const here = openNotices.filter((each) => {
    const viewOpen = screen.stack.some((view) => view.id === each.viewId);
    return each.channel === channel || (each.channel === null && !viewOpen);
  });
  return (
    <div class="notices" role="status">
      {here.map((notice) => (
        <p key={notice.id} class="notice">
          <span>
            <strong>Slackbot</strong> <span class="ephemeral-note">Only visible to you</span>
            <br />
            {notice.text}
          </span>
          <button type="button" class="icon-button" aria-label="Dismiss" onClick={() => putAway(notice.id)}>
            <CloseIcon />
          </button>
        </p>
      ))}
    </div>
  );
}
