import type { ChannelFacts } from './delivery/channels.ts';

/** Why nothing may be shown in a channel. */
export type ChannelProblem = 'unknown' | 'not_joined' | 'direct' | 'archived' | 'read_only' | 'shared';

/** Whether an incident may be shown there; null when it may. A public channel that Oops is not in can be joined. */
export function channelProblem(facts: ChannelFacts | null): ChannelProblem | null {
  if (facts === null) return 'unknown';
  if (facts.isDirect) return 'direct';
  if (facts.isShared) return 'shared';
  if (facts.isArchived) return 'archived';
  if (facts.isReadOnly) return 'read_only';
  return facts.isMember || !facts.isPrivate ? null : 'unknown';
}
