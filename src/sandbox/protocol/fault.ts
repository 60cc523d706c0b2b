/** Trouble that a test may ask for. */
import { z } from 'zod';

export const faultSchema = z.discriminatedUnion('fault', [
  /** The next `times` calls are answered 429 with `Retry-After`. `method` may be `*`. */
  z.object({
    fault: z.literal('rate_limit'),
    method: z.string(),
    times: z.number().int().positive().default(1),
    retryAfterSeconds: z.number().int().positive().default(1),
  }),
  /** The next `times` calls are answered with that HTTP status, nothing done. */
  z.object({
    fault: z.literal('http_error'),
    method: z.string(),
    times: z.number().int().positive().default(1),
    status: z.number().int().min(400).max(599).default(503),
  }),
  /** The next `times` calls are answered `{ok:false,error}`, nothing done. */
  z.object({
    fault: z.literal('slack_error'),
    method: z.string(),
    times: z.number().int().positive().default(1),
    error: z.string(),
  }),
  /** The answer (or with `when: 'before'` the call itself) waits that long on the sandbox's clock. */
  z.object({
    fault: z.literal('slow'),
    method: z.string(),
    times: z.number().int().positive().default(1),
    ms: z.number().int().positive(),
    when: z.enum(['before', 'after']).default('after'),
  }),
  /** The call takes effect, and the connection is then destroyed without an answer. */
  z.object({
    fault: z.literal('lost_answer'),
    method: z.string(),
    times: z.number().int().positive().default(1),
  }),
  /** As on a Slack that does not have this method: `unknown_method`, until the faults are cleared. */
  z.object({ fault: z.literal('missing_method'), method: z.string() }),
  /** The scope is taken from the token: `missing_scope`, until the faults are cleared. */
  z.object({ fault: z.literal('remove_scope'), scope: z.string() }),
  /** The next `times` events (of that type, when given) are sent twice, late, or not at all. */
  z.object({
    fault: z.literal('event'),
    what: z.enum(['duplicate', 'delay', 'drop']),
    /** Type of the inner event, for example `message` or `app_mention`. */
    eventType: z.string().optional(),
    times: z.number().int().positive().default(1),
    ms: z.number().int().nonnegative().default(0),
  }),
]);
export type Fault = z.infer<typeof faultSchema>;
/** A fault as a caller writes it, with defaults left out. */
export type FaultInput = z.input<typeof faultSchema>;
