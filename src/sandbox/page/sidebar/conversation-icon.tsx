import type { Conversation, Workspace } from '../../protocol.ts';
import { HashIcon, LockIcon } from '../icons.tsx';
import { Avatar } from '../people/avatar.tsx';
import { PresenceMark } from '../people/presence-mark.tsx';
import { othersOf, personOf } from '../state/names.ts';

interface ConversationIconProps {
  readonly workspace: Workspace;
  readonly conversation: Conversation;
  readonly me: string;
  readonly now: number;
}

/** Somebody's small picture with how they can be reached. */
export function PersonIcon({
  workspace,
  id,
  now,
}: {
  readonly workspace: Workspace;
  readonly id: string;
  readonly now: number;
}) {
  const person = personOf(workspace, id);
  return (
    <span class="person-picture">
      <Avatar workspace={workspace} id={id} size="small" />
      {person && !person.isBot ? <PresenceMark person={person} now={now} /> : null}
    </span>
  );
}

/** What stands before a conversation's name: a hash, a lock, a picture, or how many others are in it. */
export function ConversationIcon({ workspace, conversation, me, now }: ConversationIconProps) {
  if (conversation.kind === 'channel') return <HashIcon />;
  if (conversation.kind === 'private') return <LockIcon />;
  const others = othersOf(conversation, me);
  if (others.length > 1) return <span class="group-size">{others.length}</span>;
  return <PersonIcon workspace={workspace} id={others[0] ?? me} now={now} />;
}
