import type { Instant, TeamId } from '../domain/identifiers.ts';
import { drawSubject, type Subject, subjectOf } from './draw.ts';
import { describeFault, type Fault } from './fault.ts';
import type {
  ClaimedMessage,
  Clock,
  Conversation,
  Ids,
  Messenger,
  RenderedMessage,
  Renderer,
  Settlement,
  Store,
} from './ports.ts';
import { Unreadable } from './ports.ts';
import { recover } from './recover.ts';
import { type Outcome, settle } from './settle.ts';
import { adopted, digestOf, failed, longestAttemptMs, longestBeginMs, sent } from './settlements.ts';

export type DeliverDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly messenger: Messenger;
  readonly renderer: Renderer;
  /** Told of each message that could not be delivered for good, or not yet; ids and codes only. */
  readonly onTrouble: (trouble: DeliveryTrouble) => void;
  /** Does work under the correlation id of the request that caused a message. */
  readonly under: <T>(correlation: string, work: () => Promise<T>) => Promise<T>;
};

export type DeliveryTrouble = {
  readonly messageId: string;
  readonly kind: string;
  readonly failure: string;
  readonly attempts: number;
  readonly final: boolean;
  readonly fault?: Fault;
};

/** When to see to a conversation again that somebody else seems to be delivering. */
const lookAgainMs = 1_000;

/** More than this at once goes on in a job of its own, so that one conversation does not hold a worker for long. */
const batch = 20;

/**
 * Delivers what waits in one conversation, in order, until nothing is left or something must wait. One process does
 * this for a conversation at a time (the job queue sees to it). What is shown is rendered now, not when it was queued.
 */
export async function deliver(deps: DeliverDeps, team: TeamId, conversation: Conversation): Promise<void> {
  for (let count = 0; count < batch; count += 1) {
    const claim = await deps.store.transact((tx) => tx.claim(team, conversation));
    if (claim.kind === 'nothing') return;
    if (claim.kind === 'wait') return again(deps, team, conversation, claim.until);
    if (claim.kind === 'unreadable') {
      await giveUp(deps, team, claim.message);
      continue;
    }
    const { message } = claim;
    const left = await deps.under(message.correlation, () => handleAndSettle(deps, message));
    if (left !== null) return again(deps, team, conversation, left.at);
  }
  return again(deps, team, conversation, deps.clock.now());
}

function again(deps: DeliverDeps, team: TeamId, conversation: Conversation, at: Instant): Promise<void> {
  return deps.store.transact((tx) => tx.addJobs([{ task: 'deliver', team, conversation, at }]));
}

/**
 * What nobody can read must not hold back what waits behind it. Nothing is decided from it, since nobody knows what it
 * is: the timers of its incident go on when a release is there that can read it.
 */
async function giveUp(
  deps: DeliverDeps,
  team: TeamId,
  { id, kind, attempts }: { readonly id: string; readonly kind: string; readonly attempts: number },
  fault?: Fault,
): Promise<void> {
  const trouble = { messageId: id, kind, failure: 'unreadable', attempts, final: true };
  deps.onTrouble(fault === undefined ? trouble : { ...trouble, fault });
  await deps.store.transact((tx) => tx.settle(team, id, { state: 'refused', failure: 'unreadable' }));
}

/** Null when it is settled, whatever it came to. */
async function handleAndSettle(deps: DeliverDeps, message: ClaimedMessage): Promise<Left | null> {
  try {
    const outcome = await handle(deps, message);
    if (outcome.state === 'left') return outcome;
    await settle(deps, message, outcome);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { id, team, body, attempts } = message;
    await giveUp(deps, team, { id, kind: body.kind, attempts }, describeFault(error));
  }
  return null;
}

/** It may be in somebody else's hands: what becomes of it is not for this process to say. */
type Left = { readonly state: 'left'; readonly at: Instant };

