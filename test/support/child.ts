import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type Child = {
  /** The next line it prints, or undefined when it has ended. */
  readonly line: () => Promise<string | undefined>;
  /** Every line from now on, as they come. */
  readonly onLine: (listener: (line: string) => void) => void;
  /** SIGKILL: no handler runs, nothing is tidied up. */
  readonly kill: () => Promise<void>;
  readonly exit: Promise<number | null>;
};

/** Runs `children/<name>.ts` in a process of its own, with this argument. */
export function startChild(name: string, argument: unknown): Child {
  const file = fileURLToPath(new URL(`./children/${name}.ts`, import.meta.url));
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', file, JSON.stringify(argument)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const waiting: ((line: string | undefined) => void)[] = [];
  const listeners: ((line: string) => void)[] = [];
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      for (const listener of listeners) listener(line);
      const next = waiting.shift();
      if (next) next(line);
      else if (listeners.length === 0) lines.push(line);
    });
  }
  const exit = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      for (const next of waiting.splice(0)) next(undefined);
      resolve(code);
    });
  });
  return {
    line: async () => {
      const line = lines.shift();
      if (line !== undefined || child.exitCode !== null) return line;
      return new Promise((resolve) => waiting.push(resolve));
    },
    onLine: (listener) => void listeners.push(listener),
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
    exit,
  };
}
