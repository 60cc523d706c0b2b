import type {
  ActionsBlockElement,
  ImageElement,
  InputBlockElement,
  SectionBlockAccessory,
} from '@slack/types';
import { Picture } from '../picture.tsx';
import { ButtonElement } from './button.tsx';
import { CheckboxesElement, RadioElement } from './choices.tsx';
import { MultiSelectElement } from './multi-select.tsx';
import { OverflowElement } from './overflow.tsx';
import { DateElement, DateTimeElement, TimeElement } from './pickers.tsx';
import { SelectElement } from './select.tsx';
import { TextInputElement } from './text-input.tsx';

export type AnyElement = ActionsBlockElement | SectionBlockAccessory | InputBlockElement | ImageElement;

/** Any element of a block. https://docs.slack.dev/reference/block-kit/block-elements */
export function BlockElement({ element }: { readonly element: AnyElement }) {
  switch (element.type) {
    case 'button':
    case 'workflow_button':
      return <ButtonElement element={element} />;
    case 'static_select':
    case 'users_select':
    case 'conversations_select':
    case 'channels_select':
    case 'external_select':
      return <SelectElement element={element} />;
    case 'multi_static_select':
    case 'multi_users_select':
    case 'multi_conversations_select':
    case 'multi_channels_select':
    case 'multi_external_select':
      return <MultiSelectElement element={element} />;
    case 'radio_buttons':
      return <RadioElement element={element} />;
    case 'checkboxes':
      return <CheckboxesElement element={element} />;
    case 'datepicker':
      return <DateElement element={element} />;
    case 'timepicker':
      return <TimeElement element={element} />;
    case 'datetimepicker':
      return <DateTimeElement element={element} />;
    case 'overflow':
      return <OverflowElement element={element} />;
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
    case 'rich_text_input':
      return <TextInputElement element={element} />;
    case 'image':
      return <Picture picture={element} />;
    case 'file_input':
      return <p class="unsupported">Files cannot be uploaded in the sandbox.</p>;
  }
}
