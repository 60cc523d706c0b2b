import { z } from 'zod';

/**
 * The environment Oops understands, in one place. Settings that belong to a workspace (people, channels, timings)
 * are not here: they live in the database, so that they can be changed without a restart.
 */

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** With a real Slack, what happens is logged. With the sandbox, the terminal is for the page's address and for trouble. */
const usualLevel: LogLevel = 'info';
const quietLevel: LogLevel = 'warn';

type Common = {
  /** Another Slack than slack.com: GovSlack, or an emulator. Ends without a slash. */
  readonly slackApiUrl: string | undefined;
  /** A PostgreSQL server. Without it, the database is embedded and lives in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** 0 picks a free port. */
  readonly port: number;
  readonly host: string;
  readonly logLevel: LogLevel;
  /** A folder of the workspace's own playbooks. Without it, the built-in ones are used. */
  readonly playbooksDir: string | undefined;
};

/** How the bot reaches Slack: the local sandbox, a socket it opens, or requests it receives. */
export type Config = Common &
  (
    | { readonly mode: 'sandbox' }
    | { readonly mode: 'socket'; readonly botToken: string; readonly appToken: string }
    | { readonly mode: 'http'; readonly botToken: string; readonly signingSecret: string }
  );

/** One thing that is wrong with the environment. `problem` never repeats a value. */
export type ConfigProblem = { readonly variable: string; readonly problem: string };

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

/** Refuses with the sentence that `explain` gives, and accepts when it gives none. */
function text(explain: (value: string) => string | undefined) {
  return z.string().check((context) => {
    const problem = explain(context.value);
    if (problem !== undefined) {
      context.issues.push({ code: 'custom', message: problem, input: undefined });
    }
  });
}

const botToken = text((value) => {
  if (value.startsWith('xoxb-')) return undefined;
  if (value.startsWith('xoxp-'))
    return 'is a user token (xoxp-); Oops needs the bot token, which starts with xoxb-';
  if (value.startsWith('xapp-')) {
    return 'is an app-level token (xapp-); put it in SLACK_APP_TOKEN, and the bot token (xoxb-) here';
  }
  if (value.startsWith('xoxe')) {
    return 'is a rotating token, which stops working after 12 hours; switch token rotation off in the Slack app and use the token that starts with xoxb-';
  }
  return 'must be a bot token, which starts with xoxb-';
});

const appToken = text((value) => {
  if (value.startsWith('xapp-')) return undefined;
  if (value.startsWith('xoxb-')) {
    return 'is a bot token (xoxb-); put it in SLACK_BOT_TOKEN, and the app-level token (xapp-) here';
  }
  return 'must be an app-level token, which starts with xapp- (Basic Information → App-Level Tokens, scope connections:write)';
});

const signingSecret = text((value) =>
  /^(xox|xapp)/.test(value)
    ? 'is a token, not the signing secret (Basic Information → App Credentials → Signing Secret)'
    : undefined,
);

function urlProblem(value: string, protocols: readonly string[], example: string): string | undefined {
  if (!URL.canParse(value)) return `is not a URL; it looks like ${example}`;
  const url = new URL(value);
  if (!protocols.includes(url.protocol))
    return `must start with ${protocols.map((p) => `${p}//`).join(' or ')}`;
  if (url.hostname === '') return `names no host; it looks like ${example}`;
  return undefined;
}

const port = text((value) =>
  /^\d{1,5}$/.test(value) && Number(value) <= 65_535
    ? undefined
    : 'must be a whole number from 0 to 65535 (0 picks a free port)',
);

const host = text((value) =>
  /^[\w.:%-]+$/.test(value) && !/^[^:]+:\d+$/.test(value)
    ? undefined
    : 'must be a host name or an address without scheme or port, such as 127.0.0.1 or 0.0.0.0',
);

