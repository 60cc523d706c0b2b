import { readFile } from 'node:fs/promises';
import { type ComposeSettings, compose, type Oops } from '../../src/compose.ts';
import { createHttpServer, type HttpServer } from '../../src/http/http-server.ts';
import { createLogger } from '../../src/log.ts';
import { loadPlaybooks } from '../../src/playbooks/load-playbooks.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { people } from '../../src/sandbox/seed.ts';
import type { Sandbox } from '../../src/sandbox/surface.ts';
import { createCorrelationScope } from '../../src/slack/correlation.ts';

export { channels, people } from '../../src/sandbox/seed.ts';

const { alex, denny, morgan, priya } = people;

/** Alex can ask Denny, then Priya; Morgan is the manager. */
export const usualDirectory: ComposeSettings['directory'] = {
  [alex]: { mentor: denny, backups: [priya], manager: morgan },
};

/**
 * The local Slack of a test. It waits longer for the app than Slack does, so that a busy machine is not taken for a slow
 * bot; tests about that wait itself set it to 1.
 */
export async function startTestSandbox({ patience = 5 } = {}): Promise<Sandbox> {
  const manifest: unknown = JSON.parse(
    await readFile(new URL('../../manifest.json', import.meta.url), 'utf8'),
  );
  const sandbox = await startSandbox({ manifest, patience });
  await sandbox.listen();
  return sandbox;
}

export type BotSettings = {
  readonly sandbox: Sandbox;
  readonly database: ComposeSettings['database'];
  readonly directory?: ComposeSettings['directory'];
  readonly onLog?: (line: string) => void;
  /** The bot's time; the sandbox's own makes both move together. */
  readonly clock?: ComposeSettings['clock'];
  readonly deadlines?: ComposeSettings['slack']['deadlines'];
  /** By default patient, as the local Slack is; 2000 as in production for tests about it. */
  readonly answerWithinMs?: number;
  /** Socket Mode when left out; over HTTP the test sends the requests itself, signed. */
  readonly mode?: 'socket' | 'http';
};

export type RunningBot = { readonly http: HttpServer; readonly oops: Oops; stop(): Promise<void> };

/** The real bot in this process, connected to the sandbox over the wire. */
export async function startBot(settings: BotSettings): Promise<RunningBot> {
  const {
    sandbox,
    database,
    directory = usualDirectory,
    onLog,
    clock = { now: Date.now },
    deadlines,
    answerWithinMs = 10_000,
  } = settings;
  const isHttp = settings.mode === 'http';
  const http = await createHttpServer({ host: '127.0.0.1', port: 0 });
  const playbooks = await loadPlaybooks(undefined);
  if (!playbooks.ok) throw new Error('the playbooks do not load');
  const correlation = createCorrelationScope();
  const log = createLogger({
    level: onLog === undefined ? 'silent' : 'trace',
    destination: { write: (line) => onLog?.(line) },
    mixin: () => ({ correlationId: correlation.current() }),
  });
  const oops = await compose({
    ...{ http, database, directory, playbooks: playbooks.playbooks, correlation, log },
    slack: {
      ...{ apiUrl: sandbox.apiUrl(), botToken: sandbox.botToken },
      ...(isHttp
        ? { mode: 'http', signingSecret: sandbox.signingSecret }
        : { mode: 'socket', appToken: sandbox.appToken }),
      answerWithinMs,
      ...(deadlines === undefined ? {} : { deadlines }),
    },
    clock,
    onProgress: () => undefined,
    onBroken: (error) => {
      throw error;
    },
  });
  if (!isHttp) await sandbox.connected(1);
  return {
    ...{ http, oops },
    async stop() {
      await oops.stop(4000);
      await http.close(100);
    },
  };
}
