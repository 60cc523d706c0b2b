/** Reading a message that somebody points at, and whispering to one person: best effort, while somebody waits. */
import { z } from 'zod';
import type { SlackCalls } from './calls.ts';
import type { Content, Outgoing } from './delivery/outgoing.ts';
import { respondTo } from './respond.ts';

export type Whisper = Content & {
  readonly channel: string;
  readonly user: string;
  readonly threadTs?: string | null;
};

export interface Chat {
  /**
   * What this person wrote in a message, as Slack escapes it; with `sinceMs` also what they wrote there in the time
   * before it, oldest first. Null where it cannot be read, or not soon. Never throws.
   */
  wordsOf(message: {
    readonly channel: string;
    readonly ts: string;
    readonly user: string;
    readonly sinceMs?: number;
  }): Promise<string | null>;
  /** Shown to one person where they are looking; in no history. Never throws. */
  whisper(whisper: Whisper): Promise<void>;
  /** Answers a shortcut or click, and where that does not work, whispers. Never throws. */
  answer(responseUrl: string, whisper: Whisper): Promise<void>;
}

const pageSchema = z.looseObject({
  messages: z
    .array(
      z.looseObject({
        ts: z.string(),
        user: z.string().optional(),
        bot_id: z.string().optional(),
        text: z.string().default(''),
      }),
    )
    .default([]),
});
type Said = z.infer<typeof pageSchema>['messages'];

/** Milliseconds. Help does not wait for words. */
const usualPatienceMs = 700;
const mostMessages = 20;

export function createChat(
  calls: SlackCalls,
  outgoing: Pick<Outgoing, 'ephemeral'>,
  patienceMs: number = usualPatienceMs,
): Chat {
  const subject = { waiting: 'person' } as const;

  async function said(channel: string, ts: string, sinceMs: number): Promise<Said> {
    const oldest = sinceMs === 0 ? ts : (Number(ts) - sinceMs / 1000).toFixed(6);
    const range = { channel, oldest, latest: ts, inclusive: true, limit: mostMessages };
    const read = await calls.attempt('conversations.history', subject, (client) =>
      client.conversations.history(range),
    );
    const messages = read.ok ? (pageSchema.safeParse(read.value).data?.messages ?? []) : [];
    if (messages.some((message) => message.ts === ts) || !read.ok) return messages;
    // What is in a thread is not in the history of its channel.
    const replies = await calls.attempt('conversations.replies', subject, (client) =>
      client.conversations.replies({ channel, ts, oldest: ts, latest: ts, inclusive: true, limit: 10 }),
    );
    const found = replies.ok ? (pageSchema.safeParse(replies.value).data?.messages ?? []) : [];
    return found.filter((message) => message.ts === ts);
  }

  const whisper: Chat['whisper'] = async ({ threadTs, ...rest }) => {
    await outgoing.ephemeral({ ...rest, threadTs: threadTs ?? undefined, orDirect: true });
  };

  return {
    async wordsOf({ channel, ts, user, sinceMs = 0 }) {
      const messages = await soon(said(channel, ts, sinceMs), patienceMs);
      const theirs = (messages ?? []).filter((each) => each.user === user && each.bot_id === undefined);
      const texts = theirs.sort((a, b) => Number(a.ts) - Number(b.ts)).map(({ text }) => text.trim());
      return texts.filter(Boolean).join('\n') || null;
    },
    whisper,
    async answer(responseUrl, { threadTs, ...rest }) {
      const answered =
        responseUrl !== '' &&
        (
          await respondTo(
            responseUrl,
            {
              ...{ response_type: 'ephemeral', replace_original: false, text: rest.text },
              ...(rest.blocks === undefined ? {} : { blocks: rest.blocks }),
              ...(threadTs == null ? {} : { thread_ts: threadTs }),
            },
            1_500,
          )
        ).ok;
      if (!answered) await whisper({ ...rest, threadTs: threadTs ?? null });
    },
  };
}

async function soon<T>(work: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
