/**
 * Constructors for the Block Kit that Oops uses, cut to Slack's limits, so that a long name or sentence can never have a
 * whole message refused. Limits: https://docs.slack.dev/reference/block-kit. What is cut here was too long by mistake;
 * text of people's is cut earlier, where a reader can be told. Properties left undefined are not sent.
 */
import type * as Kit from '@slack/types';
import { cutText } from './cut-text.ts';
import { cutMrkdwn } from './mrkdwn.ts';

/** Ids and values come back to us and mean something: one that is too long is refused, since cut it would mean another. */
function within<Text extends string | undefined>(text: Text, limit: number, what: string): Text {
  if (text !== undefined && text.length > limit) {
    throw new RangeError(`${what} is longer than ${limit} characters (${text.length})`);
  }
  return text;
}
const id = <Text extends string | undefined>(text: Text): Text => within(text, 255, 'an id');

/** Literal text. Slack refuses an empty one, which becomes a space. */
export function plain(text: string, limit = 3000): Kit.PlainTextElement {
  return { type: 'plain_text', text: cutText(text, limit) || ' ', emoji: true };
}
const plainIf = (text: string | undefined, limit: number) =>
  text === undefined ? undefined : plain(text, limit);

/** Formatted text; what people typed must be escaped or quoted. `verbatim`: bare addresses and #names are not linked. */
export function mrkdwn(text: string, limit = 3000): Kit.MrkdwnElement {
  return { type: 'mrkdwn', text: cutMrkdwn(text, limit) || ' ', verbatim: true };
}

export type SectionRest = {
  blockId?: string;
  accessory?: Kit.SectionBlockAccessory;
  fields?: readonly string[];
};

export function section(text: string, { blockId, accessory, fields }: SectionRest = {}): Kit.SectionBlock {
  const columns = fields?.slice(0, 10).map((field) => mrkdwn(field, 2000));
  return { type: 'section', text: mrkdwn(text), block_id: id(blockId), accessory, fields: columns };
}

export function context(texts: readonly string[], blockId?: string): Kit.ContextBlock {
  const elements = texts.slice(0, 10).map((text) => mrkdwn(text, 2000));
  return { type: 'context', elements, block_id: id(blockId) };
}

export function header(text: string, blockId?: string): Kit.HeaderBlock {
  return { type: 'header', text: plain(text, 150), block_id: id(blockId) };
}

export function divider(): Kit.DividerBlock {
  return { type: 'divider' };
}

export function actions(elements: readonly Kit.ActionsBlockElement[], blockId?: string): Kit.ActionsBlock {
  return { type: 'actions', elements: elements.slice(0, 25), block_id: id(blockId) };
}

export type ButtonRest = Pick<Kit.Button, 'url' | 'style' | 'confirm'> & {
  /** Ids only, at most 2000 characters: it comes back on a click. */
  value?: string;
  /** Read out instead of the text. */
  spoken?: string;
};

export function button(
  actionId: string,
  text: string,
  { value, spoken, ...rest }: ButtonRest = {},
): Kit.Button {
  const accessibility_label = spoken === undefined ? undefined : cutText(spoken, 75);
  const checked = within(value, 2000, 'the value of a button');
  return {
    type: 'button',
    action_id: id(actionId),
    text: plain(text, 75),
    value: checked,
    accessibility_label,
    ...rest,
  };
}

/** Slack's "are you sure" dialog. */
export function confirmation(words: {
  title: string;
  text: string;
  confirm: string;
  deny: string;
}): Kit.Confirm {
  const { title, text, confirm, deny } = words;
  return {
    title: plain(title, 100),
    text: plain(text, 300),
    confirm: plain(confirm, 30),
    deny: plain(deny, 30),
  };
}

export type Choice = { readonly value: string; readonly text: string; readonly description?: string };

/** One option of a select, radio group, checkbox list or overflow menu; `value` is at most 75 characters. */
export function option({ value, text, description }: Choice): Kit.PlainTextOption {
  const checked = within(value, 75, 'the value of an option');
  return { text: plain(text, 75), value: checked, description: plainIf(description, 75) };
}

/** The options that fit, and the chosen ones among them: a chosen value that is not offered would have the view refused. */
function offered(choices: readonly Choice[], most: number, chosen: readonly (string | undefined)[]) {
  const options = choices.slice(0, most).map(option);
  return { options, initial: options.filter(({ value }) => chosen.includes(value)) };
}

