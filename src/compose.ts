import { randomUUID } from 'node:crypto';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Clock, Ids } from './app/ports.ts';
import { refreshPool } from './app/refresh-pool.ts';
import { rehearse } from './app/rehearse.ts';
import type { Circle } from './domain/ladder.ts';
import type { Playbook } from './domain/playbook.ts';
import type { HttpServer } from './http/http-server.ts';
import { createTasks, schedule } from './jobs/tasks.ts';
import { type JobWorker, startWorker } from './jobs/worker.ts';
import type { Logger } from './log.ts';
import { score } from './panic/score.ts';
import { connectSlack, type SlackSettings } from './slack/connect.ts';
import type { CorrelationScope } from './slack/correlation.ts';
import { newCorrelationId } from './slack/correlation.ts';
import type { Bot } from './slack/listeners/bot.ts';
import { registerListeners } from './slack/listeners/listeners.ts';
import { createScreenPainter } from './slack/listeners/screen-painter.ts';
import { groupMembers } from './slack/pool-members.ts';
import { createRenderer } from './slack/views/renderer.ts';
import { wordsFor } from './slack/words/words.ts';
import { openDatabase } from './store/database.ts';
import { withProgress } from './store/progress.ts';
import { createStore } from './store/repositories/store.ts';

export type ComposeSettings = {
  readonly slack: SlackSettings;
  readonly database: { readonly url?: string | undefined; readonly dataDir: string };
  /** Listening already; health, metrics and Slack's requests are mounted on it. */
  readonly http: HttpServer;
  readonly playbooks: readonly Playbook[];
  /** Whom to ask for whom, for a workspace that has nothing of the kind yet. */
  readonly directory: Readonly<Record<string, Circle>>;
  readonly clock: Clock;
  readonly correlation: CorrelationScope;
  readonly log: Logger;
  /** Told in one sentence when something takes longer than a second. */
  readonly onProgress: (sentence: string) => void;
  /** The process cannot go on, for example because the database ended. */
  readonly onBroken: (error: Error) => void;
};

export type Oops = {
  /** Looks for due jobs now: after a test has moved the clock. */
  look(): Promise<void>;
  /** Takes no new work, lets what runs finish, and closes everything, within about `graceMs`. */
  stop(graceMs: number): Promise<void>;
};

/** The one place where ports meet adapters. Resolves when Slack can reach the bot. */
export async function compose(settings: ComposeSettings): Promise<Oops> {
  const { clock, log, correlation, http } = settings;
  const ids: Ids = { next: randomUUID };
  const words = wordsFor('en');
  const { onProgress, onBroken } = settings;
  const noDatabase = new AbortController();
  const { signal } = noDatabase;
  const opening = openDatabase({ ...settings.database, log, onProgress, onBroken });
  opening.catch((error: unknown) => noDatabase.abort(error));
  const [database, slack] = await bothOrNeither(
    opening,
    withProgress('Connecting to Slack …', onProgress, () =>
      connectSlack(settings.slack, { clock, log, correlation, words, signal }),
    ),
  );
  let worker: JobWorker | undefined;
  const stop = async (graceMs: number): Promise<void> => {
    // Side by side: what a listener still commits is a row, and waits for the next start like any other.
    await Promise.all([slack.stop(graceMs), worker?.stop(graceMs)]);
    await database.close();
  };
  try {
    const store = createStore(database.prisma, clock);
    await seedDirectory(store, slack.team, settings.directory);
    const { playbooks } = settings;
    const detect = score;
    const { windows, people, chat, channels, workplace, messenger, rooms } = slack;
    const inSlack = { windows, people, chat, channels, workplace };
    const bot: Bot = { store, clock, ids, ...inSlack, words, playbooks, detect, log };
    registerListeners(slack.listen, bot);
    const working = await startWorker({
      ...{ pgPool: database.pgPool, embedded: database.kind === 'embedded', clock, log },
      cron: schedule,
      tasks: createTasks({
        ...{ store, clock, ids, messenger, rooms, renderer: createRenderer() },
        painter: createScreenPainter(bot),
        newCorrelation: () => newCorrelationId(clock.now()),
        under: (id, work) => correlation.run(id, work),
        checkpoint: (options) => database.checkpoint(options),
        refreshPool: () => refreshPool(store, groupMembers(workplace, people), slack.team),
        onTrouble: (trouble) => log[trouble.final ? 'error' : 'warn'](trouble, 'a message was not delivered'),
        onRoomRefused: (refused) => log.warn(refused, 'Slack allows no such room'),
        onAudit: (found) => {
          if (found > 0) log.warn({ found }, 'messages without a job were set going again');
        },
      }),
    });
    worker = working;
    http.mount({
      ready: [
        { name: 'database', check: () => database.prisma.workspace.count() },
        { name: 'slack', check: async () => slack.status().reachable },
      ],
      metrics: processMetrics(),
      ...(slack.requestListener === null ? {} : { slackEvents: slack.requestListener }),
    });
    await rehearse({ store, clock, ids });
    await slack.start();
    return { look: () => working.look(), stop };
  } catch (error) {
    await stop(0);
    throw error;
  }
}

/** Opens both side by side. The first to fail is told at once; a database that opens after all is closed again. */
async function bothOrNeither<D extends { close(): Promise<void> }, S>(
  opening: Promise<D>,
  connecting: Promise<S>,
): Promise<[D, S]> {
  try {
    return await Promise.all([opening, connecting]);
  } catch (error) {
    opening.then((database) => database.close()).catch(() => undefined);
    throw error;
  }
}

async function seedDirectory(
  store: ReturnType<typeof createStore>,
  team: string,
  directory: ComposeSettings['directory'],
): Promise<void> {
  if (await store.hasCircles(team)) return;
  for (const [user, circle] of Object.entries(directory)) await store.setCircle(team, user, circle);
}

function processMetrics(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'oops_' });
  return registry;
}
