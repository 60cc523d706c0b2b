import { conversationKey } from '../../../src/app/conversation.ts';
import type { Claim, ClaimedMessage, Conversation, NewMessage, Settlement } from '../../../src/app/ports.ts';
import { liveKinds } from '../../../src/domain/effects.ts';
import type { MemoryState, MessageRow } from './memory-state.ts';

export function addMessage({ messages }: MemoryState, message: NewMessage, now: number): void {
  if (messages.some((row) => row.team === message.team && row.key === message.key)) return;
  messages.push({
    ...message,
    ...{ sequence: messages.length + 1, state: 'queued', wanted: 1, shown: 0, digest: null, channel: null },
    ...{ ts: null, attempts: 0, attemptedAt: null, nextAt: now, failure: null, createdAt: now },
  });
}

export function refresh(state: MemoryState, team: string, incident: string, now: number): Conversation[] {
  return refreshWhere(
    state,
    now,
    (row) =>
      row.team === team &&
      row.about === 'incident' &&
      row.incident === incident &&
      liveKinds.includes(row.body.kind),
  );
}

export function refreshOffer(state: MemoryState, team: string, offer: string, now: number): Conversation[] {
  const isAbout = (row: MessageRow) => row.team === team && row.about === 'offer' && row.offer === offer;
  return refreshWhere(state, now, isAbout);
}

function refreshWhere(state: MemoryState, now: number, live: (row: MessageRow) => boolean): Conversation[] {
  const stale = state.messages.filter(
    (row) => live(row) && (row.state === 'queued' || row.state === 'sending' || row.state === 'sent'),
  );
  const sentOnes = stale.filter((row) => row.state !== 'queued');
  for (const row of stale) row.wanted += 1;
  for (const row of sentOnes) row.nextAt = Math.max(row.nextAt, now);
  return [...new Map(sentOnes.map((row) => [conversationKey(row.conversation), row.conversation])).values()];
}

const subject = (row: MessageRow): string => (row.about === 'incident' ? row.incident : row.offer);

/** First what was never shown, in order within an incident; then what has changed, the longest due first. */
export function claim(state: MemoryState, team: string, conversation: Conversation, now: number): Claim {
  const key = conversationKey(conversation);
  const here = state.messages.filter((row) => row.team === team && conversationKey(row.conversation) === key);
  const unsent = here.filter((row) => row.state === 'queued' || row.state === 'sending');
  const first = unsent.filter((row) => unsent.find((other) => subject(other) === subject(row)) === row);
  const due = first.find(({ nextAt }) => nextAt <= now);
  if (due !== undefined) {
    return due.state === 'sending' && due.attemptedAt !== null
      ? claimed(due, { kind: 'recover', attemptedAt: due.attemptedAt })
      : claimed(due, { kind: 'post' });
  }
  const waits = (row: MessageRow) => first.some((other) => subject(other) === subject(row));
  const [changed] = here
    .filter((row) => row.state === 'sent' && row.wanted > row.shown && !waits(row))
    .sort((a, b) => a.nextAt - b.nextAt || a.sequence - b.sequence);
  if (changed !== undefined && changed.nextAt <= now && changed.channel !== null && changed.ts !== null) {
    return claimed(changed, { kind: 'update', channel: changed.channel, ts: changed.ts });
  }
  const times = [...first, ...(changed === undefined ? [] : [changed])].map(({ nextAt }) => nextAt);
  return times.length === 0 ? { kind: 'nothing' } : { kind: 'wait', until: Math.min(...times) };
}

export function beginAttempt(
  { messages }: MemoryState,
  { team, id, attempts }: ClaimedMessage,
  now: number,
): number | null {
  const row = messages.find((each) => each.team === team && each.id === id);
  if (row?.state !== 'queued' || row.attempts !== attempts) return null;
  Object.assign(row, { state: 'sending', attemptedAt: now, attempts: attempts + 1 });
  return now;
}

function claimed(row: MessageRow, task: ClaimedMessage['task']): Claim {
  if (row.unreadable === true) {
    return { kind: 'unreadable', message: { id: row.id, kind: row.body.kind, attempts: row.attempts } };
  }
  const { id, team, key, conversation, threadTs, correlation, attempts, wanted, digest, createdAt } = row;
  const standing = row.under === undefined ? { threadTs } : { threadTs, under: row.under };
  const envelope = { id, team, key, conversation, ...standing, correlation };
  const taken = { ...envelope, attempts, wanted, digest, createdAt, task };
  const message: ClaimedMessage =
    row.about === 'incident'
      ? { ...taken, about: row.about, incident: row.incident, body: row.body }
      : { ...taken, about: row.about, offer: row.offer, body: row.body };
  return { kind: 'message', message };
}

export function settle(
  state: MemoryState,
  team: string,
  id: string,
  settlement: Settlement,
  now: number,
): void {
  const row = state.messages.find((each) => each.team === team && each.id === id);
  if (row === undefined) throw new Error('there is no such message');
  const onShow = row.ts !== null;
  switch (settlement.state) {
    case 'sent': {
      const { channel, ts, digest, shown } = settlement;
      const rest = { attempts: 0, failure: null, nextAt: now };
      Object.assign(row, { state: 'sent', channel, ts, digest, shown, ...rest });
      return;
    }
    case 'again': {
      const { at, unsure, failure } = settlement;
      const next = onShow ? 'sent' : unsure ? 'sending' : 'queued';
      const attempts = onShow ? row.attempts + 1 : row.attempts;
      Object.assign(row, { state: next, failure, nextAt: at, attempts });
      return;
    }
    case 'anew': {
      const gone = { channel: null, ts: null, digest: null, attemptedAt: null };
      Object.assign(row, { state: 'queued', ...gone, failure: settlement.failure, nextAt: now });
      return;
    }
    default: {
      const stays = onShow && settlement.state === 'refused';
      Object.assign(row, stays ? { shown: row.wanted } : { state: settlement.state });
      row.failure = settlement.failure;
    }
  }
}

const week = 7 * 24 * 3_600_000;

export function overdue(
  { messages }: MemoryState,
  before: number,
): { readonly team: string; readonly conversation: Conversation }[] {
  const late = messages.filter(
    (row) =>
      row.nextAt < before &&
      row.nextAt > before - week &&
      (row.state === 'queued' || row.state === 'sending' || (row.state === 'sent' && row.wanted > row.shown)),
  );
  const found = late.map(({ team, conversation }) => ({ team, conversation }));
  return [
    ...new Map(found.map((each) => [`${each.team}/${conversationKey(each.conversation)}`, each])).values(),
  ];
}
