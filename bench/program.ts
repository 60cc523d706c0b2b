import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import type { Sandbox } from '../src/sandbox/surface.ts';

export type ProgramSettings = {
  /** Node's arguments: its own flags, then the file. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Where it runs. */
  readonly folder: string;
  /** Where what it says goes: to a file, so that nobody else has to read it while something is measured. */
  readonly logFile: string;
  readonly sandbox: Sandbox;
};

/** An app in a process of its own, connected to its sandbox. */
export type Program = {
  /** From the start of the process until Slack could reach it. Milliseconds. */
  readonly connectedAfter: number;
  /** Resident memory now, in MiB, as the system counts it. */
  readonly memory: () => number;
  /** Has it collect its garbage now; what that frees is given back to the system within a second or two. */
  readonly collectGarbage: () => void;
  /** Ends it, and waits until Slack has noticed. */
  readonly stop: () => Promise<void>;
};

const stopWithinMs = 8000;
const connectWithinMs = 60_000;

const collector = new URL('./collect-garbage.mjs', import.meta.url).href;
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts it and waits until it is connected. Rejects, with the end of what it said, when it ends before. */
export async function startProgram(settings: ProgramSettings): Promise<Program> {
  const { sandbox, args, env, folder, logFile } = settings;
  const log = openSync(logFile, 'a');
  const begun = performance.now();
  const child = spawn(process.execPath, ['--import', collector, ...args], {
    cwd: folder,
    env: {
      PATH: process.env.PATH ?? '',
      SLACK_API_URL: sandbox.apiUrl(),
      SLACK_BOT_TOKEN: sandbox.botToken,
      SLACK_APP_TOKEN: sandbox.appToken,
      ...env,
    },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  running.add(child);
  const gone = once(child, 'exit').then(() => {
    running.delete(child);
  });
  const connected = sandbox
    .until(() => sandbox.workspace().connections > 0, {
      what: 'the app connects',
      timeoutMs: connectWithinMs,
    })
    .then(() => performance.now() - begun);
  const connectedAfter = await Promise.race([connected, gone]);
  if (connectedAfter === undefined) {
    connected.catch(() => undefined);
    throw new Error(`It ended before it was connected:\n${readFileSync(logFile, 'utf8').slice(-2000)}`);
  }
  return {
    connectedAfter,
    collectGarbage: () => void child.kill('SIGUSR2'),
    memory: () => residentMiB(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
      await gone;
      clearTimeout(timer);
      await sandbox.until(() => sandbox.workspace().connections === 0, { what: 'the app is gone' });
    },
  };
}

function residentMiB(pid: number): number {
  if (process.platform === 'linux') {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) / 1024;
  }
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
