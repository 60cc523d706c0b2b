/** User groups and channels of the workspace, as Slack tells of them. */
import { z } from 'zod';
import type { SlackCalls } from './calls.ts';
import type { Outcome } from './errors.ts';

export type UserGroup = { readonly id: string; readonly name: string };

/** `no_plan`: user groups need a paid plan of Slack's. https://docs.slack.dev/reference/methods/usergroups.list */
export type GroupsAnswer<Value> =
  | { readonly kind: 'given'; readonly value: Value }
  | { readonly kind: 'no_plan' }
  | { readonly kind: 'unknown' };

/** `shared`: people of other organisations read it. `closed`: Oops is not in it and cannot join, or it is archived. */
export type ChannelState = 'usable' | 'shared' | 'closed' | 'unknown';

export interface Workplace {
  /** Remembered for some minutes. Never throws. */
  groups(): Promise<GroupsAnswer<readonly UserGroup[]>>;
  members(group: string): Promise<GroupsAnswer<readonly string[]>>;
  /** Whether Oops can write there among colleagues only; joins a public channel for that. Never throws. */
  enter(channel: string): Promise<ChannelState>;
}

const groupsSchema = z.looseObject({
  usergroups: z.array(z.looseObject({ id: z.string(), name: z.string().default('') })),
});
const membersSchema = z.looseObject({ users: z.array(z.string()) });
const channelSchema = z.looseObject({
  channel: z.looseObject({
    is_member: z.boolean().default(false),
    is_private: z.boolean().default(false),
    is_archived: z.boolean().default(false),
    is_ext_shared: z.boolean().default(false),
    is_pending_ext_shared: z.boolean().default(false),
  }),
});

const freshForMs = 5 * 60_000;
const person = { waiting: 'person' } as const;

export function createWorkplace(calls: SlackCalls, now: () => number): Workplace {
  let remembered: { readonly groups: readonly UserGroup[]; readonly until: number } | null = null;

  return {
    async groups() {
      if (remembered !== null && remembered.until > now()) return { kind: 'given', value: remembered.groups };
      const outcome = await calls.attempt('usergroups.list', person, (client) => client.usergroups.list());
      const answer = answerOf(outcome, groupsSchema);
      if (answer.kind !== 'given') return answer;
      const groups = answer.value.usergroups.map(({ id, name }) => ({ id, name: name || id }));
      remembered = { groups, until: now() + freshForMs };
      return { kind: 'given', value: groups };
    },

    async members(usergroup) {
      const outcome = await calls.attempt('usergroups.users.list', person, (client) =>
        client.usergroups.users.list({ usergroup }),
      );
      const answer = answerOf(outcome, membersSchema);
      return answer.kind === 'given' ? { kind: 'given', value: answer.value.users } : answer;
    },

    async enter(channel) {
      const outcome = await calls.attempt('conversations.info', person, (client) =>
        client.conversations.info({ channel }),
      );
      // A private channel that Oops is not in is as if it were not there.
      if (!outcome.ok) return outcome.failure.kind === 'refused' ? 'closed' : 'unknown';
      const parsed = channelSchema.safeParse(outcome.value);
      if (!parsed.success) return 'unknown';
      const found = parsed.data.channel;
      if (found.is_ext_shared || found.is_pending_ext_shared) return 'shared';
      if (found.is_archived) return 'closed';
      if (found.is_member) return 'usable';
      if (found.is_private) return 'closed';
      const joined = await calls.attempt('conversations.join', person, (client) =>
        client.conversations.join({ channel }),
      );
      return joined.ok ? 'usable' : 'closed';
    },
  };
}

function answerOf<Schema extends z.ZodType>(
  outcome: Outcome<unknown>,
  schema: Schema,
): GroupsAnswer<z.output<Schema>> {
  if (outcome.ok) {
    const parsed = schema.safeParse(outcome.value);
    return parsed.success ? { kind: 'given', value: parsed.data } : { kind: 'unknown' };
  }
  const { failure } = outcome;
  return failure.kind === 'refused' && failure.code === 'plan_upgrade_required'
    ? { kind: 'no_plan' }
    : { kind: 'unknown' };
}
