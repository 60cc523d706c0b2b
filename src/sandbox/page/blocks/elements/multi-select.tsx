import type { MultiSelect } from '@slack/types';
import { CloseIcon } from '../../icons.tsx';
import { Avatar } from '../../people/avatar.tsx';
import { usePane } from '../../state/pane-context.ts';
import { plainText } from '../../text/text-object.tsx';
import { useField } from '../use-field.ts';
import { Combobox } from './combobox.tsx';
import { choicesOf, initialChoices } from './options.ts';
import { Problem } from './problem.tsx';

/** A select that holds several choices: those taken are chips with a cross, the rest are in a list. */
export function MultiSelectElement({ element }: { readonly element: MultiSelect }) {
  const pane = usePane();
  const placeholder = plainText(element.placeholder) || 'Choose options';
  const field = useField(element.action_id ?? '', initialChoices(element), placeholder);
  const taken = Array.isArray(field.value) ? field.value : [];
  const groups = choicesOf(element, pane);
  const known = new Map(groups.flatMap((group) => group.choices.map((each) => [each.value, each])));
  const rest = groups.map((group) => ({
    heading: group.heading,
    choices: group.choices.filter((choice) => !taken.includes(choice.value)),
  }));
  const full = taken.length >= (element.max_selected_items ?? Number.POSITIVE_INFINITY);
  const remove = (value: string) => field.change(taken.filter((each) => each !== value));
  return (
    <span class="element">
      <span class="combo combo-multi" aria-invalid={field.attributes['aria-invalid']}>
        {taken.map((value) => (
          <span key={value} class="chip">
            {known.get(value)?.person ? <Avatar workspace={pane.workspace} id={value} size="small" /> : null}
            {known.get(value)?.label ?? value}
            <button
              type="button"
              class="chip-remove"
              aria-label={`Remove ${known.get(value)?.label ?? value}`}
              onClick={() => remove(value)}
            >
              <CloseIcon />
            </button>
          </span>
        ))}
        <Combobox
          attributes={field.attributes}
          groups={rest}
          chosen={null}
          placeholder={full ? '' : taken.length > 0 ? 'Add…' : placeholder}
          busy={field.busy}
          full={full}
          onChoose={(value) => field.change([...taken, value])}
          onBack={() => taken.length > 0 && remove(taken.at(-1) ?? '')}
        />
      </span>
      <Problem text={field.problem} />
    </span>
  );
}
