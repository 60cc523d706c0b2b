/** What went wrong with something a person did, as far as they need to know. */
import { StoreBusy } from '../app/ports.ts';
import { TooSlow } from './deadline.ts';
import { Declined } from './declined.ts';
import { SlackCallError } from './errors.ts';
import { UnreadablePayload } from './payloads.ts';
import type { RequestKind } from './whereabouts.ts';

export type ProblemReason =
  /** Not carried out, for a reason that the listener says itself: see `Declined`. */
  | 'declined'
  /** Something broke. Nothing is known about whether it was saved. */
  | 'failed'
  /** It was not saved in time. Doing it again is safe. */
  | 'too_slow'
  /** What Slack sent could not be understood, for instance from a form of an older version. */
  | 'unreadable'
  /** The button, form or command is not known (any more). */
  | 'unknown_control'
  /** Slack did not do what was asked of it. */
  | 'slack_failed'
  /** Slack lets a window open only within three seconds of the click: click again. */
  | 'expired';

export type Problem = {
  readonly reason: ProblemReason;
  /** Where it is said; in `submission` the form stays open with everything typed. */
  readonly kind: RequestKind;
  /** For whoever looks into it; the same stands in the log. */
  readonly reference: string;
  readonly user: string | undefined;
  /** What a person typed behind a command, as Slack escapes it: to be given back to them, and to nobody else. */
  readonly typed?: string | undefined;
};

/** The words a problem is told in: calm, what did not happen, what to do now, and the reference. */
export interface ProblemWords {
  /** One to three short sentences, at most 300 characters, and what is given back, as mrkdwn. Not asked when the listener declined with its own. */
  sentence(problem: Problem): string;
  /** Of the small window that is opened where nothing else can show the sentence; at most 24 characters. */
  title(problem: Problem): string;
  /** Its only button; at most 24 characters. */
  close(problem: Problem): string;
}

/** No listener is registered for what the person did. */
export class UnknownControl extends Error {
  readonly code = 'unknown_control';

  constructor(kind: RequestKind) {
    super(`no listener for this ${kind}`);
    this.name = 'UnknownControl';
  }
}

const expiredCodes = new Set([
  'expired_trigger_id',
  'exchanged_trigger_id',
  'trigger_expired',
  'trigger_exchanged',
]);

export function reasonOf(error: unknown): ProblemReason {
  if (error instanceof Declined) return 'declined';
  if (error instanceof UnreadablePayload) return 'unreadable';
  if (error instanceof UnknownControl) return 'unknown_control';
  if (error instanceof TooSlow || error instanceof StoreBusy) return 'too_slow';
  if (error instanceof SlackCallError) {
    const isExpired = error.failure.kind === 'refused' && expiredCodes.has(error.failure.code);
    return isExpired ? 'expired' : 'slack_failed';
  }
  return 'failed';
}
