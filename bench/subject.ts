import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startSandbox } from '../src/sandbox/sandbox.ts';
import type { Seed } from '../src/sandbox/seed.ts';
import type { Case } from './cast.ts';
import { type Program, type ProgramSettings, startProgram } from './program.ts';
import type { Measure } from './report.ts';
import { asks, criesOut, ends, type Slack, submits } from './stories.ts';
import { wireOf } from './wire.ts';

const root = path.resolve(import.meta.dirname, '..');

/** One of the apps that are compared, with a sandbox of its own that is like the others'. */
export type Subject = {
  readonly app: string;
  readonly slack: Slack;
  readonly samples: Partial<Record<Measure, number[]>>;
  /** The process that runs now. */
  program: Program | null;
  readonly start: () => Promise<Program>;
  /** Whether what was begun has to be ended: the bare app keeps nothing. */
  readonly keepsIncidents: boolean;
};

type SubjectSettings = Pick<Subject, 'app' | 'keepsIncidents'> &
  Pick<ProgramSettings, 'args' | 'env' | 'folder'> & { readonly seed: Seed };

export async function makeSubject(settings: SubjectSettings): Promise<Subject> {
  const { app, keepsIncidents, seed, folder, args, env } = settings;
  const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'manifest.json'), 'utf8'));
  const sandbox = await startSandbox({ manifest, seed });
  await sandbox.listen();
  const logFile = path.join(folder, 'output.log');
  return {
    app,
    keepsIncidents,
    slack: { sandbox, wire: wireOf(sandbox) },
    samples: {},
    program: null,
    start: () => startProgram({ args, env, folder, logFile, sandbox }),
  };
}

/** Notes a sample. */
export function keep({ samples }: Subject, measure: Measure, value: number): void {
  samples[measure] = [...(samples[measure] ?? []), value];
}

/** Starts and stops it so many times; the last one stays. The very first `/oops` of each is measured. */
export async function startOften(subject: Subject, cases: readonly Case[]): Promise<void> {
  for (const [index, who] of cases.entries()) {
    subject.program = await subject.start();
    keep(subject, 'start', subject.program.connectedAfter);
    // At once: what is not ready when Slack can reach the app is paid for by the first who asks.
    const { window, screen } = await asks(subject.slack, who);
    keep(subject, 'coldWindow', window);
    keep(subject, 'coldScreen', screen);
    if (subject.keepsIncidents) await ends(subject.slack, who);
    if (index < cases.length - 1) await subject.program.stop();
  }
}

/** One engineer asks with the command and sends the first screen. */
export async function commandStory(subject: Subject, who: Case, isMeasured: boolean): Promise<void> {
  const { window, screen } = await asks(subject.slack, who);
  const mentor = await submits(subject.slack, who);
  if (subject.keepsIncidents) await ends(subject.slack, who);
  if (!isMeasured) return;
  keep(subject, 'window', window);
  keep(subject, 'screen', screen);
  keep(subject, 'mentor', mentor);
}

/** One engineer writes in a channel that they broke something. */
export async function messageStory(subject: Subject, who: Case, isMeasured: boolean): Promise<void> {
  const reply = await criesOut(subject.slack, who);
  if (subject.keepsIncidents) await ends(subject.slack, who);
  if (isMeasured) keep(subject, 'reply', reply);
}
