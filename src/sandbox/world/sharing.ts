/** Channels shared with other organisations. https://docs.slack.dev/apis/slack-connect */
import { publish } from './events.ts';
import type { StoredConversation } from './state.ts';
import type { World } from './world.ts';

/** An invitation is out that the other organisation has not accepted: `is_pending_ext_shared`. */
export function offerShare(world: World, conversation: StoredConversation, team: string): void {
  if (conversation.sharedWith.includes(team) || conversation.pendingShares.includes(team)) return;
  conversation.pendingShares.push(team);
  world.changed(['*']);
}

/** From now on that organisation reads along. https://docs.slack.dev/reference/events/channel_shared */
export function shareWith(world: World, conversation: StoredConversation, team: string): void {
  if (conversation.sharedWith.includes(team)) return;
  conversation.pendingShares = conversation.pendingShares.filter((each) => each !== team);
  conversation.sharedWith.push(team);
  conversation.shared = true;
  const event = { type: 'channel_shared', connected_team_id: team, channel: conversation.id };
  publish(world, { ...event, event_ts: world.newTs() }, conversation);
  world.changed(['*']);
}

/** That organisation, with all its people, is out again. https://docs.slack.dev/reference/events/channel_unshared */
export function unshareFrom(world: World, conversation: StoredConversation, team: string): void {
  conversation.pendingShares = conversation.pendingShares.filter((each) => each !== team);
  world.changed(['*']);
  if (!conversation.sharedWith.includes(team)) return;
  conversation.sharedWith = conversation.sharedWith.filter((each) => each !== team);
  conversation.members = conversation.members.filter((id) => world.person(id)?.teamId !== team);
  conversation.shared = conversation.sharedWith.length > 0;
  const event = {
    type: 'channel_unshared',
    previously_connected_team_id: team,
    channel: conversation.id,
    is_ext_shared: conversation.shared,
    event_ts: world.newTs(),
  };
  publish(world, event, conversation);
}
