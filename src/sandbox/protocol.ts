/**
 * The control API of the sandbox: what a pretend Slack client (the page, a test) may do and see, over HTTP.
 *
 * Everything here is the sandbox's own, so keys are camelCase; what Slack itself defines (blocks, options,
 * rich text) is passed through in Slack's own shape. Times are milliseconds since 1970 on the sandbox's clock,
 * except Slack's `ts` strings.
 *
 * | request                                  | answer                                        |
 * |------------------------------------------|-----------------------------------------------|
 * | `GET  /control/workspace`                | {@link Workspace}                             |
 * | `GET  /control/people/:user/screen`      | {@link Screen}: all that this person sees      |
 * | `POST /control/people/:user/do`          | body {@link PersonAction}, answer {@link Outcome} |
 * | `POST /control/do`                       | body {@link AdminAction}, answer {@link AdminAnswer} |
 * | `GET  /control/traffic?since=N`          | {@link Traffic}: what went over the wire       |
 * | `GET  /control/events`                   | server-sent events, each `data:` a {@link Change} |
 *
 * A body that does not parse is answered 400 with {@link ControlError}; an unknown person 404.
 */
import { z } from 'zod';

const json = z.record(z.string(), z.unknown());
/** A Block Kit block, as Slack writes it. */
export const blockSchema = z.looseObject({ type: z.string() });
export type Block = z.infer<typeof blockSchema>;

// ---------------------------------------------------------------- what there is

export const personSchema = z.object({
  id: z.string(),
  /** Short handle, what is typed after `@`. */
  name: z.string(),
  realName: z.string(),
  displayName: z.string(),
  title: z.string(),
  teamId: z.string(),
  /** IANA zone, for example `Europe/Berlin`. */
  tz: z.string(),
  locale: z.string(),
  isAdmin: z.boolean(),
  isBot: z.boolean(),
  /** Multi-channel guest. */
  isRestricted: z.boolean(),
  /** Single-channel guest. */
  isUltraRestricted: z.boolean(),
  /** Belongs to another organisation (Slack Connect). */
  isStranger: z.boolean(),
  /** Deactivated. */
  deleted: z.boolean(),
  presence: z.enum(['active', 'away']),
  /** The do-not-disturb schedule in the person's own zone, `HH:MM`; null when there is none. */
  dnd: z.object({ start: z.string(), end: z.string() }).nullable(),
  /** Notifications paused by hand until then; a bot cannot see it. */
  pausedUntil: z.number().nullable(),
});
export type Person = z.infer<typeof personSchema>;

export const conversationKindSchema = z.enum(['channel', 'private', 'dm', 'group']);
export type ConversationKind = z.infer<typeof conversationKindSchema>;

export const conversationSchema = z.object({
  id: z.string(),
  /** `channel` is public, `group` a group DM. */
  kind: conversationKindSchema,
  /** Without `#`; for a DM or group DM the handles of the others. */
  name: z.string(),
  topic: z.string(),
  members: z.array(z.string()),
  archived: z.boolean(),
  /** Shared with another organisation. */
  shared: z.boolean(),
});
export type Conversation = z.infer<typeof conversationSchema>;

export const commandSchema = z.object({
  /** With the slash. */
  command: z.string(),
  description: z.string(),
  usageHint: z.string(),
  shouldEscape: z.boolean(),
});
export type Command = z.infer<typeof commandSchema>;

export const shortcutSchema = z.object({
  type: z.enum(['message', 'global']),
  callbackId: z.string(),
  name: z.string(),
  description: z.string(),
});
export type Shortcut = z.infer<typeof shortcutSchema>;

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

export const workspaceSchema = z.object({
  team: z.object({ id: z.string(), name: z.string(), domain: z.string() }),
  bot: z.object({ userId: z.string(), botId: z.string(), appId: z.string(), name: z.string() }),
  people: z.array(personSchema),
  conversations: z.array(conversationSchema),
  userGroups: z.array(
    z.object({ id: z.string(), handle: z.string(), name: z.string(), users: z.array(z.string()) }),
  ),
  commands: z.array(commandSchema),
  shortcuts: z.array(shortcutSchema),
  /** The sandbox's clock now. */
  now: z.number(),
  /** How many sockets the bot holds. */
  connections: z.number(),
  faults: z.array(faultSchema),
});
export type Workspace = z.infer<typeof workspaceSchema>;

// ---------------------------------------------------------------- what a person sees

