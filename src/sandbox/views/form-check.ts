/** What Slack's client itself checks when a form is submitted; nothing is sent while there is a fault. */
import { elementsOf, type PlacedElement } from '../blocks/generated-ids.ts';
import { holdsValue } from '../blocks/values.ts';
import type { FieldError } from '../protocol.ts';
import type { SelectedValue, StoredView } from '../world/state.ts';

function isEmpty(value: SelectedValue | undefined): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function number(value: unknown): number | undefined {
  return typeof value === 'number'
    ? value
    : typeof value === 'string' && value !== ''
      ? Number(value)
      : undefined;
}

function checkText(placed: PlacedElement, text: string): string | null {
  const max = number(placed.element.max_length) ?? 3000;
  const min = number(placed.element.min_length) ?? 0;
  if (text.length > max) return `Please shorten this to ${max} characters or fewer.`;
  if (text.length < min) return `Please enter at least ${min} characters.`;
  return null;
}

function checkNumber(placed: PlacedElement, text: string): string | null {
  const value = Number(text);
  const min = number(placed.element.min_value);
  const max = number(placed.element.max_value);
  if (text.trim() === '' || Number.isNaN(value)) return 'Please enter a number.';
  if (placed.element.is_decimal_allowed !== true && !Number.isInteger(value))
    return 'Please enter a whole number.';
  if (min !== undefined && value < min) return `Please enter a number of at least ${min}.`;
  if (max !== undefined && value > max) return `Please enter a number of at most ${max}.`;
  return null;
}

function faultOf(placed: PlacedElement, value: SelectedValue | undefined): string | null {
  if (value === undefined || isEmpty(value)) {
    return placed.block.optional === true ? null : 'Please complete this required field.';
  }
  if (Array.isArray(value)) {
    const max = number(placed.element.max_selected_items);
    return max !== undefined && value.length > max ? `Please choose at most ${max}.` : null;
  }
  switch (placed.type) {
    case 'plain_text_input':
      return checkText(placed, String(value));
    case 'number_input':
      return checkNumber(placed, String(value));
    case 'email_text_input':
      return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(String(value)) ? null : 'Please enter a valid email address.';
    case 'url_text_input':
      return URL.canParse(String(value)) ? null : 'Please enter a valid URL.';
    default:
      return null;
  }
}

/** The faults of a filled form, each at its input block. */
export function checkForm(view: StoredView): FieldError[] {
  return elementsOf(view.payload.blocks).flatMap((placed) => {
    if (!placed.isInput || !holdsValue(placed.type)) return [];
    const message = faultOf(placed, view.values[placed.blockId]?.[placed.actionId]);
    return message === null ? [] : [{ blockId: placed.blockId, message }];
  });
}
