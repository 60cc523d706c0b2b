import { readFileSync } from 'node:fs';
import { config as loadEnvironmentFile } from 'dotenv';
import { formatProblems, readConfig } from './config.ts';

const help = `Oops: a Slack companion for the worst minute of an engineer's day.

  npm start                 run it; without Slack tokens, against a local Slack in the browser
  npm start -- --help       this text
  npm start -- --version    the version

Settings come from the environment, or from a file .env in this folder (see .env.example):
  SLACK_BOT_TOKEN       the bot's token (xoxb-…); without it the local sandbox is used
  SLACK_APP_TOKEN       for Socket Mode (xapp-…)
  SLACK_SIGNING_SECRET  for HTTP mode, instead of the app token
  SLACK_API_URL         another Slack, such as GovSlack or an emulator
  DATABASE_URL          a PostgreSQL server; without it the database is embedded
  DATA_DIR              where the embedded database lives (./data)
  PORT, HOST            where the page, HTTP mode and health listen (3000, 127.0.0.1); PORT=0 picks a free one
  LOG_LEVEL             fatal, error, warn, info, debug, trace or silent
  PLAYBOOKS_DIR         a folder of your own playbooks

Ctrl-C ends it.`;

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) {
  process.stdout.write(`${help}\n`);
} else if (args.includes('--version')) {
  process.stdout.write(`${version()}\n`);
} else if (args.length > 0) {
  fail(`Oops does not know ${args[0]}. npm start -- --help tells what it knows.`);
} else {
  loadEnvironmentFile({ quiet: true });
  const read = readConfig(process.env);
  if (!read.ok) fail(formatProblems(read.problems));
  else {
    // Only now: loading all of it takes a second, and the help and a mistyped setting need none of it.
    const { run } = await import('./run.ts');
    await run(read.config);
  }
}

function version(): string {
  const file = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return String(file.version);
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
