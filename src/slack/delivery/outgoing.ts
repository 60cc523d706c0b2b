/** One message out: posted, changed, taken back, or whispered. Each call is made once; a failure is a value. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Block, KnownBlock } from '@slack/types';
import type { SlackCalls } from '../calls.ts';
import { nextTurn, type PaceRule, postingPace } from '../channel-pace.ts';
import type { Waiting } from '../clients.ts';
import type { Outcome } from '../errors.ts';
import type { ConversationRef, Conversations } from './conversations.ts';
import { markBlocks, metadataOf } from './mark.ts';

export type Content = {
  /** The lock screen's and the screen reader's; mrkdwn, so escaped where people's words are in it. */
  readonly text: string;
  readonly blocks?: readonly (KnownBlock | Block)[];
};

export type PostRequest = Content & {
  readonly conversation: ConversationRef;
  readonly threadTs?: string | undefined;
  /** Opaque: by it the message is found again. */
  readonly key: string;
  readonly waiting?: Waiting;
};

export type PostedMessage = {
  readonly channel: string;
  readonly ts: string;
  /** False where Slack would not take the metadata: then only the block id carries the key. */
  readonly hasMetadata: boolean;
};

export type MessageRef = { readonly channel: string; readonly ts: string };

export type UpdateRequest = MessageRef & Content & { readonly key: string; readonly waiting?: Waiting };

export type RemoveRequest = MessageRef & {
  /** What it becomes where it cannot be deleted. */
  readonly instead: Content;
};

export type EphemeralRequest = Content & {
  readonly channel: string;
  readonly user: string;
  readonly threadTs?: string | undefined;
  /** Write to their DM when it cannot be shown there. */
  readonly orDirect?: boolean;
};

export interface Outgoing {
  /** Posts once, in the channel's turn, without unfurling. Where the turn is far, it is `rate_limited` without a call. */
  post(request: PostRequest): Promise<Outcome<PostedMessage>>;
  /** Replaces text and blocks; notifies nobody. May be repeated. */
  update(request: UpdateRequest): Promise<Outcome<MessageRef>>;
  /** Deletes, or replaces what cannot be deleted. A message that is gone already is `gone`. */
  remove(request: RemoveRequest): Promise<Outcome<'deleted' | 'replaced' | 'gone'>>;
  /** Shows something to one person, best effort: only those who are there see it, and it is in no history. */
  ephemeral(request: EphemeralRequest): Promise<Outcome<'ephemeral' | 'direct'>>;
}

export type OutgoingParts = {
  readonly calls: SlackCalls;
  readonly conversations: Conversations;
  readonly now: () => number;
  /** Waits for a turn. For tests. */
  readonly wait?: (ms: number) => Promise<unknown>;
  readonly pace?: PaceRule;
};

/** A turn that is nearer is waited for; a farther one is left to the queue. */
export const longestTurnMs = 1200;
/** A refusal of the metadata that comes later is left to the next attempt, so that one attempt has a bounded time. */
export const soonMs = 2000;
const quietLinks = { unfurl_links: false, unfurl_media: false } as const;

