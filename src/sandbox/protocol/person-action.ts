/** What a person does, and what they notice at once. */
import { z } from 'zod';
import { fieldErrorSchema, fieldValueSchema } from './screen.ts';

/** Where a button or select is. */
export const placeSchema = z.discriminatedUnion('in', [
  z.object({ in: z.literal('message'), channel: z.string(), ts: z.string() }),
  /** The visible modal when `viewId` is left out. */
  z.object({ in: z.literal('view'), viewId: z.string().optional() }),
  z.object({ in: z.literal('home') }),
]);
export type Place = z.infer<typeof placeSchema>;

const hhmm = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM');

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
  /** Shares a file, with or without words. */
  z.object({
    do: z.literal('upload'),
    channel: z.string(),
    name: z.string().min(1),
    content: z.string().min(1),
    encoding: z.enum(['utf8', 'base64']).default('utf8'),
    text: z.string().default(''),
    threadTs: z.string().optional(),
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
  /**
   * Types into the inputs of a modal; each key is a block_id, an action_id or a label. A field that tells the app what
   * is typed tells it at once, unless the person is still `typing`: then after half a second without more.
   */
  z.object({
    do: z.literal('fill'),
    viewId: z.string().optional(),
    values: z.record(z.string(), fieldValueSchema),
    /** Enter was pressed in the field (for `on_enter_pressed`). */
    enter: z.boolean().optional(),
    typing: z.boolean().optional(),
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
  /** Takes somebody else (or the app) out of a channel. */
  z.object({ do: z.literal('kick'), channel: z.string(), user: z.string() }),
  z.object({ do: z.literal('archive'), channel: z.string() }),
  z.object({ do: z.literal('unarchive'), channel: z.string() }),
  z.object({ do: z.literal('rename'), channel: z.string(), name: z.string() }),
  z.object({ do: z.literal('setTopic'), channel: z.string(), topic: z.string().max(250) }),
  z.object({ do: z.literal('setPurpose'), channel: z.string(), purpose: z.string().max(250) }),
  z.object({ do: z.literal('createChannel'), name: z.string(), isPrivate: z.boolean().default(false) }),
  /** Offline or there. Who is away sees no ephemeral message, and loses those they had. */
  z.object({ do: z.literal('setPresence'), presence: z.enum(['active', 'away']) }),
  /** The do-not-disturb schedule in their own zone, `HH:MM`. */
  z.object({ do: z.literal('setDnd'), dnd: z.object({ start: hhmm, end: hhmm }).nullable() }),
  /** Pauses notifications from now on; an app cannot see it. */
  z.object({ do: z.literal('pauseNotifications'), minutes: z.number().positive().nullable() }),
  /** Follows a permalink of this workspace; answers channel and ts of the message it leads to. */
  z.object({ do: z.literal('openLink'), url: z.string() }),
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
  z.object({ result: z.literal('asks'), confirm: z.record(z.string(), z.unknown()) }),
  /** The app did not answer in time or wrongly: `operation_timeout`, `dispatch_failed`; `text` is shown to the person. */
  z.object({ result: z.literal('failed'), error: z.string(), text: z.string() }),
  /** The client would not let them; nothing was sent. */
  z.object({ result: z.literal('refused'), error: z.string(), text: z.string() }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;
