import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/store/package-root.ts';

const oldMs = 3_600_000;

/**
 * A new folder below `.cache/<kind>`, inside the project. Whoever makes it removes it; what a run that was killed could
 * not remove goes with a later one.
 */
export function scratchFolder(kind: string): string {
  const base = path.join(packageRoot(), '.cache', kind);
  mkdirSync(base, { recursive: true });
  for (const name of readdirSync(base)) {
    const folder = path.join(base, name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > oldMs) rmSync(folder, { recursive: true, force: true });
  }
  return mkdtempSync(path.join(base, 'run-'));
}