export function createOutgoing(parts: OutgoingParts): Outgoing {
  const { calls, conversations, now, wait = (ms: number) => sleep(ms), pace = postingPace } = parts;
  const paidUntil = new Map<string, number>();

  /** 0 when it may be posted now, having waited if need be; otherwise how long to come back after. */
  async function takeTurn(channel: string): Promise<number> {
    for (const [other, until] of paidUntil) if (until <= now()) paidUntil.delete(other);
    const turn = nextTurn(paidUntil.get(channel), now(), pace);
    if (turn.waitMs > longestTurnMs) return turn.waitMs;
    paidUntil.set(channel, turn.paidUntil);
    if (turn.waitMs > 0) await wait(turn.waitMs);
    return 0;
  }

  const send = (
    request: PostRequest,
    channel: string,
    waiting: Waiting,
    metadata?: ReturnType<typeof metadataOf>,
  ) =>
    calls.attempt('chat.postMessage', { waiting, channel }, (client) =>
      client.chat.postMessage({
        channel,
        text: request.text,
        ...(request.blocks === undefined ? {} : { blocks: markBlocks(request.blocks, request.key) }),
        ...(request.threadTs === undefined ? {} : { thread_ts: request.threadTs }),
        ...(metadata === undefined ? {} : { metadata }),
        ...quietLinks,
      }),
    );

  return {
    async post(request) {
      const { conversation, key, waiting = 'background' } = request;
      // Somebody waits for what opening it is the beginning of, so it has the short deadline.
      const opened = await conversations.channelOf(conversation, 'person');
      if (!opened.ok) return opened;
      const channel = opened.value;
      const comeBackMs = await takeTurn(channel);
      if (comeBackMs > 0) return { ok: false, failure: { kind: 'rate_limited', retryAfterMs: comeBackMs } };
      const startedAt = performance.now();
      const marked = await send(request, channel, waiting, metadataOf(key));
      const isWithout = !marked.ok && refusesMetadata(marked) && performance.now() - startedAt < soonMs;
      const sent = isWithout ? await send(request, channel, waiting) : marked;
      if (!sent.ok) return sent;
      const { channel: answered = channel, ts } = sent.value;
      if (ts === undefined) return { ok: false, failure: { kind: 'unsure', reason: 'unreadable_answer' } };
      if ('user' in conversation && answered !== conversation.user)
        conversations.learn(conversation.user, answered);
      return { ok: true, value: { channel: answered, ts, hasMetadata: !isWithout } };
    },

    async update({ channel, ts, text, blocks, key, waiting = 'background' }) {
      // Without blocks in the call the old ones would be removed; without metadata the old is kept.
      const shown = markBlocks(blocks ?? [], key);
      const outcome = await calls.attempt('chat.update', { waiting, channel }, (client) =>
        client.chat.update({ channel, ts, text, blocks: shown }),
      );
      return outcome.ok ? { ok: true, value: { channel, ts } } : outcome;
    },

    async remove({ channel, ts, instead }) {
      const subject = { waiting: 'background', channel } as const;
      const deleted = await calls.attempt('chat.delete', subject, (client) =>
        client.chat.delete({ channel, ts }),
      );
      if (deleted.ok) return { ok: true, value: 'deleted' };
      if (deleted.failure.kind !== 'refused') return deleted;
      if (deleted.failure.code === 'message_not_found') return { ok: true, value: 'gone' };
      const replaced = await calls.attempt('chat.update', subject, (client) =>
        client.chat.update({ channel, ts, text: instead.text, blocks: [...(instead.blocks ?? [])] }),
      );
      if (replaced.ok) return { ok: true, value: 'replaced' };
      const isGone = replaced.failure.kind === 'refused' && replaced.failure.code === 'message_not_found';
      return isGone ? { ok: true, value: 'gone' } : replaced;
    },

    async ephemeral({ channel, user, threadTs, text, blocks, orDirect = false }) {
      const content = { text, ...(blocks === undefined ? {} : { blocks: [...blocks] }) };
      const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
      const shown = await calls.attempt('chat.postEphemeral', { waiting: 'person', channel }, (client) =>
        client.chat.postEphemeral({ channel, user, ...content, ...thread }),
      );
      if (shown.ok) return { ok: true, value: 'ephemeral' };
      if (!orDirect || shown.failure.kind !== 'refused') return shown;
      const written = await calls.attempt(
        'chat.postMessage',
        { waiting: 'person', channel: user },
        (client) => client.chat.postMessage({ channel: user, ...content, ...quietLinks }),
      );
      return written.ok ? { ok: true, value: 'direct' } : written;
    },
  };
}

/** Nothing was posted, and without the metadata it would have been. */
function refusesMetadata({ failure }: Extract<Outcome<unknown>, { ok: false }>): boolean {
  return (failure.kind === 'broken' || failure.kind === 'refused') && failure.code.includes('metadata');
}
