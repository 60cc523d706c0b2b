/** Who comes into a channel and who goes out, with the lines and events that Slack adds. */
import { publish } from './events.ts';
import { postMessage } from './messages.ts';
import { notice } from './notices.ts';
import { requirePerson } from './people.ts';
import { shareWith } from './sharing.ts';
import type { StoredConversation } from './state.ts';
import type { World } from './world.ts';

/**
 * Puts somebody in. https://docs.slack.dev/reference/events/member_joined_channel
 * Somebody from another organisation brings that organisation along.
 */
export function addMember(
  world: World,
  conversation: StoredConversation,
  user: string,
  inviter?: string,
): void {
  if (conversation.members.includes(user)) return;
  const person = requirePerson(world, user);
  if (person.isStranger) shareWith(world, conversation, person.teamId);
  conversation.members.push(user);
  postMessage(world, conversation, {
    user,
    byApp: false,
    text: `<@${user}> has joined the channel`,
    subtype: 'channel_join',
    extra: inviter ? { inviter } : {},
  });
  const event = {
    type: 'member_joined_channel',
    ...membership(world, conversation, user),
    ...(inviter ? { inviter } : {}),
  };
  publish(world, event, conversation);
  world.changed(['*']);
}

/**
 * Takes somebody out. https://docs.slack.dev/reference/events/member_left_channel
 * @param by who removed them; left out when they went by themselves. The removed person is told so by Slack.
 */
export function removeMember(
  world: World,
  conversation: StoredConversation,
  user: string,
  by: string = user,
): void {
  if (!conversation.members.includes(user)) return;
  postMessage(world, conversation, {
    user,
    byApp: false,
    text: `<@${user}> has left the channel`,
    subtype: 'channel_leave',
  });
  conversation.members = conversation.members.filter((each) => each !== user);
  publish(world, { type: 'member_left_channel', ...membership(world, conversation, user) }, conversation);
  if (world.isBotUser(user)) publishOwnLeaving(world, conversation, by);
  else if (by !== user) {
    const text = `You have been removed from #${conversation.name} by ${requirePerson(world, by).realName}.`;
    notice(world, user, { error: 'removed_from_channel', text });
  }
  world.changed(['*']);
}

function membership(world: World, conversation: StoredConversation, user: string) {
  return {
    user,
    channel: conversation.id,
    channel_type: conversation.kind === 'private' ? 'G' : 'C',
    team: requirePerson(world, user).teamId,
    event_ts: world.newTs(),
  };
}

/**
 * The app's own leaving; it is no member any more, and hears it all the same.
 * https://docs.slack.dev/reference/events/channel_left https://docs.slack.dev/reference/events/group_left
 */
function publishOwnLeaving(world: World, conversation: StoredConversation, by: string): void {
  const type = conversation.kind === 'private' ? 'group_left' : 'channel_left';
  publish(world, { type, channel: conversation.id, actor_id: by, event_ts: world.newTs() }, null);
}
