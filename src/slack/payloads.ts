/**
 * What listeners are given: Slack's payloads, checked and in one shape. Only what Oops uses is read; unknown fields are
 * ignored, missing ones refused. https://docs.slack.dev/reference/interaction-payloads
 */
import { z } from 'zod';

/** A payload did not have the shape that was expected. The message has the places, never what stood there. */
export class UnreadablePayload extends Error {
  readonly code = 'unreadable_payload';

  constructor(error: z.core.$ZodError) {
    const places = error.issues
      .slice(0, 5)
      .map(({ path, code }) => `${path.join('.') || 'all of it'} (${code})`);
    super(`unreadable: ${places.join(', ')}`);
    this.name = 'UnreadablePayload';
  }
}

/** Parses, or throws {@link UnreadablePayload}. */
export function readPayload<Schema extends z.ZodType>(schema: Schema, payload: unknown): z.output<Schema> {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw new UnreadablePayload(parsed.error);
}

/** What a field or control holds: text, an id, an option's value, seconds; a list where several may be chosen. */
export type FieldValue = string | number | readonly string[] | null;

const optionValue = z.looseObject({ value: z.string() }).transform(({ value }) => value);
const element = z.looseObject({
  type: z.string(),
  value: z.string().nullish(),
  selected_option: optionValue.nullish(),
  selected_options: z.array(optionValue).nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_conversation: z.string().nullish(),
  selected_conversations: z.array(z.string()).nullish(),
  selected_channel: z.string().nullish(),
  selected_channels: z.array(z.string()).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_date_time: z.number().nullish(),
});

function heldIn(given: z.infer<typeof element>): FieldValue {
  return (
    given.value ??
    given.selected_option ??
    given.selected_options ??
    given.selected_user ??
    given.selected_users ??
    given.selected_conversation ??
    given.selected_conversations ??
    given.selected_channel ??
    given.selected_channels ??
    given.selected_date ??
    given.selected_time ??
    given.selected_date_time ??
    null
  );
}

const values = z.record(z.string(), z.record(z.string(), element.transform(heldIn)));

const person = z.looseObject({ id: z.string(), team_id: z.string().optional() });

const viewSchema = z
  .looseObject({
    id: z.string(),
    type: z.enum(['modal', 'home']),
    callback_id: z.string().default(''),
    hash: z.string().optional(),
    external_id: z.string().nullish(),
    root_view_id: z.string().nullish(),
    previous_view_id: z.string().nullish(),
    private_metadata: z.string().default(''),
    blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })),
    state: z.looseObject({ values: values.default({}) }).optional(),
  })
  .transform((view) => ({
    id: view.id,
    type: view.type,
    callbackId: view.callback_id,
    hash: view.hash ?? null,
    /** What this drawing of it is called; null where it has no name. */
    drawing: view.external_id || null,
    rootId: view.root_view_id ?? null,
    previousId: view.previous_view_id ?? null,
    privateMetadata: view.private_metadata,
    blocks: view.blocks,
    /** Block id, then action id. Every input is here, empty ones as null or an empty list. */
    values: view.state?.values ?? {},
  }));
/** An open modal or home tab, with what is in its fields. */
export type OpenView = z.output<typeof viewSchema>;

export const commandSchema = z
  .looseObject({
    command: z.string(),
    text: z.string().default(''),
    user_id: z.string(),
    channel_id: z.string(),
    channel_name: z.string().default(''),
    trigger_id: z.string(),
    response_url: z.string().default(''),
  })
  .transform((body) => ({
    command: body.command,
    /** As Slack escapes it: read it with `plainFromSlack`. */
    text: body.text,
    user: body.user_id,
    channel: body.channel_id,
    channelName: body.channel_name,
    triggerId: body.trigger_id,
    responseUrl: body.response_url,
  }));
export type Command = z.output<typeof commandSchema>;

const action = element
  .extend({ action_id: z.string(), block_id: z.string().default(''), action_ts: z.string().default('') })
  .transform((given) => ({
    id: given.action_id,
    blockId: given.block_id,
    type: given.type,
    value: heldIn(given),
    /** When it was clicked, as a `ts`; the same when Slack delivers the same click again. */
    ts: given.action_ts,
  }));

