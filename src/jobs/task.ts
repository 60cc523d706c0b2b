import type { z } from 'zod';

export type JobContext = {
  readonly id: string;
  readonly task: string;
  /** 1 for the first try. It stops counting at a few, since the pauses between tries stop growing there. */
  readonly attempt: number;
  /** Aborted when the process cannot wait for the job any longer. */
  readonly signal: AbortSignal;
};

/** What is done for a kind of job. It may run more than once: the process can die at any moment. */
export type Task = {
  readonly run: (payload: unknown, context: JobContext) => Promise<void>;
};

/** The payload of a job is not what its task takes. */
export class PayloadInvalid extends Error {
  override readonly name = 'PayloadInvalid';
  readonly code = 'payload_invalid';
}

/** A task that takes payloads of this shape. Payloads hold ids only; whatever else is in one is left out. */
export function task<Payload>(
  payload: z.ZodType<Payload>,
  handle: (payload: Payload, context: JobContext) => Promise<void>,
): Task {
  return {
    async run(raw, context) {
      const parsed = payload.safeParse(raw);
      if (!parsed.success) throw new PayloadInvalid('the payload has another shape');
      await handle(parsed.data, context);
    },
  };
}

/** What may be said about an error where anybody can read it: its code, or else its name. Never its message. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return /^[\w.:-]{1,60}$/.test(code) ? code : 'unknown';
}
