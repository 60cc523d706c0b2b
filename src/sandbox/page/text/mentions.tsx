import { conversationOf, mentionName } from '../state/names.ts';
import { usePane } from '../state/pane-context.ts';

/** A mention of a person, louder when it is the reader. */
export function UserMention({ id, label }: { readonly id: string; readonly label?: string | null }) {
  const { workspace, screen } = usePane();
  const mine = id === screen.me.id;
  const name = mentionName(workspace, id);
  return <span class={mine ? 'mention mention-me' : 'mention'}>@{name === id ? (label ?? id) : name}</span>;
}

/** A channel's name; opens it when this person can see it. */
export function ChannelMention({ id, label }: { readonly id: string; readonly label?: string | null }) {
  const { workspace, screen, go } = usePane();
  const visible = screen.conversations.some((each) => each.id === id);
  const conversation = conversationOf(workspace, screen.conversations, id);
  if (!visible) {
    const secret = conversation?.kind !== 'channel';
    return <span class="mention">#{secret ? (label ?? 'private channel') : conversation.name}</span>;
  }
  return (
    <button type="button" class="mention mention-channel" onClick={() => go({ channel: id })}>
      #{conversation?.name ?? label ?? id}
    </button>
  );
}

export function GroupMention({ id, label }: { readonly id: string; readonly label?: string | null }) {
  const { workspace, screen } = usePane();
  const group = workspace.userGroups.find((each) => each.id === id);
  const mine = group?.users.includes(screen.me.id) ?? false;
  const name = group?.handle ?? label?.replace(/^@/, '') ?? id;
  return <span class={mine ? 'mention mention-me' : 'mention'}>@{name}</span>;
}

export function BroadcastMention({ range }: { readonly range: string }) {
  return <span class="mention mention-me">@{range}</span>;
}
