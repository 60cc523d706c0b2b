import { conversationFrom, conversationKey } from '../../app/conversation.ts';
import type { Claim, ClaimedMessage, Conversation, NewMessage, Settlement } from '../../app/ports.ts';
import type { MessageBody } from '../../domain/effects.ts';
import { liveKinds } from '../../domain/effects.ts';
import type { OutgoingMessage, Prisma } from '../generated/client.ts';
import { messageBodySchema } from './message-schema.ts';

type Db = Prisma.TransactionClient;

/** Queues a message. The same key again changes nothing: it is one message. */
export async function addMessage(db: Db, message: NewMessage, at: Date): Promise<void> {
  const { kind, ...params } = message.body;
  await db.outgoingMessage.createMany({
    data: {
      ...{ team: message.team, id: message.id, key: message.key, ...subjectOf(message) },
      ...{ conversation: conversationKey(message.conversation), threadTs: message.threadTs },
      under: message.under ?? null,
      ...{ kind, params, state: 'queued', nextAt: at, createdAt: at, correlation: message.correlation },
    },
    skipDuplicates: true,
  });
}

function subjectOf(message: NewMessage): { incidentId: string } | { offerId: string } {
  return message.about === 'incident' ? { incidentId: message.incident } : { offerId: message.offer };
}

/** The same for an offer of help, whose one message always shows how it stands. */
export async function refreshOfferMessages(
  db: Db,
  team: string,
  offer: string,
  at: Date,
): Promise<readonly Conversation[]> {
  const rows = await db.$queryRaw<Changed[]>`
    UPDATE "OutgoingMessage" SET "wanted" = "wanted" + 1,
      "nextAt" = CASE "state" WHEN 'queued' THEN "nextAt" ELSE GREATEST("nextAt", ${at}) END
    WHERE "team" = ${team} AND "offerId" = ${offer} AND "state" IN ('queued', 'sending', 'sent')
    RETURNING "conversation", "state"`;
  return toDeliver(rows);
}

type Changed = { readonly conversation: string; readonly state: string };

/** What is queued has its job already. */
function toDeliver(rows: readonly Changed[]): readonly Conversation[] {
  const there = rows.filter(({ state }) => state !== 'queued').map(({ conversation }) => conversation);
  return [...new Set(there)].map(conversationFrom);
}

/**
 * What is on show about an incident may have changed: it will be rendered again. So may what is not sent yet, since it
 * may have been rendered and wait for its post only; it has its job, and its time stays.
 */
export async function refreshMessages(
  db: Db,
  team: string,
  incident: string,
  at: Date,
): Promise<readonly Conversation[]> {
  const kinds = [...liveKinds];
  const rows = await db.$queryRaw<Changed[]>`
    UPDATE "OutgoingMessage" SET "wanted" = "wanted" + 1,
      "nextAt" = CASE "state" WHEN 'queued' THEN "nextAt" ELSE GREATEST("nextAt", ${at}) END
    WHERE "team" = ${team} AND "incidentId" = ${incident} AND "kind" = ANY(${kinds})
      AND "state" IN ('queued', 'sending', 'sent')
    RETURNING "conversation", "state"`;
  return toDeliver(rows);
}

/**
 * The next message of a conversation: first what has never been shown, in order, then what has changed. A message that
 * must wait holds back those about the same, so that nobody reads an answer before its question; nothing else waits for
 * it.
 */
