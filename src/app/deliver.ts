import { createHash } from 'node:crypto';
import type { IncidentCommand } from '../domain/commands.ts';
import type { Instant, TeamId } from '../domain/identifiers.ts';
import { actWithin } from './act.ts';
import type {
  CallFailure,
  ClaimedMessage,
  Clock,
  Conversation,
  Ids,
  Messenger,
  Posted,
  Reading,
  RenderedMessage,
  Renderer,
  Settlement,
  Store,
} from './ports.ts';
import { readFor, viewerOf } from './reading.ts';

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
};

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
    const { message } = claim;
    const settlement = await deps.under(message.correlation, async () => {
      const outcome = await handle(deps, message);
      await settle(deps, message, outcome);
      return outcome;
    });
    if (settlement.state === 'again') return again(deps, team, conversation, settlement.at);
  }
  return again(deps, team, conversation, deps.clock.now());
}

function again(deps: DeliverDeps, team: TeamId, conversation: Conversation, at: Instant): Promise<void> {
  return deps.store.transact((tx) => tx.addJobs([{ task: 'deliver', team, conversation, at }]));
}

async function handle(
  deps: DeliverDeps,
  message: ClaimedMessage,
): Promise<Settlement & { readonly paused?: boolean }> {
  const incident = await deps.store.incident(message.team, message.incident);
  if (incident === null) return { state: 'withdrawn', failure: 'no_such_incident' };
  const { place } = incident;
  const asks = message.body.kind === 'ask' && place.kind === 'thread';
  const threadLink = asks ? await deps.messenger.permalink(message.team, place.channel, place.ts) : null;
  const reading = { ...(await readFor(deps, incident, viewerOf(message.body, incident))), threadLink };
  const drawn = draw(deps, message, reading);
  if (drawn.kind === 'failed') return { state: 'refused', failure: 'render_failed' };
  const { rendered } = drawn;
  if (message.task.kind === 'update') return change(deps, message, message.task, rendered);
  if (message.task.kind === 'recover') {
    const found = await recover(deps, message, message.task.attemptedAt);
    return found.kind === 'posted' ? adopted(message, found) : found.settlement;
  }
  if (rendered === null) return { state: 'withdrawn', failure: null };
  const paused = tellsWhetherPaused(message)
    ? await deps.messenger.isPaused(message.team, message.conversation.user)
    : false;
  const posted = await deps.messenger.post(message, rendered);
  return posted.kind === 'posted'
    ? { ...sent(message, posted, rendered), paused }
    : failed(deps, message, posted);
}

type Drawn =
  | { readonly kind: 'drawn'; readonly rendered: RenderedMessage | null }
  | { readonly kind: 'failed' };

/** A view that throws must not hold back what waits behind it: the message is refused, and the refusal is told. */
function draw(deps: DeliverDeps, message: ClaimedMessage, reading: Reading): Drawn {
  try {
    return { kind: 'drawn', rendered: deps.renderer.render(message.body, reading) };
  } catch {
    return { kind: 'failed' };
  }
}

/** Asks and summaries to a person: whether their notifications were off is part of an honest answer. */
function tellsWhetherPaused(
  message: ClaimedMessage,
): message is ClaimedMessage & { conversation: Extract<Conversation, { kind: 'user' }> } {
  const { kind } = message.body;
  return (kind === 'ask' || kind === 'summary') && message.conversation.kind === 'user';
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
  // What cannot be edited any more stays as it was last shown.
  return updated.kind === 'refused'
    ? { state: 'refused', failure: updated.code }
    : failed(deps, message, updated);
}

type Recovered = Posted | { readonly kind: 'settled'; readonly settlement: Settlement };

