import type { Select } from '@slack/types';
import { usePane } from '../../state/pane-context.ts';
import { plainText } from '../../text/text-object.tsx';
import { useField } from '../use-field.ts';
import { type ChoiceGroup, choicesOf, initialChoice } from './options.ts';
import { Problem } from './problem.tsx';

/** The options of a native select, under their headings. */
export function ChoiceOptions({ groups }: { readonly groups: readonly ChoiceGroup[] }) {
  return (
    <>
      {groups.map(({ heading, choices }) => {
        const options = choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ));
        return heading === null ? (
          options
        ) : (
          <optgroup key={heading} label={heading}>
            {options}
          </optgroup>
        );
      })}
    </>
  );
}

/** A select that holds one choice. In a form that must be filled there is no way back to nothing, as on Slack. */
export function SelectElement({ element }: { readonly element: Select }) {
  const pane = usePane();
  const placeholder = plainText(element.placeholder) || 'Choose an option';
  const field = useField(element.action_id ?? '', initialChoice(element), placeholder);
  const value = typeof field.value === 'string' ? field.value : '';
  return (
    <span class="element">
      <select
        {...field.attributes}
        class="select"
        value={value}
        aria-busy={field.busy}
        onChange={(event) => field.change(event.currentTarget.value || null)}
      >
        <option value="">{placeholder}</option>
        <ChoiceOptions groups={choicesOf(element, pane)} />
      </select>
      {field.busy ? <span class="spinner" aria-hidden="true" /> : null}
      <Problem text={field.problem} />
    </span>
  );
}
