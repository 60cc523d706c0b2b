import type { ComposeSettings } from '../../../src/compose.ts';
import type { PersonDriver, Sandbox } from '../../../src/sandbox/surface.ts';
import { waitUntil } from '../../../src/sandbox/until.ts';
import { type BotSettings, type RunningBot, startBot, startTestSandbox } from '../../support/bot.ts';
import { embedded, type TestDatabase } from '../../support/databases.ts';
import { leaksIn, typedOverTheWire } from './leaks.ts';

/** An engineer with their own mentor, backup and manager, so that many incidents go on beside each other. */
export type Cast = {
  readonly engineer: PersonDriver;
  readonly mentor: PersonDriver;
  readonly backup: PersonDriver;
  readonly manager: PersonDriver;
};

export type Stage = {
  readonly sandbox: Sandbox;
  readonly bot: RunningBot;
  readonly logs: readonly string[];
  /** The people around one engineer; by the name that was given when the stage was set. */
  cast(name: string): Cast;
  /** Resolves with the first line, written already or still to come, in which this stands. */
  logged(words: string): Promise<string>;
  /** Moves the night along: everything that has become due is done. */
  later(ms: number): Promise<void>;
  /** Log lines that hold a token, or something that a person typed. Unhandled rejections are jest's: they fail a test. */
  leaks(): readonly string[];
  clear(): Promise<void>;
};

export type StageSettings = Pick<BotSettings, 'mode' | 'deadlines' | 'answerWithinMs'> & {
  /** How many times longer than Slack the local one waits; see `startTestSandbox`. */
  readonly patience?: number;
  /** One engineer each. */
  readonly engineers: readonly string[];
  /** Engineers of whom nobody knows whom to ask. */
  readonly strangers?: readonly string[];
  readonly makeDatabase?: () => Promise<TestDatabase>;
};

const roles = ['engineer', 'mentor', 'backup', 'manager'] as const;

/** Letters and digits only, as Slack's own ids. */
export const idOf = (name: string, role: (typeof roles)[number]): string => `U0${name}${role}`.toUpperCase();

/** One sandbox, one database, one bot, and as many people as the tests of a file need. Clocks move together. */
export async function setStage(settings: StageSettings): Promise<Stage> {
  const {
    engineers,
    strangers = [],
    makeDatabase = embedded,
    mode,
    deadlines,
    answerWithinMs,
    patience,
  } = settings;
  const [sandbox, database] = await Promise.all([
    startTestSandbox(patience === undefined ? {} : { patience }),
    makeDatabase(),
  ]);
  await invite(sandbox, [...engineers, ...strangers]);
  const logs: string[] = [];
  const waiting = new Set<() => void>();
  const onLog = (line: string): void => {
    logs.push(line);
    for (const ask of waiting) ask();
  };
  const bot = await startBot({
    ...{ sandbox, database: { url: database.url, dataDir: database.dataDir } },
    ...{ directory: directoryOf(engineers), clock: sandbox.clock, onLog },
    ...(mode === undefined ? {} : { mode }),
    ...(deadlines === undefined ? {} : { deadlines }),
    ...(answerWithinMs === undefined ? {} : { answerWithinMs }),
  });
  return {
    ...{ sandbox, bot, logs },
    cast: (name) => ({
      engineer: sandbox.person(idOf(name, 'engineer')),
      mentor: sandbox.person(idOf(name, 'mentor')),
      backup: sandbox.person(idOf(name, 'backup')),
      manager: sandbox.person(idOf(name, 'manager')),
    }),
    logged: (words) =>
      waitUntil(() => logs.find((line) => line.includes(words)), {
        what: `the log says ${words}`,
        onChange(ask) {
          waiting.add(ask);
          return () => waiting.delete(ask);
        },
      }),
    async later(ms) {
      await sandbox.clock.advance(ms);
      await bot.oops.look();
    },
    leaks: () =>
      leaksIn(logs, [
        ...typedOverTheWire(sandbox),
        ...[sandbox.botToken, sandbox.appToken, sandbox.signingSecret],
      ]),
    async clear() {
      await bot.stop();
      await sandbox.close();
      await database.drop();
    },
  };
}

async function invite(sandbox: Sandbox, names: readonly string[]): Promise<void> {
  for (const name of names) {
    for (const role of roles) {
      const id = idOf(name, role);
      const handle = `${name}.${role}`;
      await sandbox.admin({ do: 'addPerson', person: { id, name: handle, realName: `${name} ${role}` } });
      await sandbox.person(id).join('#eng-platform');
    }
  }
}

function directoryOf(names: readonly string[]): ComposeSettings['directory'] {
  return Object.fromEntries(
    names.map((name) => [
      idOf(name, 'engineer'),
      {
        ...{ mentor: idOf(name, 'mentor'), backups: [idOf(name, 'backup')] },
        manager: idOf(name, 'manager'),
      },
    ]),
  );
}
