/**
 * Lets Bolt and Slack's SDK log into the process's logger. Their DEBUG lines hold whole payloads, and some of the others
 * quote a body or an address with a ticket in it, so only the fixed beginning of a line is kept; what happened in detail is
 * logged by our own code, where it is known what may be said.
 */
import { LogLevel, type Logger as SdkLogger } from '@slack/bolt';
import type { Logger } from 'pino';

/** Where the fixed part of a line of theirs ends: at the first value put into it. */
const firstValue = /[:("'`{<[!]|https?\b|\d{3,}/;
const lengthLimit = 120;
const nothingFixed = 'unnamed message';

/** The part of a message that cannot hold anything but the SDK's own words. */
export function fixedPart(message: unknown): string {
  if (message instanceof Error) return message.name;
  if (typeof message !== 'string') return nothingFixed;
  const end = message.search(firstValue);
  return (end === -1 ? message : message.slice(0, end)).trim().slice(0, lengthLimit) || nothingFixed;
}

/** `source` tells in the line where it comes from. DEBUG is dropped whatever the level, `setLevel` does nothing. */
export function sdkLogger(log: Logger, source: string): SdkLogger {
  const pass =
    (level: 'info' | 'warn' | 'error') =>
    (message: unknown): void => {
      const fixed = fixedPart(message);
      // A line that may not say anything is not worth a warning.
      log[fixed === nothingFixed ? 'debug' : level]({ source }, fixed);
    };
  return {
    debug: () => {},
    info: pass('info'),
    warn: pass('warn'),
    // Whatever fails in the SDK is handled by our code, which knows how bad it is.
    error: pass('warn'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
