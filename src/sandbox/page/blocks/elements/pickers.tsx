import type { Datepicker, DateTimepicker, Timepicker } from '@slack/types';
import { usePane } from '../../state/pane-context.ts';
import { plainText } from '../../text/text-object.tsx';
import { useField } from '../use-field.ts';
import { Problem } from './problem.tsx';
import { momentOf, wallClock } from './zoned-time.ts';

/** A day. */
export function DateElement({ element }: { readonly element: Datepicker }) {
  const name = plainText(element.placeholder) || 'Date';
  const field = useField(element.action_id ?? '', element.initial_date ?? null, name);
  return (
    <span class="element">
      <input
        {...field.attributes}
        type="date"
        class="input input-short"
        value={typeof field.value === 'string' ? field.value : ''}
        onChange={(event) => field.change(event.currentTarget.value || null)}
      />
      <Problem text={field.problem} />
    </span>
  );
}

/** A time of day. */
export function TimeElement({ element }: { readonly element: Timepicker }) {
  const name = plainText(element.placeholder) || 'Time';
  const field = useField(element.action_id ?? '', element.initial_time ?? null, name);
  return (
    <span class="element">
      <input
        {...field.attributes}
        type="time"
        class="input input-short"
        value={typeof field.value === 'string' ? field.value : ''}
        onChange={(event) => field.change(event.currentTarget.value || null)}
      />
      <Problem text={field.problem} />
    </span>
  );
}

/** A moment, entered on this person's own wall clock. */
export function DateTimeElement({ element }: { readonly element: DateTimepicker }) {
  const { tz } = usePane().reader;
  const field = useField(element.action_id ?? '', element.initial_date_time ?? null, 'Date and time');
  const change = (text: string) => {
    const moment = text === '' ? null : momentOf(tz, text);
    if (text === '' || moment !== null) field.change(moment);
  };
  return (
    <span class="element">
      <input
        {...field.attributes}
        type="datetime-local"
        class="input input-short"
        value={typeof field.value === 'number' ? wallClock(tz, field.value) : ''}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <span class="element-note">{tz.replaceAll('_', ' ')}</span>
      <Problem text={field.problem} />
    </span>
  );
}
