import type { Conversation, Person, Workspace } from '../../protocol.ts';

export function personOf(workspace: Workspace, id: string): Person | undefined {
  return workspace.people.find((person) => person.id === id);
}

/** What Slack shows above a message of theirs. */
export function fullName(workspace: Workspace, id: string): string {
  const person = personOf(workspace, id);
  if (person) return person.realName;
  if (id === workspace.bot.userId) return workspace.bot.name;
  return id === 'USLACKBOT' ? 'Slackbot' : id;
}

/** What a mention of them shows, without the `@`. */
export function mentionName(workspace: Workspace, id: string): string {
  return personOf(workspace, id)?.displayName || fullName(workspace, id);
}

export function conversationOf(
  workspace: Workspace,
  conversations: readonly Conversation[],
  id: string,
): Conversation | undefined {
  return (
    conversations.find((each) => each.id === id) ?? workspace.conversations.find((each) => each.id === id)
  );
}

/** The others of a DM or group DM. */
export function othersOf(conversation: Conversation, me: string): string[] {
  return conversation.members.filter((id) => id !== me);
}

/** `#eng-platform`, `Denny Park`, `Denny, Priya`: what a conversation is called in this person's Slack. */
export function conversationTitle(workspace: Workspace, conversation: Conversation, me: string): string {
  if (conversation.kind === 'channel' || conversation.kind === 'private') return `#${conversation.name}`;
  const others = othersOf(conversation, me);
  if (others.length === 0) return fullName(workspace, me);
  if (others.length === 1) return fullName(workspace, others[0] ?? '');
  return others.map((id) => mentionName(workspace, id)).join(', ');
}

export function isAppDm(workspace: Workspace, conversation: Conversation): boolean {
  return conversation.kind === 'dm' && conversation.members.includes(workspace.bot.userId);
}
