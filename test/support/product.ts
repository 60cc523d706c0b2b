/** The built product in a process of its own, as `npm start` runs it. `npm test` builds it first. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export type Ended = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** From its start to its end. */
  readonly ms: number;
};

export type Product = {
  /** Resolves with the address of the line that it prints when it is ready. Rejects when it ends before. */
  readonly address: Promise<string>;
  readonly ended: Promise<Ended>;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Waits until this is on its standard error. */
  readonly says: (words: string) => Promise<void>;
  readonly signal: (name: NodeJS.Signals) => void;
  /** SIGKILL: nothing of it runs any more when this resolves. */
  readonly kill: () => Promise<Ended>;
};

export type ProductSettings = {
  /** Where it runs; `.env` is looked for and `./data` is kept there. */
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Another build than `dist/`. */
  readonly main?: string;
};

const running = new Set<ChildProcess>();
const folders = new Set<string>();

/** A folder of its own for one process or several after each other, empty but for these files. */
export function freshFolder(files: Readonly<Record<string, string>> = {}): string {
  const base = path.join(root, '.cache', 'journeys');
  mkdirSync(base, { recursive: true });
  const folder = mkdtempSync(path.join(base, 'run-'));
  folders.add(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

/** Starts it with nothing of this process's environment but PATH; on a free port unless told otherwise. */
export function startProduct({ folder, env = {}, args = [], main }: ProductSettings): Product {
  const program = main ?? path.join(root, 'dist', 'main.js');
  if (!existsSync(program)) throw new Error('The product is not built: run npm run build.');
  return follow([process.execPath, program, ...args], folder, { PORT: '0', ...env });
}

/** `npm start` in the project; nothing is built when nothing has changed. Its data are in this folder, and npm's own files. */
export function startWithNpm(folder: string): Product {
  return follow(['npm', 'start'], root, {
    ...{ PORT: '0', DATA_DIR: path.join(folder, 'data') },
    ...{ HOME: folder, npm_config_cache: path.join(folder, 'npm') },
  });
}

function follow(
  [command, ...args]: readonly [string, ...string[]],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Product {
  const begun = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let stdout = '';
  let stderr = '';
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve({ code, signal, stdout, stderr, ms: performance.now() - begun });
    });
  });
  const address = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      stdout += text.toString();
      const found = /^Oops is ready: (\S+)\n/m.exec(stdout)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.stderr.on('data', (text: Buffer) => {
      stderr += text.toString();
    });
    void ended.then(({ code }) => reject(new Error(`It ended with ${code} before it was ready:\n${stderr}`)));
  });
  // Whoever wants the address hears of it; a test of a refusal does not ask.
  address.catch(() => undefined);
  return {
    ...{ address, ended },
    stdout: () => stdout,
    stderr: () => stderr,
    says: (words) =>
      new Promise((resolve, reject) => {
        const look = () => stderr.includes(words) && resolve();
        child.stderr.on('data', look);
        void ended.then(() => reject(new Error(`It ended without saying ${words}`)));
        look();
      }),
    signal: (name) => void child.kill(name),
    async kill() {
      child.kill('SIGKILL');
      return ended;
    },
  };
}

/** For `afterAll`: ends what a failed test left running, and removes the folders. */
export async function endProducts(): Promise<void> {
  await Promise.all(
    [...running].map(
      (child) =>
        new Promise((resolve) => {
          child.once('close', resolve);
          child.kill('SIGKILL');
        }),
    ),
  );
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
