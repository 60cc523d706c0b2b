/** Who a person is, and whether their notifications are off: as Slack tells it. */
import { z } from 'zod';
import type { SlackCalls } from '../calls.ts';
import type { Waiting } from '../clients.ts';
import { describeFailure, type Outcome } from '../errors.ts';

export type Profile = {
  readonly id: string;
  /** As people call them; plain text. */
  readonly name: string;
  /** IANA zone; null where Slack does not say. */
  readonly zone: string | null;
  /** Of the zone now, in seconds east of UTC. */
  readonly zoneOffset: number;
  /** `en-GB`; null where Slack does not say. */
  readonly locale: string | null;
  readonly isBot: boolean;
  readonly isGuest: boolean;
  /** Of another organisation, and in no channel with us; see {@link isOutsider} for those who are in one. */
  readonly isStranger: boolean;
  readonly isDeactivated: boolean;
  readonly isAdmin: boolean;
  readonly teamId: string | null;
  /** Of the enterprise that stands above their workspace; null where there is none. */
  readonly enterpriseId: string | null;
};

/** Whose workspace we are in: as `auth.test` says. */
export type Home = { readonly teamId: string; readonly enterpriseId: string | null };

/**
 * Whether a person is of another organisation. `is_stranger` alone does not say so: it is false for somebody who shares
 * a channel with us. https://docs.slack.dev/reference/objects/user-object
 */
export function isOutsider(person: Profile, home: Home): boolean {
  if (person.isStranger) return true;
  if (person.teamId === null || person.teamId === home.teamId) return false;
  if (home.enterpriseId === null) return true;
  return person.enterpriseId !== home.enterpriseId && person.teamId !== home.enterpriseId;
}

export type Quiet =
  | { readonly kind: 'paused'; readonly until: number }
  | { readonly kind: 'awake' }
  /** Slack did not say. A pause by hand may be invisible to a bot, too. */
  | { readonly kind: 'unknown'; readonly why: string };

export interface Profiles {
  /** `users.info`, remembered for some minutes; what was remembered is used when Slack fails. */
  person(user: string, waiting?: Waiting): Promise<Outcome<Profile>>;
  /** What was remembered, however old; without asking. */
  recall(user: string): Profile | null;
  /** Whether `dnd.info` says that notifications are paused now. Never fails. */
  quiet(user: string, waiting?: Waiting): Promise<Quiet>;
}

const userSchema = z
  .looseObject({
    user: z.looseObject({
      id: z.string(),
      name: z.string().default(''),
      team_id: z.string().nullish(),
      real_name: z.string().nullish(),
      tz: z.string().nullish(),
      tz_offset: z.number().nullish(),
      locale: z.string().nullish(),
      deleted: z.boolean().default(false),
      is_bot: z.boolean().default(false),
      is_admin: z.boolean().default(false),
      is_owner: z.boolean().default(false),
      is_restricted: z.boolean().default(false),
      is_ultra_restricted: z.boolean().default(false),
      is_stranger: z.boolean().default(false),
      enterprise_user: z.looseObject({ enterprise_id: z.string().nullish() }).nullish(),
      profile: z
        .looseObject({ display_name: z.string().nullish(), real_name: z.string().nullish() })
        .default({}),
    }),
  })
  .transform(
    ({ user }): Profile => ({
      id: user.id,
      name: user.profile.display_name || user.profile.real_name || user.real_name || user.name || user.id,
      zone: user.tz || null,
      zoneOffset: user.tz_offset ?? 0,
      locale: user.locale || null,
      // Slackbot is one too, and does not say so.
      isBot: user.is_bot || user.id === 'USLACKBOT',
      isGuest: user.is_restricted || user.is_ultra_restricted,
      isStranger: user.is_stranger,
      isDeactivated: user.deleted,
      isAdmin: user.is_admin || user.is_owner,
      teamId: user.team_id ?? null,
      enterpriseId: user.enterprise_user?.enterprise_id ?? null,
    }),
  );

const dndSchema = z.looseObject({
  dnd_enabled: z.boolean().default(false),
  next_dnd_start_ts: z.number().default(0),
  next_dnd_end_ts: z.number().default(0),
  snooze_enabled: z.boolean().default(false),
  snooze_endtime: z.number().default(0),
});

const freshForMs = 5 * 60_000;
const mostRemembered = 2000;

export function createProfiles(calls: SlackCalls, now: () => number): Profiles {
  const remembered = new Map<string, { readonly profile: Profile; readonly until: number }>();

  return {
    async person(user, waiting = 'background') {
      const known = remembered.get(user);
      if (known !== undefined && known.until > now()) return { ok: true, value: known.profile };
      const outcome = await calls.attempt('users.info', { waiting }, (client) =>
        client.users.info({ user, include_locale: true }),
      );
      const parsed = outcome.ok ? userSchema.safeParse(outcome.value) : undefined;
      if (parsed?.success) {
        if (remembered.size >= mostRemembered) remembered.delete(remembered.keys().next().value ?? '');
        remembered.set(user, { profile: parsed.data, until: now() + freshForMs });
        return { ok: true, value: parsed.data };
      }
      if (known !== undefined) return { ok: true, value: known.profile };
      return outcome.ok ? { ok: false, failure: { kind: 'unsure', reason: 'unreadable_answer' } } : outcome;
    },

    recall: (user) => remembered.get(user)?.profile ?? null,

    async quiet(user, waiting = 'background') {
      const outcome = await calls.attempt('dnd.info', { waiting }, (client) => client.dnd.info({ user }));
      if (!outcome.ok) return { kind: 'unknown', why: describeFailure(outcome.failure) };
      const parsed = dndSchema.safeParse(outcome.value);
      if (!parsed.success) return { kind: 'unknown', why: 'unreadable answer' };
      return quietNow(parsed.data, now());
    },
  };
}

/** `dnd_enabled` means only that there is a schedule: now is compared with its next (or present) window. */
export function quietNow(dnd: z.infer<typeof dndSchema>, now: number): Quiet {
  const seconds = now / 1000;
  const snoozed = dnd.snooze_enabled && dnd.snooze_endtime > seconds ? dnd.snooze_endtime : 0;
  const isInside = dnd.dnd_enabled && dnd.next_dnd_start_ts <= seconds && seconds < dnd.next_dnd_end_ts;
  const until = Math.max(snoozed, isInside ? dnd.next_dnd_end_ts : 0);
  return until > 0 ? { kind: 'paused', until: until * 1000 } : { kind: 'awake' };
}
