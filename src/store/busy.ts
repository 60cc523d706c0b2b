import { Prisma } from './generated/client.ts';

/** Waited too long for a lock or ran too long; deadlock; serialisation; too many connections; server not ready. */
const serverSays = new Set(['55P03', '57014', '40P01', '40001', '53300', '57P03']);
/** No transaction in time, or out of time; no connection in time; no answer to the attempt to connect. */
const prismaSays = new Set(['P2028', 'P2024', 'P2034', 'P1001', 'P1002']);

/**
 * Whether this error of a transaction says that the database was too slow or too busy, and that nothing was saved. A
 * connection that was lost on the way is not among these: it may have been saved.
 */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return prismaSays.has(error.code) || serverSays.has(serverCode(error.meta) ?? '');
}

/** The server's own code, as the driver adapter passes it on. */
function serverCode(meta: unknown): string | undefined {
  const code = property(property(property(meta, 'driverAdapterError'), 'cause'), 'originalCode');
  return typeof code === 'string' ? code : undefined;
}

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
