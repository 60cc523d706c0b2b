import { z } from 'zod';
import type { PersonStanding } from '../domain/permissions.ts';
import type { SlackCalls } from './calls.ts';

/** What Slack says of a person, as far as the product needs it. */
export type PersonFacts = {
  readonly user: string;
  /** As people call them; plain text. */
  readonly name: string;
  /** IANA zone, or null when Slack does not say. */
  readonly zone: string | null;
  readonly isBot: boolean;
  readonly isGuest: boolean;
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

const userSchema = z.looseObject({
  name: z.string().default(''),
  real_name: z.string().optional(),
  tz: z.string().nullish(),
  deleted: z.boolean().default(false),
  is_bot: z.boolean().default(false),
  is_admin: z.boolean().default(false),
  is_restricted: z.boolean().default(false),
  is_ultra_restricted: z.boolean().default(false),
  is_stranger: z.boolean().default(false),
  profile: z.looseObject({ display_name: z.string().optional() }).default({}),
});

const dndSchema = z.looseObject({
  dnd_enabled: z.boolean().default(false),
  next_dnd_start_ts: z.number().default(0),
  next_dnd_end_ts: z.number().default(0),
});

/** What was asked of Slack this recently is not asked again, milliseconds. */
const freshMs = 60_000;

/** People, as Slack's `users.info` and `dnd.info` describe them. */
export function createPeople(calls: SlackCalls, now: () => number): People {
  const known = new Map<string, { readonly at: number; readonly facts: PersonFacts }>();
  const waiting = { waiting: 'person' } as const;
  return {
    async facts(team, user) {
      const key = `${team}:${user}`;
      const cached = known.get(key);
      if (cached !== undefined && now() - cached.at < freshMs) return cached.facts;
      const answer = await calls.attempt('users.info', waiting, (client) => client.users.info({ user }));
      if (!answer.ok) return cached?.facts ?? null;
      const read = userSchema.safeParse(answer.value.user);
      if (!read.success) return null;
      const facts = factsOf(user, read.data);
      known.set(key, { at: now(), facts });
      return facts;
    },
    async isPaused(_team, user) {
      const answer = await calls.attempt('dnd.info', waiting, (client) => client.dnd.info({ user }));
      const read = dndSchema.safeParse(answer.ok ? answer.value : {});
      if (!read.success) return false;
      const { dnd_enabled, next_dnd_start_ts, next_dnd_end_ts } = read.data;
      const seconds = now() / 1000;
      return dnd_enabled && next_dnd_start_ts <= seconds && seconds < next_dnd_end_ts;
    },
  };
}

function factsOf(user: string, read: z.infer<typeof userSchema>): PersonFacts {
  return {
    user,
    name: read.profile.display_name || read.real_name || read.name,
    zone: read.tz ?? null,
    isBot: read.is_bot || user === 'USLACKBOT',
    isGuest: read.is_restricted || read.is_ultra_restricted,
    isStranger: read.is_stranger,
    isDeactivated: read.deleted,
    isAdmin: read.is_admin,
  };
}
