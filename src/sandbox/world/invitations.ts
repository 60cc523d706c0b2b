/** Who may be put into a channel. https://docs.slack.dev/reference/methods/conversations.invite */
import type { StoredConversation } from './state.ts';
import type { World } from './world.ts';

/** Why this person cannot be invited, as Slack's code; null when they can. */
export function inviteProblem(world: World, conversation: StoredConversation, user: string): string | null {
  const person = world.person(user);
  if (!person || person.deleted) return 'user_not_found';
  if (conversation.members.includes(user)) return 'already_in_channel';
  if (person.isUltraRestricted && isInSomeChannel(world, user)) return 'ura_max_channels';
  // People of other organisations come in with their organisation, by an invitation that an app cannot send here.
  if (person.isStranger && !conversation.sharedWith.includes(person.teamId)) return 'cant_invite';
  return null;
}

function isInSomeChannel(world: World, user: string): boolean {
  return Object.values(world.state.conversations).some(
    ({ kind, archived, members }) =>
      (kind === 'channel' || kind === 'private') && !archived && members.includes(user),
  );
}
