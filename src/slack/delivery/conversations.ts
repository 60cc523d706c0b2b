/** Where a message goes: a channel, or the DM with a person. */
import type { SlackCalls } from '../calls.ts';
import type { Waiting } from '../clients.ts';
import type { Outcome } from '../errors.ts';

export type ConversationRef = { readonly channel: string } | { readonly user: string };

export interface Conversations {
  /** The id to write to and to look into, opening the DM when need be. */
  channelOf(conversation: ConversationRef, waiting: Waiting): Promise<Outcome<string>>;
  /** What was learned from an answer of Slack's. */
  learn(user: string, channel: string): void;
}

/** So many DMs are remembered; the oldest are asked for again. */
const mostRemembered = 5000;

/** Refusals that concern the method and not the person: one may write to the user id instead. */
const cannotOpen = new Set([
  'missing_scope',
  'unknown_method',
  'not_allowed_token_type',
  'method_deprecated',
]);

export function createConversations(calls: SlackCalls): Conversations {
  const directs = new Map<string, string>();

  const learn = (user: string, channel: string): void => {
    if (directs.size >= mostRemembered) directs.delete(directs.keys().next().value ?? '');
    directs.set(user, channel);
  };

  return {
    learn,
    async channelOf(conversation, waiting) {
      if ('channel' in conversation) return { ok: true, value: conversation.channel };
      const { user } = conversation;
      const known = directs.get(user);
      if (known !== undefined) return { ok: true, value: known };
      const opened = await calls.attempt('conversations.open', { waiting }, (client) =>
        client.conversations.open({ users: user }),
      );
      if (opened.ok) {
        const channel = opened.value.channel?.id ?? user;
        if (channel !== user) learn(user, channel);
        return { ok: true, value: channel };
      }
      // `chat.postMessage` takes a user id for the app's DM with them, and answers with the DM's own id.
      const { failure } = opened;
      if (failure.kind === 'refused' && cannotOpen.has(failure.code)) return { ok: true, value: user };
      // Opening a DM twice is opening it once: an unsure attempt had no effect that matters.
      if (failure.kind === 'unsure')
        return { ok: false, failure: { kind: 'temporary', reason: failure.reason } };
      return opened;
    },
  };
}
