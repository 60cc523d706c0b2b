import type { Instant } from '../domain/identifiers.ts';
import type { CallFailure, ClaimedMessage, Clock, Messenger, Posted, Settlement } from './ports.ts';
import { failed, longestAttemptMs } from './settlements.ts';

type Recovered = Posted | { readonly kind: 'settled'; readonly settlement: Settlement };

const settled = (settlement: Settlement): Recovered => ({ kind: 'settled', settlement });

/**
 * After an unsure attempt: looks for the message before it is posted again, and not before that attempt can no longer
 * have an effect. Where nobody can look, a cry for help goes out twice rather than never, everything else never twice.
 */
export async function recover(
  deps: { readonly clock: Clock; readonly messenger: Messenger },
  message: ClaimedMessage,
  attemptedAt: Instant,
): Promise<Recovered> {
  const safeFrom = attemptedAt + longestAttemptMs(deps.messenger);
  if (deps.clock.now() < safeFrom) {
    return settled({ state: 'again', at: safeFrom, unsure: true, failure: 'unsure' });
  }
  const found = await deps.messenger.find(message, message.createdAt);
  if (found.kind === 'posted') return found;
  const isBlind = found.kind === 'unreadable' || found.kind === 'refused';
  if (found.kind === 'absent' || (isBlind && message.body.kind === 'ask')) {
    // As a new attempt, with its own time, so that its own outcome can be looked up.
    return settled({ state: 'again', at: deps.clock.now(), unsure: false, failure: found.kind });
  }
  if (isBlind) return settled({ state: 'refused', failure: 'unsure_and_unreadable' });
  return settled(failed(deps, message, found satisfies CallFailure, 'unsure'));
}