export async function claimMessage(
  db: Db,
  team: string,
  conversation: Conversation,
  now: Date,
): Promise<Claim> {
  const key = conversationKey(conversation);
  // The conditions stand here as they stand in the partial indexes: what was sent long ago is not gone through.
  const first = await db.$queryRaw<Head[]>`
    SELECT DISTINCT ON ("about") "id", COALESCE("incidentId", "offerId") AS "about", "sequence", "nextAt"
    FROM "OutgoingMessage"
    WHERE "team" = ${team} AND "conversation" = ${key} AND "state" IN ('queued', 'sending')
    ORDER BY "about", "sequence"`;
  first.sort((a, b) => Number(a.sequence - b.sequence));
  const due = first.find(({ nextAt }) => nextAt <= now);
  if (due !== undefined) return take(db, team, due.id);
  const waiting = first.map(({ about }) => about);
  const [changed] = await db.$queryRaw<Omit<Head, 'about'>[]>`
    SELECT "id", "sequence", "nextAt" FROM "OutgoingMessage"
    WHERE "team" = ${team} AND "conversation" = ${key} AND "state" = 'sent' AND "wanted" > "shown"
      AND "channel" IS NOT NULL AND "ts" IS NOT NULL AND COALESCE("incidentId", "offerId") <> ALL(${waiting}::text[])
    ORDER BY "nextAt", "sequence" LIMIT 1`;
  if (changed !== undefined && changed.nextAt <= now) return take(db, team, changed.id);
  const times = [...first, ...(changed === undefined ? [] : [changed])].map(({ nextAt }) => nextAt.getTime());
  return times.length === 0 ? { kind: 'nothing' } : { kind: 'wait', until: Math.min(...times) };
}

type Head = {
  readonly id: string;
  readonly about: string;
  readonly sequence: bigint;
  readonly nextAt: Date;
};

async function take(db: Db, team: string, id: string): Promise<Claim> {
  const row = await db.outgoingMessage.findUniqueOrThrow({ where: { team_id: { team, id } } });
  const message = claimed(row, taskOf(row));
  return message === null
    ? { kind: 'unreadable', message: { id, kind: row.kind, attempts: row.attempts } }
    : { kind: 'message', message };
}

function taskOf({ state, channel, ts, attemptedAt }: OutgoingMessage): ClaimedMessage['task'] {
  if (state === 'sent' && channel !== null && ts !== null) return { kind: 'update', channel, ts };
  if (state === 'sending' && attemptedAt !== null) {
    return { kind: 'recover', attemptedAt: attemptedAt.getTime() };
  }
  return { kind: 'post' };
}

/**
 * Notes that a message is about to be posted. Null when it is not as it was read any more: of two that have read the
 * same row the second waits for the first, and then finds it changed.
 */
export async function beginAttempt(
  db: Db,
  { team, id, attempts }: ClaimedMessage,
  now: Date,
): Promise<number | null> {
  const { count } = await db.outgoingMessage.updateMany({
    where: { team, id, attempts, state: 'queued' },
    data: { state: 'sending', attemptedAt: now, attempts: { increment: 1 } },
  });
  return count === 1 ? now.getTime() : null;
}

/** Null when it is of a kind that this release does not know. */
function claimed(row: OutgoingMessage, task: ClaimedMessage['task']): ClaimedMessage | null {
  const { id, team, key, threadTs, under, correlation, attempts, wanted, digest } = row;
  const standing = under === null ? { threadTs } : { threadTs, under };
  const envelope = {
    id,
    team,
    key,
    ...standing,
    correlation,
    conversation: conversationFrom(row.conversation),
  };
  const taken = { ...envelope, attempts, wanted, digest, createdAt: row.createdAt.getTime(), task };
  const { incidentId: incident, offerId: offer } = row;
  if (offer !== null && row.kind === 'offer') {
    return { ...taken, about: 'offer', offer, body: { kind: 'offer' } };
  }
  const body = bodyOf(row);
  return body === null || incident === null ? null : { ...taken, about: 'incident', incident, body };
}

/** Null when it is of a kind that this release does not know. */
function bodyOf(row: OutgoingMessage): MessageBody | null {
  const params = row.params !== null && typeof row.params === 'object' ? row.params : {};
  return messageBodySchema.safeParse({ ...params, kind: row.kind }).data ?? null;
}

