/** Keeps the state in one file: whole or not at all, several changes in one write. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { stateFileSchema, upgradedState, type WorldState } from './state.ts';

export class StateFile {
  readonly #path: string;
  readonly #state: () => WorldState;
  #queued: Promise<void> | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(path: string, state: () => WorldState) {
    this.#path = path;
    this.#state = state;
    mkdirSync(dirname(path), { recursive: true });
  }

  /**
   * Resolves when everything that is in the state now is in the file. Calls within one turn of the event loop share
   * a write. The file is written beside and renamed, so that a kill leaves the old or the new one.
   */
  saved(): Promise<void> {
    if (!this.#queued) {
      const previous = this.#running;
      this.#queued = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
        await previous.catch(() => {});
        this.#queued = null;
        await writeFile(`${this.#path}.tmp`, JSON.stringify(this.#state()));
        await rename(`${this.#path}.tmp`, this.#path);
      });
      this.#running = this.#queued;
    }
    return this.#queued;
  }

  /** Writes at once, for an orderly stop. */
  async saveNow(): Promise<void> {
    await this.#running.catch(() => {});
    writeFileSync(`${this.#path}.tmp`, JSON.stringify(this.#state()));
    renameSync(`${this.#path}.tmp`, this.#path);
  }
}

/**
 * Reads a saved state.
 * @returns undefined when there is none
 * @throws Error when the file is there and is not one of ours
 */
export function readStateFile(path: string): WorldState | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT')
      return undefined;
    throw error;
  }
  try {
    return upgradedState(stateFileSchema.parse(JSON.parse(text)));
  } catch {
    throw new Error(`${path} is not a sandbox state file. Remove it to begin with a new workspace.`);
  }
}
