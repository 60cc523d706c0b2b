import { describe, expect, it } from '@jest/globals';
import { type ConfigProblem, environmentSchema, formatProblems, readConfig } from '../../src/config.ts';

const BOT = 'xoxb-1-secret';
const APP = 'xapp-1-secret';
const SECRET = '0123456789abcdef0123456789abcdef';

function problemsOf(env: Record<string, string>): readonly ConfigProblem[] {
  const result = readConfig(env);
  return result.ok ? [] : result.problems;
}

function configOf(env: Record<string, string>) {
  const result = readConfig(env);
  if (!result.ok) throw new Error(formatProblems(result.problems));
  return result.config;
}

describe('readConfig', () => {
  it('gives the sandbox, an embedded database and loopback when nothing is set', () => {
    expect(configOf({})).toEqual({
      mode: 'sandbox',
      slackApiUrl: undefined,
      databaseUrl: undefined,
      dataDir: './data',
      port: 3000,
      host: '127.0.0.1',
      logLevel: 'warn',
      playbooksDir: undefined,
    });
  });

  it('counts blank values as not set and trims the others', () => {
    const config = configOf({ SLACK_BOT_TOKEN: '  ', PORT: ' 8080 ', DATA_DIR: '' });
    expect(config).toMatchObject({ mode: 'sandbox', port: 8080, dataDir: './data' });
  });

  it('ignores variables that are not its own', () => {
    expect(configOf({ PATH: '/bin', SLACK_SOMETHING: 'x' }).mode).toBe('sandbox');
  });

  it('uses Socket Mode when there is an app token, even beside a signing secret', () => {
    const config = configOf({ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_SIGNING_SECRET: SECRET });
    expect(config).toMatchObject({ mode: 'socket', botToken: BOT, appToken: APP });
  });

  it('uses HTTP when there is only a signing secret', () => {
    const config = configOf({ SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SECRET });
    expect(config).toMatchObject({ mode: 'http', botToken: BOT, signingSecret: SECRET });
  });

  it('logs what happens with a real Slack, and only trouble in the sandbox, unless told otherwise', () => {
    const tokens = { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP };
    expect(configOf(tokens).logLevel).toBe('info');
    expect(configOf({}).logLevel).toBe('warn');
    expect(configOf({ LOG_LEVEL: 'debug' }).logLevel).toBe('debug');
  });

  it('accepts port 0, another Slack and a database server', () => {
    const config = configOf({
      PORT: '0',
      HOST: '0.0.0.0',
      SLACK_BOT_TOKEN: BOT,
      SLACK_APP_TOKEN: APP,
      SLACK_API_URL: 'http://127.0.0.1:4000/api/',
      DATABASE_URL: 'postgres://u:p@db/oops',
    });
    expect(config).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      slackApiUrl: 'http://127.0.0.1:4000/api',
      databaseUrl: 'postgres://u:p@db/oops',
    });
  });

  it.each(['::1', 'localhost', 'oops.internal', '10.0.0.7'])('accepts the host %s', (host) => {
    expect(configOf({ HOST: host }).host).toBe(host);
  });

  it.each([
    ['PORT', '70000', 'from 0 to 65535'],
    ['PORT', 'abc', 'from 0 to 65535'],
    ['PORT', '-1', 'from 0 to 65535'],
    ['PORT', '3000.5', 'from 0 to 65535'],
    ['HOST', 'http://localhost', 'without scheme or port'],
    ['HOST', 'localhost:3000', 'without scheme or port'],
    ['LOG_LEVEL', 'loud', 'must be one of fatal, error, warn, info, debug, trace, silent'],
    ['DATABASE_URL', 'mysql://u:p@h/db', 'must start with postgresql:// or postgres://'],
    ['DATABASE_URL', 'not a url', 'is not a URL'],
  ])('refuses %s=%s', (variable, value, sentence) => {
    expect(problemsOf({ [variable]: value })).toEqual([
      { variable, problem: expect.stringContaining(sentence) },
    ]);
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxp-1-x', SLACK_APP_TOKEN: APP }, 'SLACK_BOT_TOKEN', 'is a user token (xoxp-)'],
    [{ SLACK_BOT_TOKEN: 'xapp-1-x', SLACK_APP_TOKEN: APP }, 'SLACK_BOT_TOKEN', 'put it in SLACK_APP_TOKEN'],
    [{ SLACK_BOT_TOKEN: 'xoxe.xoxb-1', SLACK_APP_TOKEN: APP }, 'SLACK_BOT_TOKEN', 'rotating token'],
    [{ SLACK_BOT_TOKEN: 'hello', SLACK_APP_TOKEN: APP }, 'SLACK_BOT_TOKEN', 'starts with xoxb-'],
    [{ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: BOT }, 'SLACK_APP_TOKEN', 'is a bot token (xoxb-)'],
    [{ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: 'x' }, 'SLACK_APP_TOKEN', 'starts with xapp-'],
    [{ SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: APP }, 'SLACK_SIGNING_SECRET', 'is a token'],
    [
      { SLACK_BOT_TOKEN: BOT },
      'SLACK_APP_TOKEN',
      'set SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET',
    ],
    [{ SLACK_APP_TOKEN: APP }, 'SLACK_BOT_TOKEN', 'is missing, while SLACK_APP_TOKEN is set'],
    [{ SLACK_SIGNING_SECRET: SECRET }, 'SLACK_BOT_TOKEN', 'is missing, while SLACK_SIGNING_SECRET is set'],
    [{ SLACK_API_URL: 'http://localhost:1/api' }, 'SLACK_BOT_TOKEN', 'while SLACK_API_URL is set'],
  ])('says what is wrong with the tokens %j', (env, variable, sentence) => {
    const problems = problemsOf(env as Record<string, string>);
    expect(problems).toEqual([{ variable, problem: expect.stringContaining(sentence) }]);
  });

  it('lists every problem at once, in the order of the schema', () => {
    const problems = problemsOf({
      PORT: 'x',
      LOG_LEVEL: 'x',
      HOST: 'a b',
      DATABASE_URL: 'x',
      SLACK_APP_TOKEN: 'x',
    });
    expect(problems.map((problem) => problem.variable)).toEqual([
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'DATABASE_URL',
      'PORT',
      'HOST',
      'LOG_LEVEL',
    ]);
  });

  it('repeats no value in any problem', () => {
    const value = 'hunter2-do-not-repeat';
    const env = Object.fromEntries(Object.keys(environmentSchema.shape).map((name) => [name, value]));
    expect(formatProblems(problemsOf({ ...env, HOST: `${value}:1`, PORT: value }))).not.toContain('hunter2');
  });
});

describe('formatProblems', () => {
  it('writes one problem as one sentence', () => {
    expect(formatProblems(problemsOf({ PORT: '99999' }))).toBe(
      'The configuration has a problem: PORT must be a whole number from 0 to 65535 (0 picks a free port).',
    );
  });

  it('writes several as a list', () => {
    expect(formatProblems(problemsOf({ PORT: 'x', LOG_LEVEL: 'x' })).split('\n')).toHaveLength(3);
  });
});
