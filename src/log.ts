import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import { redact } from './redact.ts';

export type { Logger } from 'pino';

export type LoggerSettings = {
  readonly level: LoggerOptions['level'];
  /** Where lines go. Standard error when left out: standard output is kept for the page's address. */
  readonly destination?: DestinationStream;
  /** Called for each line; what it gives is added to it. The correlation id comes in this way. */
  readonly mixin?: () => Record<string, unknown>;
  /** One readable line instead of JSON. When left out: only if standard error is a terminal. */
  readonly readable?: boolean;
};

const levelNames: Readonly<Record<number, string>> = pino.levels.labels;

/** Keys of every line, which the readable form shows in its own way or not at all. */
const standardKeys = new Set(['level', 'time', 'msg', 'pid', 'hostname']);

/**
 * Makes the process's logger. Levels: ERROR, somebody must act; WARN, it healed itself; INFO, what happened; DEBUG, the
 * rest. Whatever object is logged, secrets and everything that may hold a person's words are replaced (see `redact`);
 * the message itself is masked for secrets only, so words never belong in it.
 */
export function createLogger(settings: LoggerSettings): Logger {
  const destination = settings.destination ?? pino.destination({ dest: 2, sync: true });
  const readable = settings.readable ?? (settings.destination === undefined && process.stderr.isTTY === true);
  const { mixin } = settings;
  return pino(
    {
      level: settings.level ?? 'info',
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error: unknown) => error },
      hooks: { logMethod: passRedacted, streamWrite: redactLine },
      ...(mixin === undefined ? {} : { mixin: () => mixin() }),
    },
    readable ? { write: (line: string) => destination.write(readableLine(line)) } : destination,
  );
}

type LogArguments = Parameters<pino.LogFn>;

/**
 * Redacts what was given before pino sees it. Pino would make an error's own message the line's, and would format
 * objects for `%o` without asking; both can quote a person.
 */
function passRedacted(this: Logger, given: unknown[], method: pino.LogFn): void {
  const [first, ...rest] = given.map((value) => (typeof value === 'object' ? redact(value) : value));
  const error = given[0];
  const args =
    error instanceof Error ? [{ err: first }, ...(rest.length > 0 ? rest : [error.name])] : [first, ...rest];
  method.apply(this, args as LogArguments);
}

/** The finished line once more, since bindings of a child logger and a mixin's fields come in by other ways. */
function redactLine(line: string): string {
  return `${JSON.stringify(redact(JSON.parse(line)))}\n`;
}

/** `14:02:07 WARN  slack was slow · ms=2100 correlationId=c-1`: one line of JSON as one line for people. */
export function readableLine(line: string): string {
  let fields: { readonly level?: unknown; readonly time?: unknown; readonly msg?: unknown };
  try {
    fields = JSON.parse(line);
  } catch {
    return line;
  }
  const time = String(fields.time ?? '').slice(11, 19);
  const level = (levelNames[Number(fields.level)] ?? '').toUpperCase().padEnd(5);
  const rest = Object.entries(fields)
    .filter(([key]) => !standardKeys.has(key))
    .map(
      ([key, value]) =>
        `${key}=${typeof value === 'string' && /^[\w.:/-]+$/.test(value) ? value : JSON.stringify(value)}`,
    );
  const message = typeof fields.msg === 'string' ? JSON.stringify(fields.msg).slice(1, -1) : '';
  return `${time} ${level} ${message}${rest.length > 0 ? ` · ${rest.join(' ')}` : ''}\n`;
}
