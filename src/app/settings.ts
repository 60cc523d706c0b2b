import type { ChannelId, UserId } from '../domain/identifiers.ts';
import type { PersonStanding } from '../domain/permissions.ts';
import type { Service } from '../domain/policy.ts';

/** Whom Oops asks when nobody near the person can come: a list, or the people of a user group as they were last read. */
export type Pool =
  | { readonly kind: 'people'; readonly people: readonly UserId[] }
  | { readonly kind: 'group'; readonly group: string; readonly people: readonly UserId[] };

/** What a company has said about mistakes, in its own words. */
export type BlamelessPolicy = { readonly text: string; readonly link: string | null };

/** What the people whom a workspace named have set for all of it. */
export type Settings = {
  /** Who may change this, besides the owners and admins of the workspace. */
  readonly admins: readonly UserId[];
  readonly pool: Pool | null;
  /** Where a person is asked for when nobody else is left. */
  readonly helpersChannel: ChannelId | null;
  readonly services: readonly Service[];
  /** Who hears the bare facts where personal data, customer data, money or safety may be involved. */
  readonly dutyContact: UserId | null;
  /** Channels that are offered when somebody wants to open their incident up. */
  readonly openChannels: readonly ChannelId[];
  readonly blameless: BlamelessPolicy | null;
};

export const noSettings: Settings = {
  ...{ admins: [], pool: null, helpersChannel: null, services: [], dutyContact: null },
  ...{ openChannels: [], blameless: null },
};

export const watchModes = ['auto', 'ask', 'off'] as const;
export type WatchMode = (typeof watchModes)[number];
export type WatchedChannel = { readonly channel: ChannelId; readonly mode: WatchMode };

/** One topic of the settings, changed as a whole: two people at a time do not undo each other's topics. */
export type SettingsChange =
  | { readonly topic: 'admins'; readonly admins: readonly UserId[] }
  | { readonly topic: 'pool'; readonly pool: Pool | null }
  /** Who is in the group now; nothing when the pool is another one by now. */
  | { readonly topic: 'pool_members'; readonly group: string; readonly people: readonly UserId[] }
  | { readonly topic: 'helpers_channel'; readonly channel: ChannelId | null }
  | { readonly topic: 'add_service'; readonly service: Service }
  | { readonly topic: 'remove_service'; readonly id: string }
  | { readonly topic: 'duty_contact'; readonly person: UserId | null }
  | { readonly topic: 'open_channels'; readonly channels: readonly ChannelId[] }
  | { readonly topic: 'blameless'; readonly blameless: BlamelessPolicy | null };

/** The most services that fit into one question of Slack's. */
export const mostServices = 100;

/** The settings after one change. A service of the same name takes the place of the one before. */
export function changeSettings(settings: Settings, change: SettingsChange): Settings {
  switch (change.topic) {
    case 'admins':
      return { ...settings, admins: change.admins };
    case 'pool':
      return { ...settings, pool: change.pool };
    case 'pool_members': {
      const { group, people } = change;
      const isSame = settings.pool?.kind === 'group' && settings.pool.group === group;
      return isSame ? { ...settings, pool: { kind: 'group', group, people } } : settings;
    }
    case 'helpers_channel':
      return { ...settings, helpersChannel: change.channel };
    case 'add_service': {
      const { service } = change;
      const isSame = (each: Service) => each.name.toLowerCase() === service.name.toLowerCase();
      const id = settings.services.find(isSame)?.id ?? service.id;
      const rest = settings.services.filter((each) => !isSame(each));
      return { ...settings, services: [...rest, { ...service, id }].slice(-mostServices) };
    }
    case 'remove_service':
      return { ...settings, services: settings.services.filter(({ id }) => id !== change.id) };
    case 'duty_contact':
      return { ...settings, dutyContact: change.person };
    case 'open_channels':
      return { ...settings, openChannels: change.channels };
    case 'blameless':
      return { ...settings, blameless: change.blameless };
    default:
      return change satisfies never;
  }
}

/** Owners and admins of the workspace, and whom they named; never somebody from outside. */
export function mayChangeSettings(settings: Settings, person: PersonStanding): boolean {
  if (person.guest || person.otherOrganisation) return false;
  return person.admin || settings.admins.includes(person.user);
}

/** What the app needs of the store for this. */
export interface SettingsStore {
  settings(team: string): Promise<Settings>;
  /** Changes one topic of what is there at that moment, and gives what it then is. */
  changeSettings(team: string, change: SettingsChange): Promise<Settings>;
  watchedChannels(team: string): Promise<readonly WatchedChannel[]>;
  setWatchMode(team: string, channel: ChannelId, mode: WatchMode): Promise<void>;
}
