export type HttpStartProblem = 'port_taken' | 'port_forbidden' | 'host_unknown' | 'failed';

/** The server could not listen. `code` is stable; `message` is one sentence that says what to do. */
export class HttpStartError extends Error {
  override readonly name = 'HttpStartError';
  readonly code: HttpStartProblem;

  constructor(code: HttpStartProblem, message: string, cause: unknown) {
    super(message, { cause });
    this.code = code;
  }

  /** Translates the error of `listen` on that host and port. */
  static from(
    error: Error,
    { host, port }: { readonly host: string; readonly port: number },
  ): HttpStartError {
    switch ('code' in error ? error.code : undefined) {
      case 'EADDRINUSE':
        return new HttpStartError(
          'port_taken',
          `Port ${port} on ${host} is already in use: stop the other program, or set PORT to another number (0 picks a free one).`,
          error,
        );
      case 'EACCES':
        return new HttpStartError(
          'port_forbidden',
          `This user may not listen on port ${port}: set PORT to a number above 1023 (0 picks a free one).`,
          error,
        );
      case 'EADDRNOTAVAIL':
      case 'ENOTFOUND':
      case 'EAI_AGAIN':
        return new HttpStartError(
          'host_unknown',
          `${host} is not an address of this machine: set HOST to 127.0.0.1, or to 0.0.0.0 to listen on all addresses.`,
          error,
        );
      default:
        return new HttpStartError('failed', `The HTTP server could not listen on ${host}:${port}.`, error);
    }
  }
}
