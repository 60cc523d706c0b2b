import type { Checkboxes, Option, RadioButtons } from '@slack/types';
import { useId } from 'preact/hooks';
import { Text } from '../../text/text-object.tsx';
import { useElement } from '../element-context.ts';
import { useField } from '../use-field.ts';
import { Problem } from './problem.tsx';

interface ChoiceProps {
  readonly option: Option;
  readonly name: string;
  readonly type: 'radio' | 'checkbox';
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function ChoiceLine({ option, name, type, checked, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div class="choice">
      <input
        id={id}
        type={type}
        name={name}
        value={option.value}
        checked={checked}
        aria-describedby={option.description ? `${id}-more` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>
        <Text text={option.text} />
      </label>
      {option.description ? (
        <div id={`${id}-more`} class="choice-detail">
          <Text text={option.description} />
        </div>
      ) : null}
    </div>
  );
}

/** Radio buttons: one of the options. */
export function RadioElement({ element }: { readonly element: RadioButtons }) {
  const { controlId } = useElement();
  const field = useField(element.action_id ?? '', element.initial_option?.value ?? null, 'Choices');
  const { id: _, ...attributes } = field.attributes;
  return (
    <span class="element">
      <div class="choices" role="radiogroup" aria-labelledby={`${controlId}-label`} {...attributes}>
        {element.options.map((option) => (
          <ChoiceLine
            key={option.value}
            option={option}
            name={`${controlId}-${element.action_id}`}
            type="radio"
            checked={field.value === option.value}
            onChange={() => field.change(option.value ?? null)}
          />
        ))}
      </div>
      <Problem text={field.problem} />
    </span>
  );
}

/** Checkboxes: any of the options. */
export function CheckboxesElement({ element }: { readonly element: Checkboxes }) {
  const { controlId } = useElement();
  const initial = (element.initial_options ?? []).flatMap((option) => option.value ?? []);
  const field = useField(element.action_id ?? '', initial, 'Choices');
  const taken = Array.isArray(field.value) ? field.value : [];
  const { id: _, 'aria-invalid': __, ...attributes } = field.attributes;
  const set = (value: string, checked: boolean) => {
    const others = taken.filter((each) => each !== value);
    field.change(checked ? [...others, value] : others);
  };
  return (
    <span class="element">
      {/* biome-ignore lint/a11y/useSemanticElements: the label is drawn by the block, so a fieldset has no legend */}
      <div class="choices" role="group" aria-labelledby={`${controlId}-label`} {...attributes}>
        {element.options.map((option) => (
          <ChoiceLine
            key={option.value}
            option={option}
            name={`${controlId}-${element.action_id}`}
            type="checkbox"
            checked={taken.includes(option.value ?? '')}
            onChange={(checked) => set(option.value ?? '', checked)}
          />
        ))}
      </div>
      <Problem text={field.problem} />
    </span>
  );
}
