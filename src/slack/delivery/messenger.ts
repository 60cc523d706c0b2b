/** The app's port for outgoing messages, filled by {@link Delivery}. */
import type { Block, KnownBlock } from '@slack/types';
import type { CallFailure, ClaimedMessage, Messenger, Posted, RenderedMessage } from '../../app/ports.ts';
import type { Deadlines } from '../clients.ts';
import { describeFailure, type Outcome, type SlackFailure } from '../errors.ts';
import type { ConversationRef } from './conversations.ts';
import type { Delivery } from './delivery.ts';
import { longestTurnMs, type MessageRef, soonMs } from './outgoing.ts';

/** What stands where a message was that cannot be deleted. */
export type RemovedWords = () => RenderedMessage;

/**
 * How long one attempt to post may take: opening the DM, the channel's turn, a refusal of the metadata, the post itself.
 * Only after all that may a message be looked for.
 */
export function messengerDeadlineMs({ person, background }: Deadlines): number {
  return person + longestTurnMs + soonMs + background + 500;
}

export function createMessenger(delivery: Delivery, deadlines: Deadlines, removed: RemovedWords): Messenger {
  return {
    deadlineMs: messengerDeadlineMs(deadlines),
    prepare: (message) => delivery.prepare(whereOf(message).conversation),
    post: async (message, rendered) =>
      posted(await delivery.post({ ...whereOf(message), key: message.id, ...contentOf(rendered) })),
    update: async (message, { channel, ts }, rendered) =>
      posted(await delivery.update({ channel, ts, key: message.id, ...contentOf(rendered) })),
    async remove(_message, { channel, ts }) {
      const outcome = await delivery.remove({ channel, ts, instead: contentOf(removed()) });
      return outcome.ok ? { kind: 'posted', channel, ts } : failed(outcome.failure);
    },
    async find(message, since) {
      const outcome = await delivery.find({ ...whereOf(message), key: message.id, oldest: since });
      if (!outcome.ok) return failed(outcome.failure);
      const { value: found } = outcome;
      if (found.kind === 'found') return { kind: 'posted', channel: found.channel, ts: found.ts };
      return { kind: found.kind };
    },
    isPaused: async (_team, user) => (await delivery.quiet(user)).kind === 'paused',
    async manners(_team, user) {
      const person = await delivery.person(user);
      return person.ok ? { locale: person.value.locale ?? 'en-US', zone: person.value.zone } : null;
    },
    permalink: async (_team, channel, ts) => (await delivery.permalink({ channel, ts }))?.url ?? null,
  };
}

function whereOf({ conversation, threadTs }: ClaimedMessage): {
  conversation: ConversationRef;
  threadTs?: string;
} {
  const where =
    conversation.kind === 'channel' ? { channel: conversation.channel } : { user: conversation.user };
  return { conversation: where, ...(threadTs === null ? {} : { threadTs }) };
}

/** The app hands blocks on without looking into them; the views made them as Slack's own types. */
function contentOf({ text, blocks }: RenderedMessage): { text: string; blocks: (KnownBlock | Block)[] } {
  return { text, blocks: blocks.map((block) => ({ type: '', ...block })) };
}

function posted(outcome: Outcome<MessageRef>): Posted | CallFailure {
  if (!outcome.ok) return failed(outcome.failure);
  return { kind: 'posted', channel: outcome.value.channel, ts: outcome.value.ts };
}

/** For the app our own mistake is a refusal: trying again would not help. It stands in the log as an error. */
export function failed(failure: SlackFailure): CallFailure {
  switch (failure.kind) {
    case 'refused':
    case 'broken':
      return { kind: 'refused', code: failure.code };
    case 'rate_limited':
      return failure;
    case 'unsure':
    case 'temporary':
      return { kind: failure.kind, code: describeFailure(failure) };
  }
}
