/** What a person sees. */
import { z } from 'zod';
import { conversationSchema, personSchema } from './workspace.ts';

/** A Block Kit block, as Slack writes it. */
export const blockSchema = z.looseObject({ type: z.string() });
export type Block = z.infer<typeof blockSchema>;

export const shownFileSchema = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  /** What a picture shows, in words. */
  alt: z.string(),
  mimetype: z.string(),
  /** Bytes. */
  size: z.number(),
  /** Where it opens or downloads, below the sandbox's address. */
  url: z.string(),
});
export type ShownFile = z.infer<typeof shownFileSchema>;

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
  /** Files shared with it; the text may then be empty. Deleted ones are left out. */
  files: z.array(shownFileSchema),
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