export function overflow(actionId: string, choices: readonly Choice[]): Kit.Overflow {
  return { type: 'overflow', action_id: id(actionId), options: choices.slice(0, 5).map(option) };
}

export type FieldRest = { readonly initial?: string | undefined; readonly placeholder?: string | undefined };

export function select(actionId: string, choices: readonly Choice[], rest: FieldRest = {}): Kit.StaticSelect {
  const { options, initial } = offered(choices, 100, [rest.initial]);
  const placeholder = plainIf(rest.placeholder, 150);
  return { type: 'static_select', action_id: id(actionId), options, initial_option: initial[0], placeholder };
}

export function radios(actionId: string, choices: readonly Choice[], chosen?: string): Kit.RadioButtons {
  const { options, initial } = offered(choices, 10, [chosen]);
  return { type: 'radio_buttons', action_id: id(actionId), options, initial_option: initial[0] };
}

export function checkboxes(
  actionId: string,
  choices: readonly Choice[],
  chosen: readonly string[] = [],
): Kit.Checkboxes {
  const { options, initial } = offered(choices, 10, chosen);
  const initial_options = initial.length === 0 ? undefined : initial;
  return { type: 'checkboxes', action_id: id(actionId), options, initial_options };
}

export type TextInputRest = FieldRest & {
  multiline?: boolean;
  minLength?: number;
  maxLength?: number;
  /** Tells what stands in the field whenever the person pauses; its input needs `dispatch` as well. */
  whileTyping?: boolean;
};

/** A text field. What is pre-filled is cut to the field's limit, since Slack refuses a view where it is longer. */
export function textInput(actionId: string, rest: TextInputRest = {}): Kit.PlainTextInput {
  const limit = Math.min(rest.maxLength ?? 3000, 3000);
  return {
    type: 'plain_text_input',
    action_id: id(actionId),
    max_length: limit,
    min_length: rest.minLength,
    multiline: rest.multiline,
    dispatch_action_config: rest.whileTyping ? { trigger_actions_on: ['on_character_entered'] } : undefined,
    initial_value: cutText(rest.initial ?? '', limit) || undefined,
    placeholder: plainIf(rest.placeholder, 150),
  };
}

/** A person picker. It offers bots, guests and deactivated people too: check on submit. */
export function userSelect(actionId: string, { initial, placeholder }: FieldRest = {}): Kit.UsersSelect {
  const shown = plainIf(placeholder, 150);
  return { type: 'users_select', action_id: id(actionId), initial_user: initial, placeholder: shown };
}

/** A picker of channels, without direct messages and what other organisations read. Check on submit all the same. */
export function conversationSelect(actionId: string): Kit.ConversationsSelect {
  const filter = { include: ['public', 'private'] as const, exclude_external_shared_channels: true };
  return {
    type: 'conversations_select',
    action_id: id(actionId),
    filter: { ...filter, include: [...filter.include] },
  };
}

/** A date and time; `initial` in seconds since 1970. */
export function dateTime(actionId: string, initial?: number): Kit.DateTimepicker {
  const initial_date_time = initial === undefined ? undefined : Math.floor(initial);
  return { type: 'datetimepicker', action_id: id(actionId), initial_date_time };
}

export type InputRest = { hint?: string | undefined; optional?: boolean; dispatch?: boolean };

export function input(
  blockId: string,
  label: string,
  element: Kit.InputBlockElement,
  rest: InputRest = {},
): Kit.InputBlock {
  const { hint, optional, dispatch } = rest;
  const texts = { label: plain(label, 2000), hint: plainIf(hint, 2000) };
  return { type: 'input', block_id: id(blockId), element, ...texts, optional, dispatch_action: dispatch };
}

export type ModalParts = {
  title: string;
  blocks: readonly Kit.KnownBlock[];
  submit?: string | undefined;
  close?: string | undefined;
  callbackId?: string;
  /** Ids only, at most 3000 characters. */
  privateMetadata?: string;
  notifyOnClose?: boolean;
};

export function modal(parts: ModalParts): Kit.ModalView {
  return {
    type: 'modal',
    title: plain(parts.title, 24),
    blocks: parts.blocks.slice(0, 100),
    submit: plainIf(parts.submit, 24),
    close: plainIf(parts.close, 24),
    callback_id: id(parts.callbackId),
    private_metadata: within(parts.privateMetadata, 3000, 'private_metadata'),
    notify_on_close: parts.notifyOnClose,
  };
}
