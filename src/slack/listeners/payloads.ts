import { z } from 'zod';
import { formStateSchema } from './form.ts';

/** What is read of Slack's payloads; the rest is left alone. https://docs.slack.dev/reference/interaction-payloads */

const team = z.looseObject({ id: z.string(), enterprise_id: z.string().nullish() });
const user = z.looseObject({ id: z.string(), team_id: z.string().nullish() });

export const commandSchema = z.looseObject({
  team_id: z.string(),
  enterprise_id: z.string().nullish(),
  user_id: z.string(),
  channel_id: z.string(),
  text: z.string().default(''),
  trigger_id: z.string(),
});
export type CommandPayload = z.infer<typeof commandSchema>;

const viewSchema = z.looseObject({
  id: z.string(),
  hash: z.string().nullish(),
  callback_id: z.string(),
  private_metadata: z.string().default(''),
  state: formStateSchema.default({ values: {} }),
  root_view_id: z.string().nullish(),
  previous_view_id: z.string().nullish(),
});
export type ViewPayload = z.infer<typeof viewSchema>;

export const submissionSchema = z.looseObject({ team, user, view: viewSchema });
export type SubmissionPayload = z.infer<typeof submissionSchema>;

const actionSchema = z.looseObject({
  action_id: z.string(),
  action_ts: z.string().nullish(),
  value: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
  selected_user: z.string().nullish(),
});

export const clickSchema = z.looseObject({
  team,
  user,
  trigger_id: z.string(),
  actions: z.array(actionSchema).min(1),
  channel: z.looseObject({ id: z.string() }).nullish(),
  view: viewSchema.nullish(),
});
export type ClickPayload = z.infer<typeof clickSchema>;

export const messageShortcutSchema = z.looseObject({
  team,
  user,
  trigger_id: z.string(),
  channel: z.looseObject({ id: z.string() }),
  message: z.looseObject({
    ts: z.string(),
    thread_ts: z.string().nullish(),
    user: z.string().nullish(),
    text: z.string().default(''),
    bot_id: z.string().nullish(),
  }),
});
export type MessageShortcutPayload = z.infer<typeof messageShortcutSchema>;

export const globalShortcutSchema = z.looseObject({ team, user, trigger_id: z.string() });

/** https://docs.slack.dev/reference/events/message */
export const messageEventSchema = z.looseObject({
  team_id: z.string(),
  enterprise_id: z.string().nullish(),
  event: z.looseObject({
    type: z.literal('message'),
    subtype: z.string().nullish(),
    channel: z.string(),
    channel_type: z.string().nullish(),
    ts: z.string(),
    thread_ts: z.string().nullish(),
    user: z.string().nullish(),
    user_team: z.string().nullish(),
    text: z.string().nullish(),
    bot_id: z.string().nullish(),
  }),
});
export type MessageEventPayload = z.infer<typeof messageEventSchema>;

/** The key of a workspace in every row: an enterprise may hold several that share ids. */
export function teamKey(teamId: string, enterpriseId: string | null | undefined): string {
  return enterpriseId ? `${enterpriseId}.${teamId}` : teamId;
}