async function handle(deps: DeliverDeps, claimed: ClaimedMessage): Promise<Outcome | Left> {
  const subject = await subjectOf(deps, claimed);
  if (subject === null) return { state: 'withdrawn', failure: 'nothing_to_show' };
  if (isInGoneRoom(claimed, subject)) return { state: 'withdrawn', failure: 'room_gone' };
  const message = await inItsThread(deps, claimed);
  if (message === null) return { state: 'refused', failure: 'thread_not_found' };
  if (message.task.kind === 'recover') {
    const recovered = await recover(deps, message, message.task.attemptedAt);
    if (recovered.kind !== 'posted') return recovered.settlement;
    return { ...adopted(message, recovered), paused: await isPaused(deps, message) };
  }
  const isNew = message.task.kind === 'post';
  // Somebody waits for it: what has to be asked of Slack before the post is asked side by side.
  const [drawn, paused] = await Promise.all([
    drawSubject(deps, subject),
    isNew && isPaused(deps, message),
    isNew && deps.messenger.prepare(message),
  ]);
  if (drawn.kind === 'failed') return { state: 'refused', failure: 'render_failed', fault: drawn.fault };
  const { rendered } = drawn;
  if (message.task.kind === 'update') return change(deps, message, message.task, rendered);
  if (rendered === null) return { state: 'withdrawn', failure: null };
  const held = await begin(deps, message);
  if (held !== null) return held;
  const posted = await deps.messenger.post(message, rendered);
  return posted.kind === 'posted'
    ? { ...sent(message, posted, rendered), paused }
    : failed(deps, message, posted);
}

/** In the thread of the message that it stands under, which was to be shown before. Null when that is not there. */
async function inItsThread({ store }: DeliverDeps, message: ClaimedMessage): Promise<ClaimedMessage | null> {
  const { under, task } = message;
  if (under === undefined || message.about !== 'incident' || task.kind === 'update') return message;
  const shown = await store.shownAt(message.team, message.incident, under);
  return shown === null ? null : { ...message, threadTs: shown.ts };
}

/** What stands in an archived room stays as it was: Slack would refuse every change. */
function isInGoneRoom({ conversation, task }: ClaimedMessage, subject: Subject): boolean {
  if (subject.about !== 'incident' || conversation.kind !== 'channel') return false;
  const { room } = subject.incident;
  return conversation.channel === room?.channel && room.state === 'gone' && task.kind === 'update';
}

/** The last thing before a message is posted. Null when it may be; otherwise what is done instead. */
async function begin(deps: DeliverDeps, message: ClaimedMessage): Promise<Outcome | Left | null> {
  const attemptedAt = await deps.store.transact((tx) => tx.beginAttempt(message));
  const now = deps.clock.now();
  if (attemptedAt === null) return { state: 'left', at: now + lookAgainMs };
  if (now - attemptedAt <= longestBeginMs) return null;
  // A process that slept may have been taken over: others look for the message as soon as an attempt can be over.
  const safeFrom = attemptedAt + longestAttemptMs(deps.messenger);
  if (now >= safeFrom) return { state: 'left', at: now + lookAgainMs };
  return { state: 'again', at: now, unsure: false, failure: 'begun_too_slowly' };
}

/** Of asks and summaries to a person: whether their notifications are off is part of an honest answer. */
async function isPaused({ messenger }: DeliverDeps, message: ClaimedMessage): Promise<boolean> {
  const { team, body, conversation } = message;
  if ((body.kind !== 'ask' && body.kind !== 'summary') || conversation.kind !== 'user') return false;
  return messenger.isPaused(team, conversation.user);
}

async function change(
  deps: DeliverDeps,
  message: ClaimedMessage,
  shown: { readonly channel: string; readonly ts: string },
  rendered: RenderedMessage | null,
): Promise<Settlement> {
  if (rendered === null) {
    const removed = await deps.messenger.remove(message, shown);
    return removed.kind === 'posted' || removed.kind === 'refused'
      ? { state: 'withdrawn', failure: null }
      : failed(deps, message, removed);
  }
  const same = digestOf(rendered) === message.digest;
  if (same) return sent(message, { kind: 'posted', ...shown }, rendered);
  const updated = await deps.messenger.update(message, shown, rendered);
  if (updated.kind === 'posted') return sent(message, updated, rendered);
  // Somebody deleted the card: without it the incident has no face, so it comes again. The rest has been read.
  if (updated.kind === 'refused' && updated.code === 'message_not_found' && message.body.kind === 'card') {
    return { state: 'anew', failure: updated.code };
  }
  // What cannot be edited any more stays as it was last shown.
  return updated.kind === 'refused'
    ? { state: 'refused', failure: updated.code }
    : failed(deps, message, updated);
}
