import type { ComponentChildren } from 'preact';
import { usePane } from '../state/pane-context.ts';
import { isSafeAddress } from './parse-angle.ts';
import { readPermalink } from './permalink.ts';

interface LinkProps {
  readonly href: string;
  readonly children: ComponentChildren;
}

/** A link in somebody's text. A permalink of this workspace opens here; everything else in a new tab. */
export function Link({ href, children }: LinkProps) {
  const { go, screen } = usePane();
  if (!isSafeAddress(href)) return <>{children}</>;
  const linked = readPermalink(href);
  const known = linked && screen.conversations.some((each) => each.id === linked.channel);
  // A message of this workspace that this person cannot see leads nowhere, and says so.
  if (linked && !known && new URL(href).host === location.host) {
    return (
      <span class="link-away" title="You are not in that conversation.">
        {children}
      </span>
    );
  }
  const follow = (event: Event) => {
    if (!linked || !known) return;
    event.preventDefault();
    go({ channel: linked.channel, threadTs: linked.threadTs, ts: linked.ts });
  };
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" onClick={follow}>
      {children}
    </a>
  );
}
