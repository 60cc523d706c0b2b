import type { PersonStanding } from '../domain/permissions.ts';
import { type Home, isOutsider, type Profile, type Profiles } from './delivery/profiles.ts';
import { glancing } from './glance.ts';

/** What Slack says of a person, as far as the product needs it. */
export type PersonFacts = {
  readonly user: string;
  /** As people call them; plain text. */
  readonly name: string;
  /** As Slack writes it, `en-GB`; null when it does not say. */
  readonly locale: string | null;
  /** IANA zone, or null when Slack does not say. */
  readonly zone: string | null;
  readonly isBot: boolean;
  readonly isGuest: boolean;
  /** Of another organisation, also when they share a channel with us. */
  readonly isStranger: boolean;
  readonly isDeactivated: boolean;
  readonly isAdmin: boolean;
};

export interface People {
  /** Null when Slack did not answer in time, or does not know the person. Never throws. */
  facts(team: string, user: string): Promise<PersonFacts | null>;
  isPaused(team: string, user: string): Promise<boolean>;
}

/**
 * What a person may be in an incident, as far as Slack knows. When Slack does not answer, they are taken for an ordinary
 * member: nobody is left alone because `users.info` was slow.
 */
export async function standingOf(people: People, team: string, user: string): Promise<PersonStanding> {
  const facts = await people.facts(team, user);
  return {
    user,
    guest: facts?.isGuest ?? false,
    otherOrganisation: facts?.isStranger ?? false,
    admin: facts?.isAdmin ?? false,
  };
}

/** Milliseconds. Several people may be looked at before one answer, which itself has two seconds. */
const usualGlanceMs = 400;

/** People as Slack describes them. Somebody is waiting, and can do without: each question is only a glance. */
export function createPeople(profiles: Profiles, home: Home, glanceMs: number = usualGlanceMs): People {
  const factsOf = (profile: Profile | null): PersonFacts | null =>
    profile === null ? null : { ...profile, user: profile.id, isStranger: isOutsider(profile, home) };
  const facts = glancing(
    glanceMs,
    async (user) => {
      const answer = await profiles.person(user, 'person');
      return factsOf(answer.ok ? answer.value : null);
    },
    (user) => factsOf(profiles.recall(user)),
  );
  const isPaused = glancing(
    glanceMs,
    async (user) => (await profiles.quiet(user, 'person')).kind === 'paused',
    () => false,
  );
  return { facts: (_team, user) => facts(user), isPaused: (_team, user) => isPaused(user) };
}
