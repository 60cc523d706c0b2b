/** The workspace a sandbox begins with, as data. Nobody in it is real. */
import type { Person } from './protocol.ts';

export interface SeedConversation {
  readonly id: string;
  readonly kind: 'channel' | 'private';
  readonly name: string;
  readonly topic: string;
  readonly members: readonly string[];
  readonly archived: boolean;
  readonly shared: boolean;
  readonly general: boolean;
}

/** Something that was said before the sandbox began. No app was told of it, and nobody was notified. */
export interface SeedTalk {
  readonly channel: string;
  readonly user: string;
  readonly minutesAgo: number;
  /** In Slack's markup. */
  readonly text: string;
  readonly reactions: readonly { readonly name: string; readonly users: readonly string[] }[];
}

export interface Seed {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly bot: {
    readonly userId: string;
    readonly botId: string;
    readonly appId: string;
    readonly name: string;
    readonly realName: string;
  };
  readonly people: readonly Person[];
  readonly conversations: readonly SeedConversation[];
  readonly userGroups: readonly {
    readonly id: string;
    readonly handle: string;
    readonly name: string;
    readonly users: readonly string[];
  }[];
  /** In the order in which it was said. */
  readonly talk?: readonly SeedTalk[];
}

export const teamId = 'T0SANDBOX';
export const otherTeamId = 'T0OUTSIDE';
export const appId = 'A0OOPSAPP';
export const botUserId = 'U0OOPSBOT';
export const botId = 'B0OOPSBOT';

/** Ids of the seeded people. */
export const people = {
  alex: 'U0ALEX',
  denny: 'U0DENNY',
  morgan: 'U0MORGAN',
  priya: 'U0PRIYA',
  sam: 'U0SAM',
  kim: 'U0KIM',
  robin: 'U0ROBIN',
  lou: 'U0LOU',
  dana: 'U0DANA',
  theo: 'U0THEO',
  wen: 'U0WEN',
} as const;

/** Ids of the seeded channels. */
export const channels = {
  engPlatform: 'C0ENGPLAT',
  general: 'C0GENERAL',
  random: 'C0RANDOM',
  partnerAcme: 'C0PARTNER',
  oldProject: 'C0OLDPROJ',
} as const;

export const userGroups = { databaseOwners: 'S0DBOWNERS', mentors: 'S0MENTORS' } as const;

/** A person with everything usual left out: an ordinary, awake member of the workspace. */
export function seedPerson(id: string, name: string, realName: string, rest: Partial<Person> = {}): Person {
  return {
    id,
    name,
    realName,
    displayName: realName.split(' ')[0] ?? realName,
    title: '',
    teamId,
    tz: 'Etc/UTC',
    locale: 'en-US',
    isAdmin: false,
    isBot: false,
    isRestricted: false,
    isUltraRestricted: false,
    isStranger: false,
    deleted: false,
    presence: 'active',
    dnd: null,
    pausedUntil: null,
    ...rest,
  };
}

const inside = [people.alex, people.denny, people.morgan, people.priya, people.sam];
const everybody = [...inside, people.dana, people.theo, people.wen];

function channel(id: string, name: string, rest: Partial<SeedConversation> = {}): SeedConversation {
  return {
    id,
    kind: 'channel',
    name,
    topic: '',
    members: inside,
    archived: false,
    shared: false,
    general: false,
    ...rest,
  };
}

export const defaultSeed: Seed = {
  team: { id: teamId, name: 'Acme', domain: 'acme-sandbox' },
  bot: { userId: botUserId, botId, appId, name: 'oops', realName: 'Oops' },
  people: [
    seedPerson(people.alex, 'alex', 'Alex Rivera', { title: 'Engineer', tz: 'America/New_York' }),
    seedPerson(people.denny, 'denny', 'Denny Park', { title: 'Mentor', tz: 'America/Chicago' }),
    seedPerson(people.morgan, 'morgan', 'Morgan Lee', {
      title: 'Engineering manager',
      tz: 'Europe/Berlin',
      isAdmin: true,
      dnd: { start: '22:00', end: '08:00' },
    }),
    seedPerson(people.priya, 'priya', 'Priya Nair', { title: 'Backup mentor', tz: 'Asia/Kolkata' }),
    seedPerson(people.sam, 'sam', 'Sam Okafor', { title: 'Owner of databases', tz: 'Europe/London' }),
    seedPerson(people.kim, 'kim', 'Kim Guest', {
      title: 'Contractor',
      isRestricted: true,
      isUltraRestricted: true,
    }),
    seedPerson(people.robin, 'robin', 'Robin Outside', {
      title: 'Partner engineer',
      teamId: otherTeamId,
      isStranger: true,
    }),
    seedPerson(people.lou, 'lou', 'Lou Gone', { deleted: true, presence: 'away' }),
    seedPerson(people.dana, 'dana', 'Dana Brooks', {
      title: 'Director of engineering',
      tz: 'America/Los_Angeles',
      dnd: { start: '20:00', end: '07:00' },
    }),
    seedPerson(people.theo, 'theo', 'Theo Tanaka', { title: 'Mentor', tz: 'Asia/Tokyo' }),
    seedPerson(people.wen, 'wen', 'Wen Zhou', {
      title: 'Workspace admin',
      tz: 'Australia/Sydney',
      isAdmin: true,
    }),
  ],
  conversations: [
    channel(channels.engPlatform, 'eng-platform', {
      topic: 'Platform engineering',
      members: [...inside, botUserId],
    }),
    channel(channels.general, 'general', { general: true, topic: 'Company-wide', members: everybody }),
    channel(channels.random, 'random', { members: [...everybody, people.kim] }),
    channel(channels.partnerAcme, 'partner-acme', {
      shared: true,
      members: [people.alex, people.sam, people.robin, botUserId],
    }),
    channel(channels.oldProject, 'old-project', { archived: true, members: [...inside, botUserId] }),
  ],
  userGroups: [
    {
      id: userGroups.databaseOwners,
      handle: 'db-owners',
      name: 'Database owners',
      users: [people.sam, people.priya],
    },
    {
      id: userGroups.mentors,
      handle: 'mentors',
      name: 'Mentors',
      users: [people.denny, people.priya, people.theo],
    },
  ],
};
