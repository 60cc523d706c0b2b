import type { MultiSelect } from '@slack/types';
import { CloseIcon } from '../../icons.tsx';
import { usePane } from '../../state/pane-context.ts';
import { plainText } from '../../text/text-object.tsx';
import { useField } from '../use-field.ts';
import { choicesOf, initialChoices } from './options.ts';
import { Problem } from './problem.tsx';
import { ChoiceOptions } from './select.tsx';

/** A select that holds several choices: those taken are chips with a cross, the rest are in a list. */
export function MultiSelectElement({ element }: { readonly element: MultiSelect }) {
  const placeholder = plainText(element.placeholder) || 'Choose options';
  const field = useField(element.action_id ?? '', initialChoices(element), placeholder);
  const taken = Array.isArray(field.value) ? field.value : [];
  const groups = choicesOf(element, usePane());
  const labels = new Map(groups.flatMap((group) => group.choices.map((each) => [each.value, each.label])));
  const rest = groups.map((group) => ({
    ...group,
    choices: group.choices.filter((choice) => !taken.includes(choice.value)),
  }));
  const full = taken.length >= (element.max_selected_items ?? Number.POSITIVE_INFINITY);
  return (
    <span class="element multi-select">
      {taken.map((value) => (
        <span key={value} class="chip">
          {labels.get(value) ?? value}
          <button
            type="button"
            class="chip-remove"
            aria-label={`Remove ${labels.get(value) ?? value}`}
            onClick={() => field.change(taken.filter((each) => each !== value))}
          >
            <CloseIcon />
          </button>
        </span>
      ))}
      <select
        {...field.attributes}
        class="select"
        value=""
        disabled={full}
        aria-busy={field.busy}
        onChange={(event) => {
          const { value } = event.currentTarget;
          event.currentTarget.value = '';
          if (value !== '') field.change([...taken, value]);
        }}
      >
        <option value="">{taken.length > 0 ? 'Add…' : placeholder}</option>
        <ChoiceOptions groups={rest} />
      </select>
      <Problem text={field.problem} />
    </span>
  );
}
