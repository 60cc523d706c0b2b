import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Where builds keep what only they need. Inside the project, so that nothing is written elsewhere. */
export const cache = path.join(root, '.cache');

/**
 * Every file under these files and folders, sorted; those that are missing are left out.
 * @param {readonly string[]} inputs relative to the project
 * @param {(file: string) => boolean} [wanted]
 */
export function filesOf(inputs, wanted = () => true) {
  /** @type {string[]} */
  const files = [];
  /** @param {string} file */
  const visit = (file) => {
    const full = path.join(root, file);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) for (const name of readdirSync(full)) visit(path.join(file, name));
    else if (wanted(file)) files.push(file);
  };
  for (const input of inputs) visit(input);
  return files.sort();
}

/**
 * A digest of the contents of these files and of anything else the result depends on.
 * @param {readonly string[]} files @param {readonly string[]} [others]
 */
export function fingerprint(files, others = []) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  for (const other of others) hash.update(`${other}\0`);
  return hash.digest('hex');
}

/**
 * Does a step of the build unless its inputs are those of the last time. Says what it does if it takes over a second.
 * @param {{ name: string, doing: string, print: string, done: () => boolean, run: () => Promise<void> }} step
 */
export async function runStep({ name, doing, print, done, run }) {
  const mark = path.join(cache, 'build', name);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === print && done()) return false;
  const timer = setTimeout(() => console.error(doing), 1000);
  try {
    await run();
  } finally {
    clearTimeout(timer);
  }
  mkdirSync(path.dirname(mark), { recursive: true });
  writeFileSync(mark, print);
  return true;
}
