import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Playbook } from '../domain/playbook.ts';
import { type PlaybookProblem, parsePlaybook } from './parse-playbook.ts';

export type LoadedPlaybooks =
  | { readonly ok: true; readonly playbooks: readonly Playbook[] }
  | { readonly ok: false; readonly problems: readonly PlaybookProblem[] };

/** Works from `src/playbooks` and from `dist/playbooks` alike: both lie two folders below the project's own. */
const builtInFolder = fileURLToPath(new URL('../../playbooks/', import.meta.url));

/**
 * Loads every `*.md` of a folder (by default the built-in one), sorted by file name. `README.md` and files that begin
 * with `.` or `_` are not playbooks. Gives all playbooks, or every problem of every file at once: a playbook that is
 * half read would be missed when it is needed. Refuses a folder that cannot be read or holds none.
 */
export async function loadPlaybooks(folder: string | undefined): Promise<LoadedPlaybooks> {
  const from = folder ?? builtInFolder;
  let names: string[];
  try {
    names = await readdir(from);
  } catch {
    return refuse(from, 'folder', 'does not exist or cannot be read');
  }
  const files = names.filter((name) => name.endsWith('.md') && !/^[._]|^readme\.md$/i.test(name)).sort();
  if (files.length === 0) return refuse(from, 'folder', 'holds no playbook (*.md)');
  const results = await Promise.all(files.map((file) => loadFile(from, file)));
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, playbooks: results.flatMap((result) => (result.ok ? [result.playbook] : [])) };
}

async function loadFile(folder: string, file: string) {
  try {
    return parsePlaybook(file, await readFile(join(folder, file), 'utf8'));
  } catch {
    return refuse(file, 'file', 'cannot be read');
  }
}

function refuse(file: string, field: string, problem: string) {
  return { ok: false, problems: [{ file, field, problem }] } as const;
}

/** One line per problem, each naming its file and field. Ends without a line break. */
export function formatPlaybookProblems(problems: readonly PlaybookProblem[]): string {
  const lines = problems.map(({ file, field, problem }) => `  ${file}: ${field} ${problem}.`);
  const heading =
    problems.length === 1 ? 'A playbook has a problem:' : `The playbooks have ${problems.length} problems:`;
  return [heading, ...lines].join('\n');
}
