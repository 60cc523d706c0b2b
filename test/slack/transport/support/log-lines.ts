/** A logger whose lines a test can read. */
import { createLogger, type Logger } from '../../../../src/log.ts';

export type LogLine = { readonly level: number; readonly msg: string; readonly [key: string]: unknown };

export function readableLog(mixin?: () => Record<string, unknown>): {
  log: Logger;
  lines: LogLine[];
  text(): string;
} {
  const lines: LogLine[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line)) };
  const log = createLogger({ level: 'debug', destination, ...(mixin === undefined ? {} : { mixin }) });
  return { log, lines, text: () => JSON.stringify(lines) };
}
