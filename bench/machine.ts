import os from 'node:os';
import type { BenchOptions } from './options.ts';

/** Where it was measured. The load says whether the machine had other things to do, which the figures then show too. */
export function machine(): Record<string, string | number> {
  const [processor] = os.cpus();
  return {
    node: process.version,
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    processor: `${processor?.model.trim() ?? 'unknown'}, ${os.availableParallelism()} cores`,
    memory: `${(os.totalmem() / 2 ** 30).toFixed(1)} GiB`,
    'load at the end': (os.loadavg()[0] ?? 0).toFixed(2),
  };
}

export function countsOf(options: BenchOptions, tookMs: number): Record<string, number> {
  const { times, warmUps, starts, restSeconds } = options;
  return {
    'measured each': times,
    'warm-ups each': warmUps,
    'starts each': starts,
    'seconds of rest': restSeconds,
    'seconds in all': Math.round(tookMs / 1000),
  };
}
