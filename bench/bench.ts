import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Seed, teamId } from '../src/sandbox/seed.ts';
import { startPostgres } from '../test/support/start-postgres.mjs';
import { type Case, castOf } from './cast.ts';
import { countsOf, machine } from './machine.ts';
import type { NamingOrder } from './name-mentors.ts';
import type { BenchOptions } from './options.ts';
import type { Report } from './report.ts';
import { type Script, scriptFrom } from './script.ts';
import { commandStory, keep, makeSubject, messageStory, type Subject, startOften } from './subject.ts';

const root = path.resolve(import.meta.dirname, '..');

const collectingMs = 3000;

type Run = {
  readonly options: BenchOptions;
  /** Of this run alone; whoever runs it removes it. */
  readonly folder: string;
  /** The bare app, compiled. */
  readonly bareApp: string;
  readonly say: (sentence: string) => void;
};

/** Measures Oops and a bare Bolt app in turns, each in a process of its own, against sandboxes in this one. */
export async function bench({ options, folder, bareApp, say }: Run): Promise<Report> {
  const { times, warmUps, starts, restSeconds } = options;
  const begun = performance.now();
  const { cases, seed } = castOf(starts + 2 * (warmUps + times) + 2);
  const queue = cases.values();
  const take = (): Case => {
    const { value } = queue.next();
    if (value === undefined) throw new Error('there are too few people');
    return value;
  };
  const firstOnes = Array.from({ length: starts }, take);
  const postgres = options.postgres ? await startPostgres({ durable: true }) : undefined;
  const opened: Subject[] = [];
  try {
    const oops: Subject[] = [];
    for (const url of [undefined, ...(postgres === undefined ? [] : [postgres.url])]) {
      say(`Starting Oops ${url === undefined ? 'on the embedded database' : 'on a PostgreSQL server'} …`);
      const subject = await makeOops({ url, seed, folder, profile: options.profile, cases });
      opened.push(subject);
      oops.push(subject);
      await startOften(subject, firstOnes);
    }
    say('Starting the bare app …');
    const script = await rehearse(oops, [take(), take()], cases);
    const floor = await makeBare({ script, seed, folder, bareApp });
    opened.push(floor);
    await startOften(floor, firstOnes);

    const subjects = [floor, ...oops];
    for (let turn = -warmUps; turn < times; turn += 1) {
      if (turn === -warmUps) say(`Warming up, ${warmUps} times …`);
      if (turn === 0) say(`Measuring, ${times} times …`);
      const [asker, crier] = [take(), take()];
      // Who begins changes, so that nobody always comes after the same one.
      const order = subjects.map((_, index) => subjects[(index + warmUps + turn) % subjects.length]);
      for (const subject of order) if (subject) await commandStory(subject, asker, turn >= 0);
      for (const subject of order) if (subject) await messageStory(subject, crier, turn >= 0);
    }
    say(`Resting for ${restSeconds} seconds …`);
    await pause(restSeconds * 1000);
    for (const subject of subjects) if (subject.program) keep(subject, 'memory', subject.program.memory());
    for (const { program } of subjects) program?.collectGarbage();
    await pause(collectingMs);
    for (const subject of subjects)
      if (subject.program) keep(subject, 'leastMemory', subject.program.memory());
    return {
      at: new Date().toISOString(),
      machine: machine(),
      counts: countsOf(options, performance.now() - begun),
      apps: subjects.map(({ app, samples }) => ({ app, samples })),
    };
  } finally {
    await Promise.allSettled(opened.map(({ program }) => program?.stop()));
    await Promise.allSettled(opened.map(({ slack }) => slack.sandbox.close()));
    await postgres?.stop();
  }
}

/** The product as it is run with tokens, from its first start on; then its people have mentors. */
async function makeOops(settings: {
  readonly url: string | undefined;
  readonly seed: Seed;
  readonly folder: string;
  readonly profile: string | undefined;
  readonly cases: readonly Case[];
}): Promise<Subject> {
  const { url, seed, profile, cases } = settings;
  const isServer = url !== undefined;
  const folder = folderFor(settings.folder, isServer ? 'server' : 'embedded');
  const subject = await makeSubject({
    app: isServer ? 'Oops, PostgreSQL server' : 'Oops, embedded database',
    keepsIncidents: true,
    args: [
      ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${path.resolve(profile)}`]),
      path.join(root, 'dist/main.js'),
    ],
    env: { PORT: '0', ...(isServer ? { DATABASE_URL: url } : {}) },
    folder,
    seed,
  });
  const first = await subject.start();
  keep(subject, 'firstStart', first.connectedAfter);
  await first.stop();
  const mentors = Object.fromEntries(cases.map(({ engineer, mentor }) => [engineer, mentor]));
  await nameMentors({ url, dataDir: path.join(folder, 'data'), team: teamId, mentors }, folder);
  return subject;
}

async function nameMentors(order: NamingOrder, folder: string): Promise<void> {
  const file = path.join(folder, 'mentors.json');
  writeFileSync(file, JSON.stringify(order));
  const program = path.join(import.meta.dirname, 'name-mentors.ts');
  await promisify(execFile)(process.execPath, ['--import', 'tsx', program, file], { cwd: root });
}

/** Both stories once, on each; what the first one showed is what the bare app will show. */
async function rehearse(
  oops: readonly Subject[],
  [asker, crier]: readonly [Case, Case],
  cases: readonly Case[],
): Promise<Script> {
  for (const subject of oops) {
    await commandStory(subject, asker, false);
    await messageStory(subject, crier, false);
  }
  const [first] = oops;
  if (first === undefined) throw new Error('there is nothing to copy');
  return scriptFrom(first.slack, { asker, crier, cases });
}

function makeBare(settings: {
  readonly script: Script;
  readonly seed: Seed;
  readonly folder: string;
  readonly bareApp: string;
}): Promise<Subject> {
  const { script, seed, bareApp } = settings;
  const folder = folderFor(settings.folder, 'bare');
  const file = path.join(folder, 'script.json');
  writeFileSync(file, JSON.stringify(script));
  return makeSubject({
    app: 'bare Bolt app',
    keepsIncidents: false,
    args: [bareApp],
    env: { SCRIPT: file },
    folder,
    seed,
  });
}

function folderFor(base: string, name: string): string {
  const folder = path.join(base, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
