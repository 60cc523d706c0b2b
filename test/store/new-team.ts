let teams = 0;

/** A team of its own for each test, so that nothing has to be cleared away. */
export function newTeam(): string {
  teams += 1;
  return `T${teams}`;
}