/** After an unsure attempt: look for the message before posting it again. */
async function recover(deps: DeliverDeps, message: ClaimedMessage, attemptedAt: Instant): Promise<Recovered> {
  const safeFrom = attemptedAt + deps.messenger.deadlineMs;
  if (deps.clock.now() < safeFrom) {
    const settlement = { state: 'again', at: safeFrom, unsure: true, failure: 'unsure' } as const;
    return { kind: 'settled', settlement };
  }
  const found = await deps.messenger.find(message, message.createdAt);
  if (found.kind === 'posted') return found;
  // Where nobody can look: a cry for help goes out twice rather than never, everything else never twice.
  const postAgain = found.kind === 'absent' || (found.kind === 'unreadable' && message.body.kind === 'ask');
  if (postAgain) {
    // As a new attempt, with its own time, so that its own outcome can be looked up.
    const settlement = { state: 'again', at: deps.clock.now(), unsure: false, failure: found.kind } as const;
    return { kind: 'settled', settlement };
  }
  if (found.kind === 'unreadable') {
    return { kind: 'settled', settlement: { state: 'refused', failure: 'unsure_and_unreadable' } };
  }
  return { kind: 'settled', settlement: failed(deps, message, found, true) };
}

/** It shows what was true at the earlier attempt: `shown` stays behind, so that it is brought up to date next. */
function adopted(message: ClaimedMessage, { channel, ts }: Posted): Settlement {
  return { state: 'sent', channel, ts, digest: '', shown: message.wanted - 1 };
}

function sent(message: ClaimedMessage, posted: Posted, rendered: RenderedMessage): Settlement {
  const { channel, ts } = posted;
  return { state: 'sent', channel, ts, digest: digestOf(rendered), shown: message.wanted };
}

/** 1, 2, 4 … seconds, at most a minute. */
function backoff(attempts: number): number {
  return Math.min(60_000, 1_000 * 2 ** Math.min(attempts, 10));
}

function failed(
  deps: DeliverDeps,
  message: ClaimedMessage,
  failure: CallFailure,
  stillUnsure = false,
): Settlement {
  if (failure.kind === 'refused') return { state: 'refused', failure: failure.code };
  const unsure = stillUnsure || failure.kind === 'unsure';
  const code = failure.kind === 'rate_limited' ? 'rate_limited' : failure.code;
  const wait = failure.kind === 'rate_limited' ? failure.retryAfterMs : backoff(message.attempts);
  const deadline = failure.kind === 'unsure' ? deps.messenger.deadlineMs : 0;
  return { state: 'again', at: deps.clock.now() + Math.max(wait, deadline), unsure, failure: code };
}

export function digestOf(rendered: RenderedMessage): string {
  return createHash('sha256').update(JSON.stringify(rendered)).digest('base64url');
}

/** Keeps what became of the message; what people must hear of it is decided in the same transaction. */
async function settle(
  deps: DeliverDeps,
  message: ClaimedMessage,
  settlement: Settlement & { readonly paused?: boolean },
): Promise<void> {
  if (settlement.state === 'again' || settlement.state === 'refused') {
    deps.onTrouble({
      messageId: message.id,
      kind: message.body.kind,
      failure: settlement.failure ?? 'unknown',
      attempts: message.attempts,
      final: settlement.state === 'refused',
    });
  }
  const command = message.task.kind === 'update' ? null : consequence(message, settlement);
  await deps.store.transact(async (tx) => {
    if (command !== null) {
      await actWithin(tx, deps, {
        ...{ team: message.team, incident: message.incident, actor: null, key: null },
        ...{ command: () => command, correlation: message.correlation },
      });
    }
    await tx.settle(message.team, message.id, settlement);
  });
}

function consequence(
  { body }: ClaimedMessage,
  settlement: Settlement & { readonly paused?: boolean },
): IncidentCommand | null {
  if (settlement.state !== 'sent' && settlement.state !== 'refused') return null;
  const delivery =
    settlement.state === 'sent'
      ? ({ outcome: 'delivered', paused: settlement.paused ?? false } as const)
      : ({ outcome: 'refused', reason: settlement.failure ?? 'unknown' } as const);
  if (body.kind === 'ask') return { type: 'ask_delivery', ask: body.ask, delivery };
  if (body.kind === 'summary') return { type: 'summary_delivery', delivery };
  return null;
}
