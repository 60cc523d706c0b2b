import type { EmailInput, NumberInput, PlainTextInput, RichTextInput, URLInput } from '@slack/types';
import { plainText } from '../../text/text-object.tsx';
import { useElement } from '../element-context.ts';
import { useField } from '../use-field.ts';

export type TextElement = PlainTextInput | EmailInput | URLInput | NumberInput | RichTextInput;

const keyboards = {
  plain_text_input: 'text',
  rich_text_input: 'text',
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'decimal',
} as const;

function initialText(element: TextElement): string | null {
  return element.type === 'rich_text_input' ? null : (element.initial_value ?? null);
}

function Count({ length, limit }: { readonly length: number; readonly limit: number | undefined }) {
  if (limit === undefined || length < limit * 0.8) return null;
  const left = limit - length;
  return (
    <span class={left < 0 ? 'count count-over' : 'count'}>
      {left < 0 ? `${-left} too many` : `${left} left`}
    </span>
  );
}

/** A line or a box of text. Whether it fits is said on submit, as Slack does. */
export function TextInputElement({ element }: { readonly element: TextElement }) {
  const { dispatches } = useElement();
  const placeholder = plainText(element.placeholder);
  const field = useField(element.action_id ?? '', initialText(element), placeholder);
  const value = field.value === null ? '' : String(field.value);
  // https://docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object
  const toldOn = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  const entersOnEnter = dispatches && toldOn.includes('on_enter_pressed');
  const multiline =
    element.type === 'rich_text_input' || (element.type === 'plain_text_input' && element.multiline);
  const common = {
    ...field.attributes,
    placeholder,
    value,
    onInput: (event: { currentTarget: { value: string } }) => field.type(event.currentTarget.value || null),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing || !entersOnEnter) return;
    event.preventDefault();
    field.pressEnter(value || null);
  };
  const limit = element.type === 'plain_text_input' ? element.max_length : undefined;
  return (
    <span class="element element-wide">
      {multiline ? (
        <textarea {...common} class="input" rows={4} />
      ) : (
        <input
          {...common}
          class="input"
          type="text"
          inputMode={keyboards[element.type]}
          autocomplete="off"
          onKeyDown={onKeyDown}
        />
      )}
      <Count length={value.length} limit={limit} />
    </span>
  );
}