export const shownMessageSchema = z.object({
  channel: z.string(),
  ts: z.string(),
  /** User id of the author; for the app's messages its bot user. */
  user: z.string(),
  isBot: z.boolean(),
  /** Slack mrkdwn, with `&amp; &lt; &gt;`, `<@U…>`, `<#C…|name>`, `<https://…|label>`. */
  text: z.string(),
  /** When not empty, the blocks are shown instead of the text. */
  blocks: z.array(blockSchema),
  /** Set on a reply, and on a parent that has replies (then equal to `ts`). */
  threadTs: z.string().nullable(),
  replyCount: z.number(),
  replyUsers: z.array(z.string()),
  /** For example `channel_join`, `channel_topic`, `thread_broadcast`, `tombstone`; null for plain talk. */
  subtype: z.string().nullable(),
  edited: z.boolean(),
  /** "Only visible to you". */
  ephemeral: z.boolean(),
  reactions: z.array(z.object({ name: z.string(), users: z.array(z.string()) })),
});
export type ShownMessage = z.infer<typeof shownMessageSchema>;

export const shownConversationSchema = conversationSchema.extend({
  /** False for a public channel that this person could join; then there are no messages. */
  member: z.boolean(),
  /** May this person write here (member, not archived, the messages tab not read-only)? */
  writable: z.boolean(),
  /** Oldest first, replies included (tell them by `threadTs !== null && threadTs !== ts`). */
  messages: z.array(shownMessageSchema),
});
export type ShownConversation = z.infer<typeof shownConversationSchema>;

/**
 * What a person puts in a field: text, an option's `value`, a user or conversation id, `YYYY-MM-DD`, `HH:MM`, unix
 * seconds for a date-and-time picker, a list for the `multi_*` and checkboxes; null or `[]` empties it.
 */
export const fieldValueSchema = z.union([z.string(), z.number(), z.array(z.string()), z.null()]);
export type FieldValue = z.infer<typeof fieldValueSchema>;

export const fieldErrorSchema = z.object({ blockId: z.string(), message: z.string() });
export type FieldError = z.infer<typeof fieldErrorSchema>;

export const shownViewSchema = z.object({
  id: z.string(),
  type: z.enum(['modal', 'home']),
  callbackId: z.string(),
  title: z.string(),
  /** Label of the submit button; null when the view has none. */
  submit: z.string().nullable(),
  close: z.string(),
  /** With generated block and action ids filled in. */
  blocks: z.array(blockSchema),
  /** What is in the fields now: block id → action id → value. Every input is here, empty ones as null or []. */
  values: z.record(z.string(), z.record(z.string(), fieldValueSchema)),
  /** Errors shown at fields since the last submit. */
  errors: z.array(fieldErrorSchema),
  hash: z.string(),
});
export type ShownView = z.infer<typeof shownViewSchema>;

