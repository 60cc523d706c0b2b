import type { Select } from '@slack/types';
import { usePane } from '../../state/pane-context.ts';
import { plainText } from '../../text/text-object.tsx';
import { useField } from '../use-field.ts';
import { Combobox } from './combobox.tsx';
import { choicesOf, initialChoice } from './options.ts';
import { Problem } from './problem.tsx';

/** A select that holds one choice. Once something is chosen there is no way back to nothing, as on Slack. */
export function SelectElement({ element }: { readonly element: Select }) {
  const pane = usePane();
  const placeholder = plainText(element.placeholder) || 'Choose an option';
  const field = useField(element.action_id ?? '', initialChoice(element), placeholder);
  const groups = choicesOf(element, pane);
  const chosen = groups.flatMap((group) => group.choices).find((each) => each.value === field.value);
  return (
    <span class="element">
      <span class="combo" aria-invalid={field.attributes['aria-invalid']}>
        <Combobox
          attributes={field.attributes}
          groups={groups}
          chosen={chosen ?? null}
          placeholder={placeholder}
          busy={field.busy}
          onChoose={field.change}
        />
      </span>
      {field.busy ? <span class="spinner" aria-hidden="true" /> : null}
      <Problem text={field.problem} />
    </span>
  );
}
