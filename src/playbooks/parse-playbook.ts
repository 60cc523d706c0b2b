import { parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Playbook } from '../domain/playbook.ts';
import { type FrontMatter, frontMatterSchema } from './front-matter.ts';

/** One thing that is wrong with one file. `field` is where: `options[1].undo`, or `front matter` as a whole. */
export type PlaybookProblem = { readonly file: string; readonly field: string; readonly problem: string };

export type ParsedPlaybook =
  | { readonly ok: true; readonly playbook: Playbook }
  | { readonly ok: false; readonly problems: readonly PlaybookProblem[] };

/** Front matter, the line that closes it, and the Markdown after it. */
const FENCE = '---';

/**
 * Reads one playbook from the text of its file. Gives the playbook or every problem of the file at once; the file's
 * name (without its ending) must be the id, so that a playbook is found by what events call it.
 */
export function parsePlaybook(file: string, text: string): ParsedPlaybook {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const end = lines.indexOf(FENCE, 1);
  if (lines[0] !== FENCE || end === -1) {
    return refuse(
      file,
      'front matter',
      'is missing: the file must begin with a line --- and close it with another',
    );
  }
  const document = parseDocument(lines.slice(1, end).join('\n'));
  const [error] = document.errors;
  if (error !== undefined) {
    // The parser counts from the line after the fence.
    const line = (error.linePos?.[0].line ?? 0) + 1;
    return refuse(file, 'front matter', `is not valid YAML (line ${line}: ${error.code.toLowerCase()})`);
  }
  const read = frontMatterSchema.safeParse(document.toJS(), { reportInput: true });
  if (!read.success) {
    const problems = read.error.issues.map((issue) => ({
      file,
      field: fieldName(issue.path),
      problem: inWords(issue),
    }));
    // A text where a list belongs also breaks the list's length: one problem per field is enough.
    const fields = new Set<string>();
    const first = problems.filter(({ field }) => !fields.has(field) && fields.add(field));
    return { ok: false, problems: first };
  }
  if (`${read.data.id}.md` !== file) {
    return refuse(file, 'id', `must be the name of the file without .md, but is ${read.data.id}`);
  }
  const notes = lines
    .slice(end + 1)
    .join('\n')
    .trim();
  return { ok: true, playbook: toPlaybook(read.data, notes) };
}

function refuse(file: string, field: string, problem: string): ParsedPlaybook {
  return { ok: false, problems: [{ file, field, problem }] };
}

/** The schema's own sentences, and plain ones for what every schema can find. */
function inWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `has unknown fields: ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? 'is missing' : `must be ${kinds[issue.expected] ?? issue.expected}`;
  return issue.message;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'fields with values',
};

/** `['options', 1, 'undo']` as `options[1].undo`, counted from 1 as people do. */
function fieldName(path: readonly PropertyKey[]): string {
  const name = path.map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${String(part)}`)).join('');
  return name === '' ? 'front matter' : name.slice(1);
}

function toPlaybook(front: FrontMatter, notes: string): Playbook {
  return {
    id: front.id,
    title: front.title,
    signs: front.signs,
    stopFirst: front.stop_first,
    doNotYet: front.do_not_yet,
    evidence: front.evidence,
    options: front.options.map(({ undo_how, ...option }) => ({ ...option, undoHow: undo_how })),
    steps: front.steps,
    notes,
  };
}
