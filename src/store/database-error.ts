export type DatabaseProblem =
  | 'url_invalid'
  | 'unreachable'
  | 'refused'
  | 'missing'
  | 'too_old'
  | 'not_empty'
  | 'folder_in_use'
  | 'folder_unusable'
  | 'folder_unreadable'
  | 'migration_failed'
  | 'broken'
  | 'failed';

/**
 * The database cannot be used. `code` is stable; `message` is one sentence that says what to do, and never holds a
 * password, an address or a value of a row.
 */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly code: DatabaseProblem;

  constructor(code: DatabaseProblem, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** The code that Node, the operating system or PostgreSQL put on an error. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return undefined;
}