export const clickSchema = z
  .looseObject({
    type: z.literal('block_actions'),
    user: person,
    trigger_id: z.string().default(''),
    response_url: z.string().default(''),
    actions: z.array(action).min(1),
    view: viewSchema.optional(),
    channel: z.looseObject({ id: z.string() }).optional(),
    container: z
      .looseObject({ thread_ts: z.string().optional(), message_ts: z.string().optional() })
      .optional(),
    message: z.looseObject({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
  })
  .transform((body, context) => {
    const place = clickedIn(body);
    const [first] = body.actions;
    if (place === undefined || first === undefined) {
      context.issues.push({
        code: 'custom',
        path: ['container'],
        message: 'neither message nor view',
        input: undefined,
      });
      return z.NEVER;
    }
    return {
      user: body.user.id,
      triggerId: body.trigger_id,
      responseUrl: body.response_url,
      action: first,
      place,
    };
  });
export type Click = z.output<typeof clickSchema>;
export type ClickPlace =
  | {
      readonly in: 'message';
      readonly channel: string;
      readonly ts: string;
      readonly threadTs: string | null;
    }
  | { readonly in: 'modal' | 'home'; readonly view: OpenView };

type ClickBody = {
  readonly view?: OpenView | undefined;
  readonly channel?: { readonly id: string } | undefined;
  readonly container?:
    | { readonly thread_ts?: string | undefined; readonly message_ts?: string | undefined }
    | undefined;
  readonly message?: { readonly ts: string; readonly thread_ts?: string | undefined } | undefined;
};

/** A click on an ephemeral message has no `message`, only where it was. */
function clickedIn({ view, channel, container, message }: ClickBody): ClickPlace | undefined {
  if (view !== undefined) return { in: view.type, view };
  const ts = message?.ts ?? container?.message_ts;
  if (channel === undefined || ts === undefined) return undefined;
  return {
    in: 'message',
    channel: channel.id,
    ts,
    threadTs: message?.thread_ts ?? container?.thread_ts ?? null,
  };
}

const viewEvent = <Type extends string>(type: Type) =>
  z
    .looseObject({
      type: z.literal(type),
      user: person,
      trigger_id: z.string().default(''),
      view: viewSchema,
    })
    .transform(({ user, view, trigger_id: triggerId }) => ({ user: user.id, view, triggerId }));

export const submissionSchema = viewEvent('view_submission');
export type Submission = z.output<typeof submissionSchema>;

export const viewClosedSchema = viewEvent('view_closed');
export type ViewClosed = z.output<typeof viewClosedSchema>;

export const globalShortcutSchema = z
  .looseObject({ type: z.literal('shortcut'), callback_id: z.string(), user: person, trigger_id: z.string() })
  .transform((body) => ({ callbackId: body.callback_id, user: body.user.id, triggerId: body.trigger_id }));
export type GlobalShortcut = z.output<typeof globalShortcutSchema>;

export const messageShortcutSchema = z
  .looseObject({
    type: z.literal('message_action'),
    callback_id: z.string(),
    user: person,
    trigger_id: z.string(),
    response_url: z.string().default(''),
    channel: z.looseObject({ id: z.string() }),
    message: z.looseObject({
      ts: z.string(),
      thread_ts: z.string().optional(),
      user: z.string().optional(),
      bot_id: z.string().optional(),
      text: z.string().default(''),
    }),
  })
  .transform((body) => ({
    callbackId: body.callback_id,
    user: body.user.id,
    triggerId: body.trigger_id,
    responseUrl: body.response_url,
    channel: body.channel.id,
    message: {
      ts: body.message.ts,
      threadTs: body.message.thread_ts ?? null,
      /** Null for what no person wrote. */
      author: body.message.bot_id === undefined ? (body.message.user ?? null) : null,
      /** As Slack escapes it. */
      text: body.message.text,
    },
  }));
export type MessageShortcut = z.output<typeof messageShortcutSchema>;
