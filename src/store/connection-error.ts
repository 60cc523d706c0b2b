import { codeOf, DatabaseError } from './database-error.ts';

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  '53300', // too many connections
  '57P01', // the server is going down
  '57P03', // the server is starting
]);

/**
 * Says in one sentence why a server could not be used. Neither the address nor the password of DATABASE_URL is in it,
 * nor what the server said, which may quote them.
 */
export function connectionError(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error;
  const code = codeOf(error) ?? '';
  const text = error instanceof Error ? error.message : '';
  if (unreachable.has(code) || /timeout|terminated/i.test(text)) {
    const why = code ? ` (${code})` : '';
    return new DatabaseError(
      'unreachable',
      `The database server of DATABASE_URL does not answer${why}: check that it runs and that host and port are right.`,
      error,
    );
  }
  if (code.startsWith('28') || /\bSASL\b|password/i.test(text)) {
    return new DatabaseError(
      'refused',
      'The database server refused the user or password of DATABASE_URL.',
      error,
    );
  }
  if (/\bSSL\b|certificate/i.test(text) || code.startsWith('ERR_TLS') || code.includes('CERT')) {
    return new DatabaseError(
      'refused',
      'No encrypted connection to the database server could be made: check sslmode in DATABASE_URL, and its certificate.',
      error,
    );
  }
  if (code === '3D000') {
    return new DatabaseError(
      'missing',
      'The database named in DATABASE_URL does not exist on its server: create it, or change the name.',
      error,
    );
  }
  const why = code ? ` (${code})` : '';
  return new DatabaseError('failed', `The database of DATABASE_URL cannot be used${why}.`, error);
}

/** Refuses an address that `pg` would only stumble over, without repeating it. */
export function checkDatabaseUrl(url: string): void {
  const valid = URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol);
  if (valid) return;
  throw new DatabaseError(
    'url_invalid',
    'DATABASE_URL must be an address like postgresql://user:password@host:5432/database; special characters in the password must be percent-encoded.',
  );
}
