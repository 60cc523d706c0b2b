/** Pickers for settings. Slack draws them; what is chosen is checked when it is sent. */
import type * as Kit from '@slack/types';
import { type Choice, option } from './blocks.ts';

/** Several people, in the order in which they were chosen. It offers bots and guests too. */
export function peopleSelect(actionId: string, initial: readonly string[]): Kit.MultiUsersSelect {
  const initial_users = initial.length === 0 ? undefined : [...initial];
  return { type: 'multi_users_select', action_id: actionId, initial_users };
}

/** One channel, private ones of the viewer's included; those shared with other organisations are left out. */
export function channelSelect(actionId: string, initial?: string): Kit.ConversationsSelect {
  return {
    type: 'conversations_select',
    action_id: actionId,
    initial_conversation: initial,
    filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
  };
}

export function channelsSelect(actionId: string, initial: readonly string[]): Kit.MultiConversationsSelect {
  return {
    type: 'multi_conversations_select',
    action_id: actionId,
    initial_conversations: initial.length === 0 ? undefined : [...initial],
    filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
  };
}

/** Several of these options, at most a hundred; a chosen one that is not offered any more is left out. */
export function multiSelect(
  actionId: string,
  choices: readonly Choice[],
  chosen: readonly string[],
): Kit.MultiStaticSelect {
  const options = choices.slice(0, 100).map(option);
  const initial = options.filter(({ value }) => value !== undefined && chosen.includes(value));
  return {
    type: 'multi_static_select',
    action_id: actionId,
    options,
    initial_options: initial.length === 0 ? undefined : initial,
  };
}