/** Something Slack itself told this person (never the app): a failure, a refusal. */
export const noticeSchema = z.object({
  id: z.number(),
  at: z.number(),
  channel: z.string().nullable(),
  viewId: z.string().nullable(),
  /** Slack's code: `operation_timeout`, `dispatch_failed`, `not_supported_in_threads`, … */
  error: z.string(),
  text: z.string(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** What the lock screen of this person showed. */
export const notificationSchema = z.object({
  at: z.number(),
  channel: z.string(),
  ts: z.string(),
  from: z.string(),
  text: z.string(),
  /** Do-not-disturb or a pause kept it from ringing. */
  silent: z.boolean(),
});
export type Notification = z.infer<typeof notificationSchema>;

export const screenSchema = z.object({
  /** Grows with each change of the workspace. */
  version: z.number(),
  now: z.number(),
  me: personSchema,
  conversations: z.array(shownConversationSchema),
  /** Open modals, the visible one last; at most three. */
  stack: z.array(shownViewSchema),
  /** The app's home tab, when one was published for this person. */
  home: shownViewSchema.nullable(),
  /** The newest twenty, oldest first. */
  notices: z.array(noticeSchema),
  /** The newest fifty, oldest first. */
  notifications: z.array(notificationSchema),
});
export type Screen = z.infer<typeof screenSchema>;

// ---------------------------------------------------------------- what a person does

/** Where a button or select is. */
export const placeSchema = z.discriminatedUnion('in', [
  z.object({ in: z.literal('message'), channel: z.string(), ts: z.string() }),
  /** The visible modal when `viewId` is left out. */
  z.object({ in: z.literal('view'), viewId: z.string().optional() }),
  z.object({ in: z.literal('home') }),
]);
export type Place = z.infer<typeof placeSchema>;

/**
 * `channel` is everywhere an id, `#name`, or `@handle` (the DM with that person or the app; opened when need be).
 * Text is what is typed in the composer: `@handle`, `#name`, `@channel` and addresses become Slack's markup, and
 * `& < >` are escaped, as Slack's client does.
 */
export const personActionSchema = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('post'),
    channel: z.string(),
    text: z.string().min(1),
    threadTs: z.string().optional(),
    /** "Also send to channel". */
    broadcast: z.boolean().optional(),
  }),
  z.object({ do: z.literal('edit'), channel: z.string(), ts: z.string(), text: z.string().min(1) }),
  z.object({ do: z.literal('delete'), channel: z.string(), ts: z.string() }),
  /** `command` with its slash. In a thread (`threadTs`) Slack refuses every app command. */
  z.object({
    do: z.literal('command'),
    channel: z.string(),
    command: z.string(),
    text: z.string().default(''),
    threadTs: z.string().optional(),
  }),
  z.object({ do: z.literal('messageShortcut'), channel: z.string(), ts: z.string(), callbackId: z.string() }),
  z.object({ do: z.literal('globalShortcut'), callbackId: z.string() }),
  /**
   * A click on a button, or a choice in a select, radio group, checkbox list, picker or overflow menu outside an
   * input block. `action` is its action_id or its visible label. A button with `confirm` answers `asks` until
   * `confirmed` is true.
   */
  z.object({
    do: z.literal('click'),
    place: placeSchema,
    action: z.string(),
    blockId: z.string().optional(),
    value: fieldValueSchema.optional(),
    confirmed: z.boolean().optional(),
  }),
  /** Types into the inputs of a modal; each key is a block_id, an action_id or a label. */
  z.object({
    do: z.literal('fill'),
    viewId: z.string().optional(),
    values: z.record(z.string(), fieldValueSchema),
    /** Enter was pressed in the field (for `on_enter_pressed`). */
    enter: z.boolean().optional(),
  }),
  /** The submit button of the visible modal. */
  z.object({ do: z.literal('submit'), viewId: z.string().optional() }),
  /** Cancel of the visible modal; `all` is the cross, which closes the whole stack. */
  z.object({ do: z.literal('close'), all: z.boolean().optional() }),
  /** The app's home (or its messages tab). */
  z.object({ do: z.literal('openHome'), tab: z.enum(['home', 'messages']).default('home') }),
  z.object({ do: z.literal('react'), channel: z.string(), ts: z.string(), name: z.string() }),
  z.object({ do: z.literal('unreact'), channel: z.string(), ts: z.string(), name: z.string() }),
  z.object({ do: z.literal('join'), channel: z.string() }),
  z.object({ do: z.literal('leave'), channel: z.string() }),
  z.object({ do: z.literal('invite'), channel: z.string(), users: z.array(z.string()).min(1) }),
  z.object({ do: z.literal('createChannel'), name: z.string(), isPrivate: z.boolean().default(false) }),
  /** Opens (or resumes) the DM or group DM with these people. */
  z.object({ do: z.literal('openDm'), users: z.array(z.string()).min(1) }),
]);
export type PersonAction = z.infer<typeof personActionSchema>;
/** An action as a caller writes it, with defaults left out. */
export type PersonActionInput = z.input<typeof personActionSchema>;

/** What the person notices at once. What the app does afterwards arrives on their {@link Screen}. */
export const outcomeSchema = z.discriminatedUnion('result', [
  /** Done; where it concerned the app, it acknowledged in time. */
  z.object({
    result: z.literal('done'),
    channel: z.string().optional(),
    ts: z.string().optional(),
    /** The address a link button opens. */
    url: z.string().optional(),
  }),
  /** The form was not accepted; by the client itself (nothing was sent) or by the app. */
  z.object({
    result: z.literal('invalid'),
    by: z.enum(['client', 'app']),
    errors: z.array(fieldErrorSchema),
  }),
  /** The button asks first; `confirm` is Slack's confirmation object. */
  z.object({ result: z.literal('asks'), confirm: json }),
  /** The app did not answer in time or wrongly: `operation_timeout`, `dispatch_failed`; `text` is shown to the person. */
  z.object({ result: z.literal('failed'), error: z.string(), text: z.string() }),
  /** The client would not let them; nothing was sent. */
  z.object({ result: z.literal('refused'), error: z.string(), text: z.string() }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;

// ---------------------------------------------------------------- what a test does to Slack

export const adminActionSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('advanceClock'), ms: z.number().int().nonnegative() }),
  z.object({ do: z.literal('setClock'), now: z.number().int() }),
  z.object({ do: z.literal('fault'), fault: faultSchema }),
  z.object({ do: z.literal('clearFaults') }),
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
        shared: z.boolean(),
        readOnly: z.boolean(),
        members: z.array(z.string()),
      })
      .partial(),
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

// ---------------------------------------------------------------- the wire, and the live stream

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
  /** An envelope sent to the bot. */
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

/** Something changed; whoever shows one of `people` fetches that screen again. Several changes may come as one. */
export const changeSchema = z.object({
  version: z.number(),
  /** User ids whose screen may look different; `*` is everyone. */
  people: z.array(z.string()),
});
export type Change = z.infer<typeof changeSchema>;
