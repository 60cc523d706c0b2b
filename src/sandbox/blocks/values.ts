/**
 * What is in the fields of a form: the short form that people enter, and Slack's `state.values`.
 * https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
 */
import type { Block } from '../protocol.ts';
import type { Json, SelectedValue, ViewValues } from '../world/state.ts';
import { optionsOf } from './composition.ts';
import { elementsOf, type PlacedElement } from './generated-ids.ts';
import { isObject } from './schema.ts';

interface Field {
  /** Key in Slack's state, and where an initial value is read from. */
  readonly key: string;
  readonly initial: string;
  readonly shape: 'text' | 'number' | 'option' | 'options' | 'list';
}

const fields: Readonly<Record<string, Field>> = {
  plain_text_input: { key: 'value', initial: 'initial_value', shape: 'text' },
  number_input: { key: 'value', initial: 'initial_value', shape: 'text' },
  email_text_input: { key: 'value', initial: 'initial_value', shape: 'text' },
  url_text_input: { key: 'value', initial: 'initial_value', shape: 'text' },
  static_select: { key: 'selected_option', initial: 'initial_option', shape: 'option' },
  radio_buttons: { key: 'selected_option', initial: 'initial_option', shape: 'option' },
  multi_static_select: { key: 'selected_options', initial: 'initial_options', shape: 'options' },
  checkboxes: { key: 'selected_options', initial: 'initial_options', shape: 'options' },
  users_select: { key: 'selected_user', initial: 'initial_user', shape: 'text' },
  multi_users_select: { key: 'selected_users', initial: 'initial_users', shape: 'list' },
  conversations_select: { key: 'selected_conversation', initial: 'initial_conversation', shape: 'text' },
  multi_conversations_select: {
    key: 'selected_conversations',
    initial: 'initial_conversations',
    shape: 'list',
  },
  channels_select: { key: 'selected_channel', initial: 'initial_channel', shape: 'text' },
  multi_channels_select: { key: 'selected_channels', initial: 'initial_channels', shape: 'list' },
  datepicker: { key: 'selected_date', initial: 'initial_date', shape: 'text' },
  timepicker: { key: 'selected_time', initial: 'initial_time', shape: 'text' },
  datetimepicker: { key: 'selected_date_time', initial: 'initial_date_time', shape: 'number' },
};

/** Does this kind of element hold a value (unlike a button or an overflow menu)? */
export function holdsValue(type: string): boolean {
  return type in fields;
}

/** What the element shows before anybody touched it. */
export function initialValue(element: Readonly<Record<string, unknown>>): SelectedValue {
  const field = fields[String(element.type)];
  const initial = field ? element[field.initial] : undefined;
  switch (field?.shape) {
    case 'text':
      return typeof initial === 'string' && initial !== '' ? initial : null;
    case 'number':
      return typeof initial === 'number' ? initial : null;
    case 'option':
      return isObject(initial) ? String(initial.value) : null;
    case 'options':
      return Array.isArray(initial) ? initial.filter(isObject).map((each) => String(each.value)) : [];
    case 'list':
      return Array.isArray(initial) ? initial.map(String) : [];
    default:
      return null;
  }
}

/**
 * Makes what a person entered fit the element: empty text is no value, a single value is a list of one where a list is
 * wanted, and a choice may be given by its label.
 * @returns undefined when the element could not hold it (a select that has no such option, a date that is none)
 */
export function enteredValue(placed: PlacedElement, entered: SelectedValue): SelectedValue | undefined {
  const field = fields[placed.type];
  if (!field) return undefined;
  if (field.shape === 'options' || field.shape === 'list') {
    const items = entered === null ? [] : Array.isArray(entered) ? entered : [String(entered)];
    if (field.shape === 'list') return items;
    const found = items.map((each) => findOption(placed.element, each));
    return found.includes(undefined) ? undefined : found.map((each) => String(each?.value));
  }
  if (entered === null || entered === '') return null;
  if (Array.isArray(entered)) return undefined;
  if (field.shape === 'option') {
    const found = findOption(placed.element, String(entered));
    return found ? String(found.value) : undefined;
  }
  if (field.shape === 'number') return Number.isInteger(Number(entered)) ? Number(entered) : undefined;
  const text = String(entered);
  if (placed.type === 'datepicker' && !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  if (placed.type === 'timepicker' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return undefined;
  return text;
}

/** The option with that value or, failing that, that label. */
export function findOption(
  element: Readonly<Record<string, unknown>>,
  wanted: string,
): Record<string, unknown> | undefined {
  const options = optionsOf(element);
  const label = (each: Record<string, unknown>) => (isObject(each.text) ? each.text.text : undefined);
  return options.find((each) => each.value === wanted) ?? options.find((each) => label(each) === wanted);
}

/** The value as Slack's payloads write it: `{type, value}`, `{type, selected_option: {text, value}}` and so on. */
export function slackValue(placed: PlacedElement, value: SelectedValue): Json {
  const field = fields[placed.type];
  if (!field) return { type: placed.type };
  const list = Array.isArray(value) ? value : [];
  if (field.shape === 'option') {
    const found = value === null ? undefined : findOption(placed.element, String(value));
    return { type: placed.type, [field.key]: found ?? null };
  }
  if (field.shape === 'options') {
    return { type: placed.type, [field.key]: list.flatMap((each) => findOption(placed.element, each) ?? []) };
  }
  if (field.shape === 'list') return { type: placed.type, [field.key]: list };
  return { type: placed.type, [field.key]: value };
}

/** Values of all fields of these blocks; those of `kept` with the same block id, action id and fitting kind stay. */
export function valuesOf(blocks: readonly Block[], kept: ViewValues = {}): ViewValues {
  const values: ViewValues = {};
  for (const placed of elementsOf(blocks)) {
    if (!holdsValue(placed.type)) continue;
    const before = kept[placed.blockId]?.[placed.actionId];
    const still = before === undefined ? undefined : enteredValue(placed, before);
    const value = still === undefined ? initialValue(placed.element) : still;
    values[placed.blockId] = { ...values[placed.blockId], [placed.actionId]: value };
  }
  return values;
}

/** `state.values` of a payload: every field, empty ones with null or `[]`. */
export function slackValues(blocks: readonly Block[], values: ViewValues): Json {
  const result: Record<string, Json> = {};
  for (const placed of elementsOf(blocks)) {
    if (!holdsValue(placed.type)) continue;
    const held = values[placed.blockId]?.[placed.actionId];
    const value = held === undefined ? initialValue(placed.element) : held;
    result[placed.blockId] = { ...result[placed.blockId], [placed.actionId]: slackValue(placed, value) };
  }
  return result;
}
