/** One id runs from what Slack delivered through the transaction and its jobs to each Slack call and log line. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomInt } from 'node:crypto';

/** Crockford's base32: sorts like the number, has no I, L, O, U to misread. https://www.crockford.com/base32.html */
const digits = '0123456789abcdefghjkmnpqrstvwxyz';
const secondDigits = 7;
const randomDigits = 5;

function base32(value: number, length: number): string {
  let rest = value;
  let text = '';
  for (let digit = 0; digit < length; digit += 1) {
    text = `${digits[rest % 32]}${text}`;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/**
 * A new id, `1tm3k9q-7xk2m`: seconds since 1970, then chance, so that ids sort by time and can be read out. 33 million
 * are possible in each second.
 */
export function newCorrelationId(nowMs: number, random: (below: number) => number = randomInt): string {
  return `${base32(Math.floor(nowMs / 1000), secondDigits)}-${base32(random(32 ** randomDigits), randomDigits)}`;
}

export interface CorrelationScope {
  /** Runs `work` and everything it starts under this id. */
  run<Result>(id: string, work: () => Result): Result;
  /** The id that the present work runs under. */
  current(): string | undefined;
}

/** Made once, where the process is put together, and given to whoever needs it: the app, the jobs, the logger's mixin. */
export function createCorrelationScope(): CorrelationScope {
  const storage = new AsyncLocalStorage<string>();
  return {
    run: (id, work) => storage.run(id, work),
    current: () => storage.getStore(),
  };
}
