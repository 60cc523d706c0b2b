/** The parts that interaction payloads share. https://docs.slack.dev/reference/interaction-payloads */
import type { Person } from '../protocol.ts';
import type { Json, StoredConversation } from '../world/state.ts';
import type { World } from '../world/world.ts';

export const verificationToken = 'sandbox-verification-token';

/** `team`, `user` and the like, the same in every payload. */
export function payloadBase(world: World, person: Person): Json {
  const { team, bot } = world.state;
  return {
    token: verificationToken,
    team: { id: team.id, domain: team.domain },
    user: { id: person.id, username: person.name, name: person.name, team_id: person.teamId },
    api_app_id: bot.appId,
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** The name a payload gives a conversation. */
export function payloadChannelName(conversation: StoredConversation): string {
  if (conversation.kind === 'dm') return 'directmessage';
  if (conversation.kind === 'channel') return conversation.name;
  return conversation.kind === 'private' ? 'privategroup' : 'mpdm';
}

/** `action_ts` and the like: now, as seconds and microseconds. */
export function nowTs(world: World): string {
  return (world.now() / 1000).toFixed(6);
}
