/** What went over the wire, and the live stream of changes. */
import { z } from 'zod';

const json = z.record(z.string(), z.unknown());
const trafficBase = { n: z.number(), at: z.number() };
export const trafficEntrySchema = z.discriminatedUnion('kind', [
  /** A Web API call and its answer; `httpStatus` 0 when the answer was withheld. */
  z.object({
    ...trafficBase,
    kind: z.literal('call'),
    method: z.string(),
    args: json,
    httpStatus: z.number(),
    answer: json,
    ms: z.number(),
  }),
  /** A post to a response_url. */
  z.object({ ...trafficBase, kind: z.literal('response'), body: json, httpStatus: z.number(), answer: json }),
  /** An envelope sent to the bot; `connection` is 0 for a request over HTTP. */
  z.object({
    ...trafficBase,
    kind: z.literal('envelope'),
    envelopeId: z.string(),
    type: z.enum(['events_api', 'slash_commands', 'interactive']),
    connection: z.number(),
    retryAttempt: z.number(),
    payload: json,
  }),
  /** The bot's acknowledgement. `problem` says why its content was not accepted. */
  z.object({
    ...trafficBase,
    kind: z.literal('ack'),
    envelopeId: z.string(),
    late: z.boolean(),
    payload: z.unknown(),
    problem: z.string().nullable(),
  }),
  z.object({
    ...trafficBase,
    kind: z.literal('socket'),
    what: z.enum(['open', 'close']),
    connection: z.number(),
  }),
]);
export type TrafficEntry = z.infer<typeof trafficEntrySchema>;

export const trafficSchema = z.object({ last: z.number(), entries: z.array(trafficEntrySchema) });
export type Traffic = z.infer<typeof trafficSchema>;

/**
 * Something changed, or went over the wire; whoever shows one of `people` fetches that screen again. Several changes
 * may come as one.
 */
export const changeSchema = z.object({
  version: z.number(),
  /** User ids whose screen may look different; `*` is everyone. */
  people: z.array(z.string()),
  /** The number of the newest entry of the traffic. */
  traffic: z.number(),
});
export type Change = z.infer<typeof changeSchema>;
