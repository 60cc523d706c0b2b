/** The sandbox gave no answer: it is stopped, restarting, or out of reach. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}
