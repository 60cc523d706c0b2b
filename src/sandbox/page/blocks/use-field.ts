import { useState } from 'preact/hooks';
import type { FieldValue } from '../../protocol.ts';
import { useElement } from './element-context.ts';
import { useSurface } from './surface.ts';
import { useClick } from './use-click.ts';

export interface Field {
  readonly value: FieldValue;
  readonly busy: boolean;
  readonly problem: string | null;
  /** Attributes that tie the control to its label, hint and error. */
  readonly attributes: {
    readonly id: string;
    readonly 'aria-describedby'?: string;
    readonly 'aria-invalid'?: true;
    readonly 'aria-label'?: string;
    readonly 'data-action-id': string;
  };
  /** In an input block it is entered in the form; elsewhere the app is told at once. */
  change(value: FieldValue): void;
  /** A letter more or less: the app is not told of each. */
  type(value: FieldValue): void;
  /** The Enter key in a text field. */
  pressEnter(value: FieldValue): void;
}

/** What an element holds and how it changes, the same in forms and in messages. */
export function useField(actionId: string, initial: FieldValue, name: string): Field {
  const { blockId, isInput, controlId, describedBy, invalid } = useElement();
  const surface = useSurface();
  const { busy, problem, click } = useClick(blockId, actionId);
  const [chosen, setChosen] = useState<FieldValue | undefined>(undefined);
  const [typed, setTyped] = useState<FieldValue | undefined>(undefined);
  const inForm = isInput && surface.isForm;
  const remembered = surface.value(blockId, actionId);
  return {
    value: typed ?? (remembered !== undefined && !busy ? remembered : (chosen ?? remembered ?? initial)),
    busy,
    problem,
    attributes: {
      id: isInput ? controlId : `${controlId}-${actionId}`,
      ...(describedBy ? { 'aria-describedby': describedBy } : {}),
      ...(invalid ? { 'aria-invalid': true } : {}),
      ...(isInput ? {} : { 'aria-label': name }),
      'data-action-id': actionId,
    },
    change: (value) => {
      if (inForm) {
        surface.enter(blockId, value);
        return;
      }
      setChosen(value);
      void click(value);
    },
    type: (value) => (inForm ? surface.enter(blockId, value) : setTyped(value)),
    pressEnter: (value) => {
      if (inForm) surface.enter(blockId, value, true);
      else void click(value);
    },
  };
}
