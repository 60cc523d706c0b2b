import { existsSync, mkdirSync, watch } from 'node:fs';
import path from 'node:path';

/** Waits until there is an entry of this name in the folder, which is made if it is missing. */
export function watchFor(folder: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  return new Promise((resolve) => {
    // A test that fails meanwhile must not keep the run from ending.
    const watcher = watch(folder, { persistent: false }, () => check());
    const check = (): void => {
      if (!existsSync(path.join(folder, name))) return;
      watcher.close();
      resolve();
    };
    check();
  });
}