/** Every variable Oops reads. `.env.example` is held to these names by a test. */
export const environmentSchema = z.object({
  SLACK_BOT_TOKEN: botToken.optional(),
  SLACK_APP_TOKEN: appToken.optional(),
  SLACK_SIGNING_SECRET: signingSecret.optional(),
  SLACK_API_URL: text((value) =>
    urlProblem(value, ['https:', 'http:'], 'https://slack-gov.com/api/'),
  ).optional(),
  DATABASE_URL: text((value) =>
    urlProblem(value, ['postgresql:', 'postgres:'], 'postgresql://user:password@host:5432/oops'),
  ).optional(),
  DATA_DIR: z.string().default('./data'),
  PORT: port.default('3000'),
  HOST: host.default('127.0.0.1'),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).optional(),
  PLAYBOOKS_DIR: z.string().optional(),
});

type Variable = keyof typeof environmentSchema.shape;
type Given = Partial<Record<Variable, string>>;

/** Reads the known variables; blank ones count as not set, as an unfilled line of `.env` is. */
function given(env: Readonly<Record<string, string | undefined>>): Given {
  const found: Given = {};
  for (const variable of Object.keys(environmentSchema.shape) as Variable[]) {
    const value = env[variable]?.trim();
    if (value !== undefined && value !== '') found[variable] = value;
  }
  return found;
}

/** What no single variable shows: a token that lacks its partner. */
function combinationProblems(values: Given): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret } = values;
  if (bot !== undefined && app === undefined && secret === undefined) {
    problems.push({
      variable: 'SLACK_APP_TOKEN',
      problem:
        'is missing: with SLACK_BOT_TOKEN, set SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)',
    });
  }
  if (bot === undefined) {
    const alone = [
      app === undefined ? [] : ['SLACK_APP_TOKEN'],
      secret === undefined ? [] : ['SLACK_SIGNING_SECRET'],
      values.SLACK_API_URL === undefined ? [] : ['SLACK_API_URL'],
    ].flat();
    if (alone.length > 0) {
      problems.push({
        variable: 'SLACK_BOT_TOKEN',
        problem: `is missing, while ${alone.join(' and ')} ${alone.length === 1 ? 'is' : 'are'} set; set it too, or clear the Slack variables to use the local sandbox`,
      });
    }
  }
  return problems;
}

/**
 * Reads the configuration from an environment such as `process.env` (after `.env` was loaded into it).
 *
 * Values are trimmed and blank ones count as unset. Gives either a configuration, with `mode` derived from what is set
 * (no bot token: `sandbox`; an app token: `socket`; else a signing secret: `http`), or every problem at once, in the
 * order of the schema. No problem repeats a value, so it can be printed where others look.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const values = given(env);
  const parsed = environmentSchema.safeParse(values);
  const problems: ConfigProblem[] = (parsed.error?.issues ?? []).map((issue) => ({
    variable: String(issue.path[0] ?? 'environment'),
    problem: issue.message,
  }));
  problems.push(...combinationProblems(values));
  if (!parsed.success || problems.length > 0) {
    const order = Object.keys(environmentSchema.shape);
    return {
      ok: false,
      problems: problems.sort((a, b) => order.indexOf(a.variable) - order.indexOf(b.variable)),
    };
  }
  const read = parsed.data;
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret } = read;
  const common: Common = {
    slackApiUrl: read.SLACK_API_URL?.replace(/\/{1,9}$/, ''),
    databaseUrl: read.DATABASE_URL,
    dataDir: read.DATA_DIR,
    port: Number(read.PORT),
    host: read.HOST,
    logLevel: read.LOG_LEVEL ?? (bot === undefined ? quietLevel : usualLevel),
    playbooksDir: read.PLAYBOOKS_DIR,
  };
  if (bot !== undefined && app !== undefined) {
    return { ok: true, config: { ...common, mode: 'socket', botToken: bot, appToken: app } };
  }
  if (bot !== undefined && secret !== undefined) {
    return { ok: true, config: { ...common, mode: 'http', botToken: bot, signingSecret: secret } };
  }
  return { ok: true, config: { ...common, mode: 'sandbox' } };
}

/** One sentence when there is one problem, a list when there are more. Ends without a line break. */
export function formatProblems(problems: readonly ConfigProblem[]): string {
  const [first] = problems;
  if (first !== undefined && problems.length === 1) {
    return `The configuration has a problem: ${first.variable} ${first.problem}.`;
  }
  const lines = problems.map(({ variable, problem }) => `  ${variable} ${problem}.`);
  return [`The configuration has ${problems.length} problems:`, ...lines].join('\n');
}
