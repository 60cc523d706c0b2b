import type { ChannelId, UserId } from './identifiers.ts';

/** A system of the company's, and who knows it best: a person, or whoever is on call for it. */
export type Service = { readonly id: string; readonly name: string; readonly owner: UserId };

/** What the workspace has set, as far as an incident needs it. */
export type Policy = {
  readonly services: readonly Service[];
  readonly dutyContact: UserId | null;
  /** Whom to ask when nobody near the person can come, in the order in which they are to be asked. */
  readonly pool: readonly UserId[];
  readonly helpersChannel: ChannelId | null;
};

export const noPolicy: Policy = { services: [], dutyContact: null, pool: [], helpersChannel: null };

/** How far back a person's requests count, in milliseconds. */
export const recently = 7 * 24 * 3_600_000;

/**
 * The pool in the order in which it is asked: who was asked twice or more in the last seven days comes later. `asked` is
 * counted from the history whenever it is needed; it is stored and shown nowhere.
 */
export function poolOrder(pool: readonly UserId[], asked: ReadonlyMap<UserId, number>): readonly UserId[] {
  const wasAskedOften = (person: UserId) => (asked.get(person) ?? 0) >= 2;
  return [...pool.filter((person) => !wasAskedOften(person)), ...pool.filter(wasAskedOften)];
}
