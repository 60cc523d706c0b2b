/** People as Slack describes them. https://docs.slack.dev/reference/objects/user-object */
import type { Person } from '../protocol.ts';
import { Refusal } from '../refusal.ts';
import type { Json } from './state.ts';
import type { World } from './world.ts';
import { dndWindow, zoneOffsetSeconds } from './zones.ts';

/** A person by id. @throws Refusal `user_not_found` */
export function requirePerson(world: World, id: string): Person {
  const person = world.person(id) ?? (world.isBotUser(id) ? botPerson(world) : undefined);
  if (!person) throw new Refusal('user_not_found');
  return person;
}

/**
 * Does the app know of this person? Of another organisation, only those who share a conversation with it.
 * https://docs.slack.dev/reference/methods/users.info#errors (user_not_visible)
 */
export function isVisible(world: World, person: Person): boolean {
  if (!person.isStranger) return true;
  const bot = world.state.bot.userId;
  return Object.values(world.state.conversations).some(
    ({ members }) => members.includes(person.id) && members.includes(bot),
  );
}

/** Somebody the app knows of. @throws Refusal `user_not_found`, `user_not_visible` */
export function requireVisible(world: World, id: string): Person {
  const person = requirePerson(world, id);
  if (!isVisible(world, person)) throw new Refusal('user_not_visible');
  return person;
}

/** The app's own bot user, as a person of the workspace. */
export function botPerson(world: World): Person {
  const { bot, team } = world.state;
  return {
    id: bot.userId,
    name: bot.name,
    realName: bot.realName,
    displayName: bot.realName,
    title: '',
    teamId: team.id,
    tz: 'America/Los_Angeles',
    locale: 'en-US',
    isAdmin: false,
    isBot: true,
    isRestricted: false,
    isUltraRestricted: false,
    isStranger: false,
    deleted: false,
    presence: 'active',
    dnd: null,
    pausedUntil: null,
  };
}

/** The user object of `users.info` and `users.list`. The deactivated lack zone and roles, as on Slack. */
export function toSlackUser(world: World, person: Person, options: { locale: boolean }): Json {
  const [first = '', ...rest] = person.realName.split(' ');
  const base: Json = {
    id: person.id,
    team_id: person.teamId,
    name: person.name,
    deleted: person.deleted,
    profile: {
      title: person.title,
      phone: '',
      skype: '',
      real_name: person.realName,
      real_name_normalized: person.realName,
      display_name: person.displayName,
      display_name_normalized: person.displayName,
      first_name: first,
      last_name: rest.join(' '),
      status_text: '',
      status_emoji: '',
      status_expiration: 0,
      team: person.teamId,
      ...(person.isBot ? { bot_id: world.state.bot.botId, api_app_id: world.state.bot.appId } : {}),
    },
    is_bot: person.isBot,
    is_app_user: false,
    updated: Math.floor(world.now() / 1000),
    ...(person.isStranger ? { is_stranger: true } : {}),
  };
  if (person.deleted) return base;
  return {
    ...base,
    color: '9f69e7',
    real_name: person.realName,
    tz: person.tz,
    tz_label: person.tz,
    tz_offset: zoneOffsetSeconds(person.tz, world.now()),
    is_admin: person.isAdmin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.isRestricted,
    is_ultra_restricted: person.isUltraRestricted,
    is_email_confirmed: true,
    who_can_share_contact_card: 'EVERYONE',
    ...(options.locale ? { locale: person.locale } : {}),
  };
}

/**
 * The do-not-disturb facts an app may see: the schedule, never a pause made by hand.
 * https://docs.slack.dev/reference/methods/dnd.info
 */
export function toSlackDnd(world: World, person: Person): Json {
  if (!person.dnd) return { dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 };
  const window = dndWindow(person.dnd, person.tz, world.now());
  return {
    dnd_enabled: true,
    next_dnd_start_ts: Math.floor(window.start / 1000),
    next_dnd_end_ts: Math.floor(window.end / 1000),
  };
}

/** Are this person's notifications silent now, by schedule or by hand? */
export function isQuiet(world: World, person: Person): boolean {
  const now = world.now();
  if (person.pausedUntil !== null && person.pausedUntil > now) return true;
  if (!person.dnd) return false;
  return dndWindow(person.dnd, person.tz, now).start <= now;
}
