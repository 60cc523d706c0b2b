import { Logger } from 'graphile-worker';
import type { Logger as Log } from 'pino';

/** How loud its lines are here: what it calls information is about single jobs. */
const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;

/**
 * graphile-worker's own lines, as lines of ours. Never its data, which holds whole jobs; and nothing of what it thinks
 * became of a job: it quotes a task's error, and takes a job that was put off for one that is done.
 */
export function graphileLogger(log: Log): Logger {
  return new Logger(() => (level, message, meta) => {
    if (meta && ('failure' in meta || 'fatalError' in meta || 'success' in meta)) return;
    const [line = ''] = message.split('\n');
    log[levels[level]](`graphile-worker: ${line}`);
  });
}

/** Says nothing. For short-lived uses beside the runner. */
export const silentLogger = (): Logger => new Logger(() => () => undefined);
