import type { Clock } from '../app/ports.ts';
import type { JobsPool } from './migrate-jobs.ts';

/** The two queries that ask what is due, and what has been locked for hours. */
const asksForNow = /\brun_at <= \$\d+::timestamptz|\blocked_at < \$1::timestamptz/;
/** As `Date.toISOString` writes it. */
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * Lets graphile-worker live by our clock. With `useNodeTime` it passes the time as a parameter of its queries, but takes
 * it from `new Date()`: on its way through this pool that parameter becomes the clock's time.
 */
export function keepTimeBy(clock: Clock, pool: JobsPool): void {
  const known = clocks.has(pool);
  clocks.set(pool, clock);
  if (known) return;
  const kept = new WeakSet<object>();
  pool.on('acquire', (client: object) => {
    if (kept.has(client)) return;
    kept.add(client);
    const query: unknown = Reflect.get(client, 'query');
    if (typeof query !== 'function') return;
    Reflect.set(client, 'query', (asked: unknown, ...rest: unknown[]) =>
      query.call(client, retimed(asked, clocks.get(pool) ?? clock), ...rest),
    );
  });
}

/** The clock of each pool: that of the last worker on it. */
const clocks = new WeakMap<JobsPool, Clock>();

function retimed(asked: unknown, clock: Clock): unknown {
  if (typeof asked !== 'object' || asked === null || !('values' in asked) || !('text' in asked)) return asked;
  const { text, values } = asked;
  if (typeof text !== 'string' || !asksForNow.test(text) || !Array.isArray(values)) return asked;
  const now = new Date(clock.now()).toISOString();
  const isTime = (value: unknown): boolean => typeof value === 'string' && time.test(value);
  return { ...asked, values: values.map((value: unknown) => (isTime(value) ? now : value)) };
}
