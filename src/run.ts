import { type ComposeSettings, compose, type Oops } from './compose.ts';
import type { Config } from './config.ts';
import { createHttpServer, type HttpServer } from './http/http-server.ts';
import { type RunningSandbox, startLocalSlack } from './local-slack.ts';
import { createLogger, type Logger } from './log.ts';
import { formatPlaybookProblems, loadPlaybooks } from './playbooks/load-playbooks.ts';
import { createCorrelationScope } from './slack/correlation.ts';

/** Ctrl-C and SIGTERM: everything has ended by then, or is left to a restart. */
const graceMs = 3_000;
const hardStopMs = 4_800;
const finishing = 'Finishing what is running; a second Ctrl-C ends it at once …';

/** Runs Oops until a signal. Whatever keeps it from starting is one sentence on standard error, and exit code 1. */
export async function run(config: Config): Promise<void> {
  const correlation = createCorrelationScope();
  const mixin = () => {
    const id = correlation.current();
    return id === undefined ? {} : { correlationId: id };
  };
  const log = createLogger({ level: config.logLevel, mixin });
  const running: Running = { http: null, sandbox: null, oops: null };
  const stop = onceStopped(running, log);
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const onUnhandled = (reason: unknown): void => {
    log.fatal({ err: reason }, 'something was not handled');
    process.exitCode = 1;
    stop();
  };
  process.on('unhandledRejection', onUnhandled);
  process.on('uncaughtException', onUnhandled);
  try {
    await start(config, running, correlation, log);
  } catch (error) {
    if (stop.begun) return;
    log.debug({ err: error }, 'Oops could not start');
    process.stderr.write(`${error instanceof Error ? error.message : 'Oops could not start.'}\n`);
    await close(running).catch(() => undefined);
    // What was begun beside the part that failed is not waited for.
    process.exit(1);
  }
}

type Running = { http: HttpServer | null; sandbox: RunningSandbox | null; oops: Oops | null };

async function start(
  config: Config,
  running: Running,
  correlation: ComposeSettings['correlation'],
  log: Logger,
): Promise<void> {
  const playbooks = await loadPlaybooks(config.playbooksDir);
  if (!playbooks.ok) throw new Error(formatPlaybookProblems(playbooks.problems));
  running.http = await createHttpServer({
    ...{ host: config.host, port: config.port },
    onError: (error) => log.error({ err: error }, 'a web request failed'),
  });
  const { http } = running;
  running.sandbox = config.mode === 'sandbox' ? await startLocalSlack(http, config.dataDir) : null;
  running.oops = await compose({
    ...{ http, playbooks: playbooks.playbooks, correlation, log },
    clock: running.sandbox?.clock ?? { now: Date.now },
    slack: running.sandbox?.slack ?? slackOf(config),
    directory: running.sandbox?.directory ?? {},
    database: { url: config.databaseUrl, dataDir: config.dataDir },
    onProgress: (sentence) => process.stderr.write(`${sentence}\n`),
    onBroken(error) {
      log.fatal({ err: error }, 'the database ended');
      process.exitCode = 1;
      process.emit('SIGTERM');
    },
  });
  const { oops } = running;
  running.sandbox?.onClockMoved(() => {
    oops.look().catch((error: unknown) => log.error({ err: error }, 'looking for due jobs did not go well'));
  });
  const where = running.sandbox === null ? `${http.url}/health` : http.url;
  process.stdout.write(`Oops is ready: ${where}\n`);
}

function slackOf(config: Config): ComposeSettings['slack'] {
  if (config.mode === 'sandbox') throw new Error('the sandbox brings its own Slack');
  const { slackApiUrl: apiUrl, botToken } = config;
  return config.mode === 'socket'
    ? { mode: 'socket', apiUrl, botToken, appToken: config.appToken }
    : { mode: 'http', apiUrl, botToken, signingSecret: config.signingSecret };
}

/**
 * The first signal ends it in order; a second Ctrl-C, or something unhandled meanwhile, at once. SIGTERM may come twice:
 * from a supervisor to the whole group, and because npm's shell died of it.
 */
function onceStopped(
  running: Running,
  log: Logger,
): ((signal?: NodeJS.Signals) => void) & { begun: boolean } {
  const stop = Object.assign(
    (signal?: NodeJS.Signals) => {
      if (stop.begun && signal === 'SIGTERM') return;
      if (stop.begun) process.exit(process.exitCode ?? 130);
      stop.begun = true;
      setTimeout(() => process.exit(process.exitCode ?? 1), hardStopMs).unref();
      setTimeout(() => process.stderr.write(`${finishing}\n`), 1_000).unref();
      close(running).then(
        () => process.exit(process.exitCode ?? 0),
        (error: unknown) => {
          log.error({ err: error }, 'ending did not go well');
          process.exit(1);
        },
      );
    },
    { begun: false },
  );
  return stop;
}

async function close({ oops, sandbox, http }: Running): Promise<void> {
  await oops?.stop(graceMs);
  await sandbox?.stop();
  await http?.close(200);
}
