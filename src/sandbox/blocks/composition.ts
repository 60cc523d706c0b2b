/** Composition objects: texts, options, confirmations. https://docs.slack.dev/reference/block-kit/composition-objects */
import { bool, byType, type Check, isObject, list, object, oneOf, text, union } from './schema.ts';

const kind: Check = () => {};

/** A `plain_text` object. https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export function plainText(max: number): Check {
  return union(
    byType({ plain_text: object({ required: { type: kind, text: text(max) }, optional: { emoji: bool } }) }),
  );
}

/** A `plain_text` or `mrkdwn` object. */
export function anyText(max: number): Check {
  return union(
    byType({
      plain_text: object({ required: { type: kind, text: text(max) }, optional: { emoji: bool } }),
      mrkdwn: object({ required: { type: kind, text: text(max) }, optional: { verbatim: bool } }),
    }),
  );
}

/** https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
export const confirm: Check = object({
  required: { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
  optional: { style: oneOf('primary', 'danger') },
});

/**
 * An option. Slack's pages give 75 or 150 as the limit of `value`; the sandbox holds to the smaller.
 * https://docs.slack.dev/reference/block-kit/composition-objects/option-object
 */
function option(label: (max: number) => Check, extra: Record<string, Check> = {}): Check {
  return object({
    required: { text: label(75), value: text(75) },
    optional: { description: label(75), ...extra },
  });
}

export const selectOption = option(plainText);
export const choiceOption = option(anyText);
export const overflowOption = option(plainText, { url: text(3000) });

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-group-object */
export const optionGroup: Check = object({
  required: { label: plainText(75), options: list(selectOption, 100) },
});

/** All options of an element, those in groups included. */
export function optionsOf(element: Readonly<Record<string, unknown>>): Record<string, unknown>[] {
  const direct = Array.isArray(element.options) ? element.options.filter(isObject) : [];
  const groups = Array.isArray(element.option_groups) ? element.option_groups.filter(isObject) : [];
  return [
    ...direct,
    ...groups.flatMap((group) => (Array.isArray(group.options) ? group.options.filter(isObject) : [])),
  ];
}

/** `initial_option` and `initial_options` must be options of the element. */
export const initialIsOption: Check = (value, pointer, problems) => {
  if (!isObject(value)) return;
  const values = optionsOf(value).map((each) => each.value);
  if (new Set(values).size < values.length)
    problems.push({ pointer, message: 'option values must be unique' });
  const one = isObject(value.initial_option) ? [value.initial_option] : [];
  const many = Array.isArray(value.initial_options) ? value.initial_options.filter(isObject) : [];
  for (const each of [...one, ...many]) {
    if (values.includes(each.value)) continue;
    const key = one.length > 0 ? 'initial_option' : 'initial_options';
    problems.push({ pointer: `${pointer}/${key}`, message: `${key} must match one of the options` });
  }
};

/** https://docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object */
export const dispatchConfig: Check = object({
  required: {},
  optional: { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 2) },
});

/** https://docs.slack.dev/reference/block-kit/composition-objects/conversation-filter-object */
export const conversationFilter: Check = object({
  required: {},
  optional: {
    include: list(oneOf('im', 'mpim', 'private', 'public'), 4),
    exclude_external_shared_channels: bool,
    exclude_bot_users: bool,
  },
});
