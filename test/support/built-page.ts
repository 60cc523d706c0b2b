import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder of the sandbox's page as `npm run build` makes it; `npm test` builds first.
 * @throws Error when it was never built
 */
export function builtPage(): string {
  const folder = path.resolve(import.meta.dirname, '../../dist/sandbox/page');
  if (!existsSync(path.join(folder, 'main.js'))) {
    throw new Error('The page of the sandbox is not built: run npm run build.');
  }
  return folder;
}
