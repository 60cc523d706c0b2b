import type { Rung } from './events.ts';
import type { Instant, UserId } from './identifiers.ts';
import type { Incident } from './incident.ts';
import type { Severity } from './severity.ts';

/** Whom the directory names for an engineer. */
export type Circle = {
  readonly mentor: UserId | null;
  readonly backups: readonly UserId[];
  readonly manager: UserId | null;
};

export const nobody: Circle = { mentor: null, backups: [], manager: null };

const minute = 60_000;

/**
 * The rungs that the directory gives for an engineer, then the pool of the workspace: each person once, never the engineer, and never their manager,
 * since a helper reads what was written in fright. Whom the engineer names is the engineer's own choice.
 */
export function ladderFor(engineer: UserId, circle: Circle, pool: readonly UserId[]): readonly Rung[] {
  const rungs: Rung[] = [];
  if (circle.mentor !== null) rungs.push({ kind: 'mentor', person: circle.mentor });
  for (const person of circle.backups) rungs.push({ kind: 'backup', person });
  for (const person of pool) rungs.push({ kind: 'pool', person });
  return rungs.filter(
    (rung, index) =>
      rung.person !== engineer &&
      rung.person !== circle.manager &&
      rungs.findIndex((other) => other.person === rung.person) === index,
  );
}

/**
 * The next rung that has not been asked, or null at the end of the ladder. Somebody who has become the manager since is
 * passed over, unless the engineer named them.
 */
export function nextRung(incident: Incident): Rung | null {
  const { ladder, asks, manager } = incident;
  return (
    ladder.find(
      ({ person, kind }) =>
        !asks.some((ask) => ask.person === person && ask.state !== 'stood_down') &&
        (kind === 'named' || person !== manager),
    ) ?? null
  );
}

/** How long a person has before the next one is asked as well: 2 minutes at SEV1 and unknown, else 5. */
export function answerTime(level: Severity): number {
  return level === 'SEV1' || level === 'unknown' ? 2 * minute : 5 * minute;
}

/** How long an opened thread waits for its author before a mentor is asked anyway. */
export const silenceBeforeAsking = 2 * minute;

export function answerBy(now: Instant, level: Severity): Instant {
  return now + answerTime(level);
}
