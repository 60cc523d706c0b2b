/** The events that listeners are given. https://docs.slack.dev/reference/events */
import { z } from 'zod';

/** What every event comes in. `eventId` is the same when Slack delivers it again. */
export const eventEnvelopeSchema = z
  .looseObject({
    event_id: z.string(),
    event_time: z.number().default(0),
    is_ext_shared_channel: z.boolean().default(false),
    event: z.looseObject({ type: z.string() }),
  })
  .transform((body) => ({
    eventId: body.event_id,
    /** Milliseconds, to the second. */
    at: body.event_time * 1000,
    /** People of other organisations read the channel. */
    isShared: body.is_ext_shared_channel,
    event: body.event,
  }));
export type EventEnvelope = z.output<typeof eventEnvelopeSchema>;

const said = z.looseObject({
  ts: z.string(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
});

function saidBy(message: z.infer<typeof said>) {
  return {
    ts: message.ts,
    /** Null for what no person wrote: bots and Slack itself. */
    author: message.bot_id === undefined ? (message.user ?? null) : null,
    /** As Slack escapes it: read it with `plainFromSlack`. */
    text: message.text,
    threadTs: message.thread_ts ?? null,
  };
}

/** Subtypes that are a person talking. https://docs.slack.dev/reference/events/message#subtypes */
const talkingSubtypes = new Set(['file_share', 'thread_broadcast', 'me_message']);

const channelType = z.enum(['channel', 'group', 'im', 'mpim', 'app_home']);

/** A message that was posted, by anybody, Oops included. Edits and deletions are other schemas. */
export const postedMessageSchema = said
  .extend({
    type: z.literal('message'),
    subtype: z.string().optional(),
    channel: z.string(),
    channel_type: channelType.optional(),
    user_team: z.string().optional(),
  })
  .transform((event) => ({
    ...saidBy(event),
    channel: event.channel,
    channelType: event.channel_type ?? null,
    /** False for joins, topics, bots: what no person said. */
    isTalk: (event.subtype === undefined || talkingSubtypes.has(event.subtype)) && event.bot_id === undefined,
    subtype: event.subtype ?? null,
    /** The team of the author, where Slack says so: another one's is a stranger. */
    authorTeam: event.user_team ?? null,
  }));
export type PostedMessage = z.output<typeof postedMessageSchema>;

/** `message_changed`: also sent for unfurls and for the bot's own edits. */
export const editedMessageSchema = z
  .looseObject({
    type: z.literal('message'),
    subtype: z.literal('message_changed'),
    channel: z.string(),
    channel_type: channelType.optional(),
    message: said,
    previous_message: said.optional(),
  })
  .transform((event) => ({
    channel: event.channel,
    channelType: event.channel_type ?? null,
    now: saidBy(event.message),
    before: event.previous_message === undefined ? null : saidBy(event.previous_message),
  }));
export type EditedMessage = z.output<typeof editedMessageSchema>;

/** `message_deleted`. */
export const deletedMessageSchema = z
  .looseObject({
    type: z.literal('message'),
    subtype: z.literal('message_deleted'),
    channel: z.string(),
    deleted_ts: z.string(),
  })
  .transform((event) => ({ channel: event.channel, ts: event.deleted_ts }));
export type DeletedMessage = z.output<typeof deletedMessageSchema>;

/** A mention of Oops. In a channel it watches the same message comes as `message` too: key on (channel, ts). */
export const mentionSchema = said
  .extend({ type: z.literal('app_mention'), channel: z.string() })
  .transform((event) => ({ ...saidBy(event), channel: event.channel }));
export type Mention = z.output<typeof mentionSchema>;

export const homeOpenedSchema = z
  .looseObject({
    type: z.literal('app_home_opened'),
    user: z.string(),
    tab: z.enum(['home', 'messages']).catch('home'),
  })
  .transform(({ user, tab }) => ({ user, tab }));
export type HomeOpened = z.output<typeof homeOpenedSchema>;

/** Another organisation reads the channel from now on. https://docs.slack.dev/reference/events/channel_shared */
export const sharedChannelSchema = z
  .looseObject({ type: z.literal('channel_shared'), channel: z.string() })
  .transform(({ channel }) => ({ channel }));
export type SharedChannel = z.output<typeof sharedChannelSchema>;
