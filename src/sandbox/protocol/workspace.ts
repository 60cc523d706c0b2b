/** What there is in the workspace: people, conversations, what the app offers. */
import { z } from 'zod';
import { faultSchema } from './fault.ts';
import { policySchema } from './policy.ts';

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
  /** Slack's "description". */
  purpose: z.string(),
  members: z.array(z.string()),
  archived: z.boolean(),
  /** Shared with another organisation. */
  shared: z.boolean(),
  /** An invitation to another organisation is out and not accepted. */
  pendingShared: z.boolean(),
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
  /** How far that clock was moved ahead of real time, in milliseconds. */
  clockOffset: z.number(),
  /** How many sockets the bot holds. */
  connections: z.number(),
  faults: z.array(faultSchema),
  policy: policySchema,
});
export type Workspace = z.infer<typeof workspaceSchema>;
