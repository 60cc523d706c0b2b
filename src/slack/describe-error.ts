import { StoreBusy } from '../app/ports.ts';
import { TooSlow } from './deadline.ts';
import { NetworkError, SlackCallError } from './errors.ts';
import { UnreadablePayload } from './payloads.ts';
import { UnknownControl } from './problem.ts';

export type ErrorLine = {
  readonly type: string;
  readonly code?: string;
  readonly message?: string;
  readonly at?: readonly string[];
  readonly cause?: ErrorLine;
};

/** Errors whose messages are written by us or by the engine, and hold no values. */
const quotesNobody = [
  ...[TypeError, RangeError, ReferenceError, StoreBusy, TooSlow],
  ...[NetworkError, SlackCallError, UnreadablePayload, UnknownControl],
];

/**
 * An error as it may stand in a log line. The message of one that we do not know may quote what a person typed (a
 * database repeats the value it could not store), so only its kind, its code and where it came from are kept.
 */
export function describeError(error: unknown, depth = 0): ErrorLine {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = error.stack?.match(/^ {1,8}at .{1,300}$/gm)?.slice(0, 12);
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(quotesNobody.some((known) => error instanceof known) ? { message: error.message } : {}),
    ...(frames === undefined ? {} : { at: frames.map((frame) => frame.trim()) }),
    ...(error.cause === undefined || depth > 3 ? {} : { cause: describeError(error.cause, depth + 1) }),
  };
}
