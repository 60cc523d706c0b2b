import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder that holds package.json, `prisma/` and `dist/`: the same whether this file runs from `src/` or from `dist/`.
 */
export function packageRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('package.json is not above this file');
    folder = parent;
  }
  return folder;
}

/** The version of a dependency that package.json asks for. */
export function dependencyVersion(name: string): string {
  const file: { readonly dependencies?: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(path.join(packageRoot(), 'package.json'), 'utf8'),
  );
  return file.dependencies?.[name] ?? 'unknown';
}
