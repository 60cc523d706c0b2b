import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { ComposeSettings } from '../../src/compose.ts';

const entry = fileURLToPath(new URL('./killable-bot.mjs', import.meta.url));
const sayingSchema = z.object({
  warm: z.boolean().optional(),
  ready: z.boolean().optional(),
  step: z.string().optional(),
});
type Saying = z.infer<typeof sayingSchema>;

export type MortalSettings = {
  readonly slack: { readonly apiUrl: string; readonly botToken: string; readonly appToken: string };
  readonly dataDir: string;
  readonly directory: ComposeSettings['directory'];
  /** Time passes between death and birth, so that what was unsure may be looked up. Gives the clock's lead over the real one. */
  readonly beforeBirth: () => Promise<number>;
};

export type MortalBot = {
  /** Says which part of the story goes on: points are counted within it. Empty: it is not killed any more. */
  enter(step: string): Promise<void>;
  /** Starts it again when it was killed. */
  live(): Promise<void>;
  isAlive(): boolean;
  /** Resolves when it is dead. */
  killed(): Promise<void>;
  /** Where it was killed so far. */
  readonly points: readonly string[];
  /** Lets it end in order: what it is doing is finished. */
  rest(): Promise<void>;
  /** Ends it for good. */
  end(): Promise<void>;
};

/** A bot that dies at every commit and every call to Slack, each once, and is started again from a spare. */
export function mortalBot({ beforeBirth, ...settings }: MortalSettings): MortalBot {
  const points: string[] = [];
  let step = '';
  let child: ChildProcess | null = null;
  let spare: ChildProcess | null = null;
  let trouble = '';

  function breed(): ChildProcess {
    const born = spawn(process.execPath, ['--no-warnings', entry], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    born.stdout?.on('data', (data: Buffer) => {
      for (const [, point] of data.toString().matchAll(/killed at (.+)/g)) if (point) points.push(point);
    });
    born.stderr?.on('data', (data: Buffer) => {
      trouble = `${trouble}${data.toString()}`.slice(-4000);
    });
    return born;
  }

  async function live(): Promise<void> {
    if (child !== null) return;
    const born = spare !== null && !isDead(spare) ? spare : breed();
    spare = breed();
    child = born;
    born.once('exit', () => {
      if (child === born) child = null;
    });
    born.send({ ...settings, step, passed: points, lead: await beforeBirth() });
    const before = points.length;
    await heard(born, (saying) => saying.ready === true);
    if (child === null && points.length === before) throw new Error(`the bot did not start\n${trouble}`);
  }

  return {
    points,
    live,
    isAlive: () => child !== null,
    async enter(next) {
      step = next;
      const present = child;
      if (present === null) return;
      const told = heard(present, (saying) => saying.step === next);
      present.send({ step });
      await told;
    },
    async killed() {
      if (child !== null) await once(child, 'exit');
    },
    async rest() {
      const present = child;
      if (present === null) return;
      const gone = once(present, 'exit');
      present.send({ rest: true });
      await gone;
    },
    async end() {
      await Promise.all([child, spare].map((process) => (process === null ? undefined : kill(process))));
      spare = null;
    },
  };
}

/** Resolves when the process says this, or ends. */
function heard(process: ChildProcess, isIt: (saying: Saying) => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (isDead(process)) resolve();
    process.once('exit', () => resolve());
    process.on('message', (message) => {
      if (isIt(sayingSchema.parse(message))) resolve();
    });
  });
}

const isDead = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

async function kill(process: ChildProcess): Promise<void> {
  if (isDead(process)) return;
  const gone = once(process, 'exit');
  process.kill('SIGKILL');
  await gone;
}
