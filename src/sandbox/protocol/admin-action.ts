/** What a test does to Slack itself. */
import { z } from 'zod';
import { faultSchema } from './fault.ts';
import { policySchema } from './policy.ts';
import { personSchema } from './workspace.ts';

export const adminActionSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('advanceClock'), ms: z.number().int().nonnegative() }),
  z.object({ do: z.literal('setClock'), now: z.number().int() }),
  z.object({ do: z.literal('fault'), fault: faultSchema }),
  /** All of them, or those like this one, however often they still were to happen. */
  z.object({ do: z.literal('clearFaults'), like: faultSchema.optional() }),
  /** Sends an event again, as after a lost acknowledgement: by id, or the last one (of a type). */
  z.object({ do: z.literal('redeliver'), eventId: z.string().optional(), eventType: z.string().optional() }),
  /** `drop` cuts the bot's sockets; `warn` and `refresh` ask it to reconnect, as Slack does about hourly. */
  z.object({ do: z.literal('sockets'), how: z.enum(['drop', 'warn', 'refresh']) }),
  z.object({
    do: z.literal('updatePerson'),
    user: z.string(),
    set: personSchema
      .pick({
        realName: true,
        displayName: true,
        title: true,
        tz: true,
        locale: true,
        isAdmin: true,
        isRestricted: true,
        isUltraRestricted: true,
        isStranger: true,
        deleted: true,
        presence: true,
        dnd: true,
        pausedUntil: true,
      })
      .partial(),
  }),
  z.object({
    do: z.literal('updateConversation'),
    channel: z.string(),
    set: z
      .object({
        archived: z.boolean(),
        /** With another organisation; who shall it be is said by `shareChannel`. */
        shared: z.boolean(),
        readOnly: z.boolean(),
        members: z.array(z.string()),
      })
      .partial(),
  }),
  /** Decisions of the workspace's owners: {@link policySchema}. */
  z.object({ do: z.literal('setPolicy'), set: policySchema.partial() }),
  /** Shares a channel with another organisation, or (`pending`) only invites it. `channel_shared` is sent. */
  z.object({
    do: z.literal('shareChannel'),
    channel: z.string(),
    /** Team id; the seeded other organisation when left out. */
    team: z.string().default('T0OUTSIDE'),
    pending: z.boolean().default(false),
  }),
  /** Ends that; the people of that organisation are out. `channel_unshared` is sent. */
  z.object({ do: z.literal('unshareChannel'), channel: z.string(), team: z.string().default('T0OUTSIDE') }),
  /** Makes a user group, or changes the one with that handle. */
  z.object({
    do: z.literal('setUserGroup'),
    handle: z.string().regex(/^[\w.-]+$/),
    name: z.string().optional(),
    users: z.array(z.string()),
  }),
  z.object({ do: z.literal('addPerson'), person: personSchema.partial().extend({ name: z.string() }) }),
  /** Back to the seed; connections stay. */
  z.object({ do: z.literal('reset') }),
]);
export type AdminAction = z.infer<typeof adminActionSchema>;
export type AdminActionInput = z.input<typeof adminActionSchema>;

export const adminAnswerSchema = z.object({
  ok: z.literal(true),
  now: z.number(),
  id: z.string().optional(),
});
export type AdminAnswer = z.infer<typeof adminAnswerSchema>;

export const controlErrorSchema = z.object({ error: z.string(), issues: z.array(z.string()) });
export type ControlError = z.infer<typeof controlErrorSchema>;
