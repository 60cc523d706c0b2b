/**
 * Small parts to describe what Slack accepts, which report faults in Slack's own words and with its JSON pointers:
 * `must be less than 151 characters [json-pointer:/blocks/0/text/text]`.
 */

export interface Problem {
  readonly pointer: string;
  readonly message: string;
  /** What was allowed, where the choice is from a list. */
  readonly constraint?: { readonly type: 'enum'; readonly expected: readonly string[]; readonly got: string };
}

/** Looks at a value found at `pointer` and adds what is wrong with it. */
export type Check = (value: unknown, pointer: string, problems: Problem[]) => void;

export type Fields = Readonly<Record<string, Check>>;

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text of `min` (1 by default) to `max` characters. */
export function text(max: number, min = 1): Check {
  return (value, pointer, problems) => {
    if (typeof value !== 'string') problems.push({ pointer, message: 'must be a string' });
    else if (value.length > max)
      problems.push({ pointer, message: `must be less than ${max + 1} characters` });
    else if (value.length < min)
      problems.push({ pointer, message: `must be more than ${min - 1} characters` });
  };
}

/** Text of a form. `what` names the form in the message. */
export function matching(form: RegExp, what: string): Check {
  return (value, pointer, problems) => {
    if (typeof value !== 'string' || !form.test(value))
      problems.push({ pointer, message: `must be ${what}` });
  };
}

export const bool: Check = (value, pointer, problems) => {
  if (typeof value !== 'boolean') problems.push({ pointer, message: 'must be a boolean' });
};

export function integer(min: number, max: number): Check {
  return (value, pointer, problems) => {
    if (typeof value !== 'number' || !Number.isInteger(value))
      problems.push({ pointer, message: 'must be an integer' });
    else if (value < min) problems.push({ pointer, message: `must be greater than ${min - 1}` });
    else if (value > max) problems.push({ pointer, message: `must be less than ${max + 1}` });
  };
}

export function oneOf(...values: readonly string[]): Check {
  return (value, pointer, problems) => {
    if (typeof value !== 'string' || !values.includes(value)) {
      const constraint = { type: 'enum' as const, expected: values, got: String(value) };
      problems.push({ pointer, message: `must be one of: ${values.join(', ')}`, constraint });
    }
  };
}

/** A list of `min` to `max` items. */
export function list(item: Check, max: number, min = 1): Check {
  return (value, pointer, problems) => {
    if (!Array.isArray(value)) {
      problems.push({ pointer, message: 'must be an array' });
      return;
    }
    if (value.length > max) problems.push({ pointer, message: `no more than ${max} items allowed` });
    if (value.length < min) problems.push({ pointer, message: `no fewer than ${min} items allowed` });
    for (const [index, each] of value.entries()) item(each, `${pointer}/${index}`, problems);
  };
}

/** An object with these fields and no others; `rule` may look at it as a whole. */
export function object(parts: { required: Fields; optional?: Fields; rule?: Check }): Check {
  const known: Fields = { ...parts.optional, ...parts.required };
  return (value, pointer, problems) => {
    if (!isObject(value)) {
      problems.push({ pointer, message: 'must be an object' });
      return;
    }
    for (const key of Object.keys(value)) {
      const check = known[key];
      if (check) check(value[key], `${pointer}/${key}`, problems);
      else problems.push({ pointer, message: `invalid additional property: ${key}` });
    }
    for (const key of Object.keys(parts.required)) {
      if (!(key in value)) problems.push({ pointer, message: `missing required field: ${key}` });
    }
    parts.rule?.(value, pointer, problems);
  };
}

/** An object whose `type` says what it must look like. */
export function byType(checks: Fields): Check {
  return (value, pointer, problems) => {
    if (!isObject(value)) problems.push({ pointer, message: 'must be an object' });
    else if (typeof value.type !== 'string')
      problems.push({ pointer, message: 'missing required field: type' });
    else {
      const check = checks[value.type];
      if (check) check(value, pointer, problems);
      else {
        const constraint = { type: 'enum' as const, expected: Object.keys(checks), got: value.type };
        problems.push({ pointer: `${pointer}/type`, message: `unsupported type: ${value.type}`, constraint });
      }
    }
  };
}

/** Adds Slack's line `failed to match all allowed schemas` before the faults of a part that may have several forms. */
export function union(check: Check): Check {
  return (value, pointer, problems) => {
    const inner: Problem[] = [];
    check(value, pointer, inner);
    if (inner.length > 0)
      problems.push({ pointer, message: 'failed to match all allowed schemas' }, ...inner);
  };
}

export const anything: Check = () => {};
