import { z } from 'zod';
import type { FieldValue, OpenView } from '../payloads.ts';

/** Reads what a person left in the fields of a window, by the action ids of the fields. */
export type Form = {
  /** What was typed, trimmed; null when there is nothing. */
  text(actionId: string): string | null;
  /** The option, person or other id that was chosen. */
  choice(actionId: string): string | null;
  choices(actionId: string): readonly string[];
  /** Milliseconds since 1970. */
  time(actionId: string): number | null;
  /** The action ids of all fields. */
  fields(): readonly string[];
  /** Whether a text field holds something else than what it was drawn with. */
  isChanged(actionId: string): boolean;
  /** The block of a field, at which Slack shows an error. */
  blockOf(actionId: string): string;
};

export function readForm(view: OpenView): Form {
  const fields = new Map<string, { readonly blockId: string; readonly value: FieldValue }>();
  for (const [blockId, block] of Object.entries(view.values)) {
    for (const [actionId, value] of Object.entries(block)) fields.set(actionId, { blockId, value });
  }
  const text = (actionId: string): string | null => {
    const value = fields.get(actionId)?.value;
    return typeof value === 'string' ? value.trim() || null : null;
  };
  return {
    text,
    choice: text,
    choices(actionId) {
      const value = fields.get(actionId)?.value;
      return Array.isArray(value) ? value : [];
    },
    time(actionId) {
      const seconds = fields.get(actionId)?.value;
      return typeof seconds === 'number' ? seconds * 1000 : null;
    },
    fields: () => [...fields.keys()],
    isChanged: (actionId) => text(actionId) !== (initialOf(view, actionId)?.trim() || null),
    blockOf: (actionId) => fields.get(actionId)?.blockId ?? actionId,
  };
}

const drawnField = z.looseObject({
  element: z.looseObject({ action_id: z.string(), initial_value: z.string().optional() }),
});

/** What a text field was drawn with: Slack gives the view back as it was. */
function initialOf(view: OpenView, actionId: string): string | undefined {
  for (const block of view.blocks) {
    const field = drawnField.safeParse(block);
    if (field.success && field.data.element.action_id === actionId) return field.data.element.initial_value;
  }
  return undefined;
}
