/**
 * Where a person was when they asked for something, read as generously as possible: it is needed to answer them when
 * nothing else about the request could be understood.
 */
import { z } from 'zod';

export const requestKinds = [
  'event',
  'command',
  'click_in_message',
  'click_in_view',
  'click_in_home',
  'submission',
  'view_closed',
  'message_shortcut',
  'global_shortcut',
  'options',
  'unknown',
] as const;
export type RequestKind = (typeof requestKinds)[number];

/** A view as Slack sends it back; everything in it can be sent again. */
export type SeenView = {
  readonly id: string;
  readonly type: string;
  readonly hash?: string | undefined;
  readonly blocks: readonly Readonly<Record<string, unknown>>[];
  readonly [key: string]: unknown;
};

export type Whereabouts = {
  readonly kind: RequestKind;
  readonly user?: string | undefined;
  readonly channel?: string | undefined;
  readonly threadTs?: string | undefined;
  readonly responseUrl?: string | undefined;
  readonly triggerId?: string | undefined;
  readonly view?: SeenView | undefined;
  /** What stood behind a command, as Slack escapes it: nothing else keeps it. */
  readonly typed?: string | undefined;
};

const someText = z.string().min(1).optional().catch(undefined);
const record = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.looseObject(shape).optional().catch(undefined);

const seenView = z
  .looseObject({
    id: z.string(),
    type: z.string(),
    hash: someText,
    blocks: z.array(z.record(z.string(), z.unknown())),
  })
  .optional()
  .catch(undefined);

const bodySchema = z.looseObject({
  type: someText,
  command: someText,
  text: someText,
  event: record({ type: someText }),
  actions: z.array(z.unknown()).optional().catch(undefined),
  user_id: someText,
  channel_id: someText,
  response_url: someText,
  trigger_id: someText,
  user: record({ id: someText }),
  channel: record({ id: someText }),
  container: record({ channel_id: someText, thread_ts: someText }),
  message: record({ thread_ts: someText }),
  view: seenView,
});
type Body = z.infer<typeof bodySchema>;

/** Reads a request body, whatever it is; what cannot be read is left out. */
export function whereaboutsOf(requestBody: unknown): Whereabouts {
  const parsed = bodySchema.safeParse(requestBody);
  if (!parsed.success) return { kind: 'unknown' };
  const body = parsed.data;
  return {
    kind: kindOf(body),
    user: body.user?.id ?? body.user_id,
    channel: body.channel?.id ?? body.channel_id ?? body.container?.channel_id,
    threadTs: body.container?.thread_ts ?? body.message?.thread_ts,
    responseUrl: body.response_url,
    triggerId: body.trigger_id,
    view: body.view,
    typed: body.command === undefined ? undefined : body.text,
  };
}

function kindOf(body: Body): RequestKind {
  if (body.event !== undefined || body.type === 'event_callback') return 'event';
  if (body.command !== undefined) return 'command';
  switch (body.type) {
    case 'block_actions':
      if (body.view === undefined) return 'click_in_message';
      return body.view.type === 'home' ? 'click_in_home' : 'click_in_view';
    case 'view_submission':
      return 'submission';
    case 'view_closed':
      return 'view_closed';
    case 'message_action':
      return 'message_shortcut';
    case 'shortcut':
      return 'global_shortcut';
    case 'block_suggestion':
      return 'options';
    default:
      return 'unknown';
  }
}
