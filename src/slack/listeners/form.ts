import { z } from 'zod';

/**
 * What a person left in the fields of a view. Every input is in it, the empty ones with null or an empty list.
 * https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
 */
const fieldSchema = z.looseObject({
  value: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
  selected_options: z.array(z.looseObject({ value: z.string() })).nullish(),
  selected_user: z.string().nullish(),
  selected_date_time: z.number().nullish(),
});
type Field = z.infer<typeof fieldSchema>;

export const formStateSchema = z.object({ values: z.record(z.string(), z.record(z.string(), fieldSchema)) });
export type FormState = z.infer<typeof formStateSchema>;

/** Reads a form by the action ids of its fields. */
export type Form = {
  /** What was typed, trimmed; null when there is nothing. */
  text(actionId: string): string | null;
  choice(actionId: string): string | null;
  choices(actionId: string): readonly string[];
  user(actionId: string): string | null;
  /** Milliseconds since 1970. */
  time(actionId: string): number | null;
  /** The block of a field, at which Slack shows an error. */
  blockOf(actionId: string): string;
};

export function readForm(state: FormState): Form {
  const fields = new Map<string, { readonly blockId: string; readonly field: Field }>();
  for (const [blockId, block] of Object.entries(state.values)) {
    for (const [actionId, field] of Object.entries(block)) fields.set(actionId, { blockId, field });
  }
  const field = (actionId: string) => fields.get(actionId)?.field;
  return {
    text: (actionId) => field(actionId)?.value?.trim() || null,
    choice: (actionId) => field(actionId)?.selected_option?.value ?? null,
    choices: (actionId) => (field(actionId)?.selected_options ?? []).map((option) => option.value),
    user: (actionId) => field(actionId)?.selected_user ?? null,
    time(actionId) {
      const seconds = field(actionId)?.selected_date_time;
      return typeof seconds === 'number' ? seconds * 1000 : null;
    },
    blockOf: (actionId) => fields.get(actionId)?.blockId ?? actionId,
  };
}
