import type { Clock } from '../app/ports.ts';
import type { JobsPool } from './migrate-jobs.ts';

/** As `Date.toISOString` writes it. */
const written = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const justNowMs = 5000;

/**
 * Lets graphile-worker live by our clock. With `useNodeTime` it passes the time as a parameter of its queries, but it
 * takes it from `new Date()`: in what goes out over this pool, a parameter that is the time of this very moment becomes
 * the clock's. For the real clock that changes nothing.
 */
export function keepTimeBy(clock: Clock, pool: JobsPool): void {
  const kept = new WeakSet<object>();
  pool.on('acquire', (client: object) => {
    if (kept.has(client)) return;
    kept.add(client);
    const query: unknown = Reflect.get(client, 'query');
    if (typeof query !== 'function') return;
    Reflect.set(client, 'query', (asked: unknown, ...rest: unknown[]) =>
      query.call(client, retimed(asked, clock), ...rest),
    );
  });
}

function retimed(asked: unknown, clock: Clock): unknown {
  if (typeof asked !== 'object' || asked === null || !('values' in asked)) return asked;
  const { values } = asked;
  if (!Array.isArray(values) || !values.some(isNow)) return asked;
  const now = new Date(clock.now()).toISOString();
  return { ...asked, values: values.map((value: unknown) => (isNow(value) ? now : value)) };
}

const isNow = (value: unknown): boolean =>
  typeof value === 'string' && written.test(value) && Math.abs(Date.parse(value) - Date.now()) < justNowMs;
