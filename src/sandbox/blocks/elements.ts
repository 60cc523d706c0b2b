/** Block elements and their limits. https://docs.slack.dev/reference/block-kit/block-elements */
import {
  choiceOption,
  confirm,
  conversationFilter,
  dispatchConfig,
  initialIsOption,
  optionGroup,
  overflowOption,
  plainText,
  selectOption,
} from './composition.ts';
import {
  anything,
  bool,
  type Check,
  type Fields,
  integer,
  isObject,
  list,
  matching,
  object,
  oneOf,
  text,
} from './schema.ts';

const actionId = { action_id: text(255) };
const placeholder = { placeholder: plainText(150) };
const focus = { focus_on_load: bool };
const type = anything;
const date = matching(/^\d{4}-\d{2}-\d{2}$/, 'a date in the format YYYY-MM-DD');
const id = text(255);

function element(required: Fields, optional: Fields, rule?: Check): Check {
  return object({ required: { type, ...required }, optional: { ...actionId, ...optional }, rule });
}

const hasOptions: Check = (value, pointer, problems) => {
  if (!isObject(value)) return;
  if ('options' in value === 'option_groups' in value) {
    problems.push({ pointer, message: 'must provide exactly one of options or option_groups' });
  }
  initialIsOption(value, pointer, problems);
};

const optionLists = { options: list(selectOption, 100), option_groups: list(optionGroup, 100) };
const many = { max_selected_items: integer(1, 1000) };
const menu = { ...placeholder, ...focus, confirm };

/** https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
const textLimits: Check = (value, pointer, problems) => {
  if (!isObject(value)) return;
  const { initial_value: initial, max_length: max, min_length: min } = value;
  if (typeof initial === 'string' && typeof max === 'number' && initial.length > max) {
    problems.push({
      pointer: `${pointer}/initial_value`,
      message: `must be less than ${max + 1} characters`,
    });
  }
  if (typeof min === 'number' && typeof max === 'number' && min > max) {
    problems.push({ pointer: `${pointer}/min_length`, message: 'must not be greater than max_length' });
  }
};

const typed = { ...placeholder, ...focus, dispatch_action_config: dispatchConfig };

export const elements: Fields = {
  button: element(
    { text: plainText(75) },
    {
      url: text(3000),
      value: text(2000),
      style: oneOf('primary', 'danger'),
      confirm,
      accessibility_label: text(75),
    },
  ),
  checkboxes: element(
    { options: list(choiceOption, 10) },
    { initial_options: list(choiceOption, 10), confirm, ...focus },
    initialIsOption,
  ),
  radio_buttons: element(
    { options: list(choiceOption, 10) },
    { initial_option: choiceOption, confirm, ...focus },
    initialIsOption,
  ),
  overflow: element({ options: list(overflowOption, 5) }, { confirm }),
  datepicker: element({}, { initial_date: date, ...menu }),
  timepicker: element(
    {},
    {
      initial_time: matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time in the format HH:mm'),
      timezone: text(255),
      ...menu,
    },
  ),
  datetimepicker: element(
    {},
    { initial_date_time: integer(1_000_000_000, 9_999_999_999), confirm, ...focus },
  ),
  plain_text_input: element(
    {},
    {
      initial_value: text(3000, 0),
      multiline: bool,
      min_length: integer(0, 3000),
      max_length: integer(1, 3000),
      ...typed,
    },
    textLimits,
  ),
  number_input: element(
    { is_decimal_allowed: bool },
    { initial_value: text(255), min_value: text(255), max_value: text(255), ...typed },
  ),
  email_text_input: element({}, { initial_value: text(3000), ...typed }),
  url_text_input: element({}, { initial_value: text(3000), ...typed }),
  static_select: element({}, { ...optionLists, initial_option: selectOption, ...menu }, hasOptions),
  multi_static_select: element(
    {},
    { ...optionLists, initial_options: list(selectOption, 100), ...many, ...menu },
    hasOptions,
  ),
  users_select: element({}, { initial_user: id, ...menu }),
  multi_users_select: element({}, { initial_users: list(id, 100), ...many, ...menu }),
  conversations_select: element(
    {},
    {
      initial_conversation: id,
      default_to_current_conversation: bool,
      response_url_enabled: bool,
      filter: conversationFilter,
      ...menu,
    },
  ),
  multi_conversations_select: element(
    {},
    {
      initial_conversations: list(id, 100),
      default_to_current_conversation: bool,
      filter: conversationFilter,
      ...many,
      ...menu,
    },
  ),
  channels_select: element({}, { initial_channel: id, response_url_enabled: bool, ...menu }),
  multi_channels_select: element({}, { initial_channels: list(id, 100), ...many, ...menu }),
};

/** https://docs.slack.dev/reference/block-kit/block-elements/image-element */
export const imageElement: Check = object({
  required: { type, image_url: text(3000), alt_text: text(2000) },
});

function only(...names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, elements[name] ?? anything]));
}

const selects = ['static_select', 'users_select', 'conversations_select', 'channels_select'];
const multiSelects = selects.map((name) => `multi_${name}`);

/** What may stand beside a section. https://docs.slack.dev/reference/block-kit/blocks/section-block */
export const accessories: Fields = {
  image: imageElement,
  ...only(
    'button',
    'checkboxes',
    'datepicker',
    'overflow',
    'radio_buttons',
    'timepicker',
    ...selects,
    ...multiSelects,
  ),
};

/** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
export const actionElements: Fields = only(
  'button',
  'checkboxes',
  'datepicker',
  'datetimepicker',
  'overflow',
  'radio_buttons',
  'timepicker',
  ...selects,
);

/** https://docs.slack.dev/reference/block-kit/blocks/input-block */
export const inputElements: Fields = only(
  'checkboxes',
  'datepicker',
  'datetimepicker',
  'radio_buttons',
  'timepicker',
  'plain_text_input',
  'number_input',
  'email_text_input',
  'url_text_input',
  ...selects,
  ...multiSelects,
);