/** Keeps what became of a claimed message. */
export async function settleMessage(
  db: Db,
  team: string,
  id: string,
  settlement: Settlement,
  now: Date,
): Promise<void> {
  const where = { team_id: { team, id } };
  const row = await db.outgoingMessage.findUniqueOrThrow({ where });
  const onShow = row.ts !== null;
  switch (settlement.state) {
    case 'sent': {
      const { channel, ts, digest, shown } = settlement;
      const data = { state: 'sent', channel, ts, digest, shown, attempts: 0, failure: null };
      await db.outgoingMessage.update({ where, data: { ...data, nextAt: now } });
      return;
    }
    case 'again': {
      const { at, unsure, failure } = settlement;
      const state = onShow ? 'sent' : unsure ? 'sending' : 'queued';
      const attempts = onShow ? { attempts: { increment: 1 } } : {};
      await db.outgoingMessage.update({ where, data: { state, failure, nextAt: new Date(at), ...attempts } });
      return;
    }
    case 'anew': {
      const data = { state: 'queued', channel: null, ts: null, digest: null, attemptedAt: null };
      await db.outgoingMessage.update({ where, data: { ...data, failure: settlement.failure, nextAt: now } });
      return;
    }
    default: {
      // What can no longer be edited stays on show as it was.
      const stays = onShow && settlement.state === 'refused';
      const data = stays ? { shown: row.wanted } : { state: settlement.state };
      await db.outgoingMessage.update({ where, data: { ...data, failure: settlement.failure } });
    }
  }
}

/** Where a message is shown; null while it is not. */
export async function findShown(
  db: Db,
  team: string,
  key: string,
): Promise<{ readonly channel: string; readonly ts: string } | null> {
  const row = await db.outgoingMessage.findUnique({ where: { team_key: { team, key } } });
  if (row?.state !== 'sent' || row.channel === null || row.ts === null) return null;
  return { channel: row.channel, ts: row.ts };
}

/** What the message that stands there is about. Asked rarely, and by one person at a time. */
export async function findIncidentShownAt(
  db: Db,
  team: string,
  { channel, ts }: { readonly channel: string; readonly ts: string },
): Promise<string | null> {
  const where = { team, channel, ts, state: 'sent', incidentId: { not: null } };
  return (await db.outgoingMessage.findFirst({ where, select: { incidentId: true } }))?.incidentId ?? null;
}

/** Incidents of which a card stands, or is about to stand, in that channel. */
export async function findShownIn(db: Db, team: string, channel: string): Promise<readonly string[]> {
  const conversation = conversationKey({ kind: 'channel', channel });
  const state = { in: ['queued', 'sending', 'sent'] };
  const rows = await db.outgoingMessage.findMany({
    where: { team, conversation, kind: 'card', state, incidentId: { not: null } },
    select: { incidentId: true },
    distinct: ['incidentId'],
  });
  return rows.flatMap(({ incidentId }) => incidentId ?? []);
}

/** Whether something there was never shown yet. */
export async function isAwaited(db: Db, team: string, conversation: Conversation): Promise<boolean> {
  const key = conversationKey(conversation);
  // The condition stands here as it stands in the partial index.
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "OutgoingMessage"
    WHERE "team" = ${team} AND "conversation" = ${key} AND "state" IN ('queued', 'sending') LIMIT 1`;
  return rows.length > 0;
}

const week = 7 * 24 * 3_600_000;

/** Conversations in which something should have been shown by then and was not. */
export async function findOverdue(
  db: Db,
  before: Date,
): Promise<readonly { readonly team: string; readonly conversation: Conversation }[]> {
  const since = new Date(before.getTime() - week);
  const rows = await db.$queryRaw<{ team: string; conversation: string }[]>`
    SELECT DISTINCT "team", "conversation" FROM "OutgoingMessage"
    WHERE "nextAt" < ${before} AND "nextAt" > ${since}
      AND ("state" IN ('queued', 'sending') OR ("state" = 'sent' AND "wanted" > "shown"))`;
  return rows.map(({ team, conversation }) => ({ team, conversation: conversationFrom(conversation) }));
}
