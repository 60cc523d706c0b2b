import type { UserId } from './identifiers.ts';
import type { Incident } from './incident.ts';

/** What a person is to one incident. Facts about the person come from the workspace. */
export const roles = [
  'engineer',
  'mentor',
  'manager',
  'owner',
  'admin',
  'bystander',
  'guest',
  'other_organisation',
] as const;
export type Role = (typeof roles)[number];

export const actions = [
  'open',
  'see',
  'answer_questions',
  'ask_for_help',
  'answer_ask',
  'take_ask',
  'choose_place',
  'hand_off',
  'add_note',
  'name_manager',
  'send_summary',
  'review_summary',
  'read_summary',
  'draft_summary',
  'mark_summary_seen',
  'ask_question',
  'answer_question',
  'plan_steps',
  'check_step',
  'do_steps',
  'end',
  'dismiss',
  'reopen',
] as const;
export type Action = (typeof actions)[number];

/** What Slack says of a person; guests and people from other organisations stay out. */
export type PersonStanding = {
  readonly user: UserId;
  readonly guest: boolean;
  readonly otherOrganisation: boolean;
  readonly admin: boolean;
};

const table: Record<Action, readonly Role[]> = {
  open: ['engineer', 'mentor', 'manager', 'owner', 'admin', 'bystander', 'guest'],
  see: ['engineer', 'mentor', 'owner'],
  answer_questions: ['engineer', 'mentor', 'owner'],
  ask_for_help: ['engineer', 'mentor', 'owner'],
  choose_place: ['engineer'],
  answer_ask: ['mentor', 'owner'],
  take_ask: ['mentor', 'owner', 'admin', 'bystander'],
  hand_off: ['engineer', 'mentor', 'owner'],
  add_note: ['engineer', 'mentor', 'owner'],
  name_manager: ['engineer', 'mentor'],
  send_summary: ['engineer'],
  review_summary: ['mentor', 'owner'],
  read_summary: ['manager'],
  draft_summary: ['mentor', 'owner'],
  mark_summary_seen: ['manager'],
  ask_question: ['manager'],
  answer_question: ['engineer'],
  plan_steps: ['engineer', 'mentor', 'owner'],
  check_step: ['mentor', 'owner'],
  do_steps: ['engineer', 'mentor', 'owner'],
  end: ['engineer', 'mentor', 'owner'],
  dismiss: ['engineer'],
  reopen: ['engineer', 'mentor', 'owner'],
};

/** The one table of who may do what. */
export function allowed(role: Role, action: Action): boolean {
  return table[action].includes(role);
}

/** Whether this person may have an incident of their own; there is none yet to have a role in. */
export function mayOpen(person: PersonStanding): boolean {
  const role = person.otherOrganisation ? 'other_organisation' : person.guest ? 'guest' : 'bystander';
  return allowed(role, 'open');
}

/** Whether this person may do this here. Somebody can be two things at once, a helper who is also the manager. */
export function may(incident: Incident, person: PersonStanding, action: Action): boolean {
  const role = roleOf(incident, person);
  if (allowed(role, action)) return true;
  const isAsked = role === 'mentor' || role === 'owner';
  return isAsked && isManager(incident, person.user) && allowed('manager', action);
}

/**
 * What this person is to this incident. Being the engineer, or having been asked for help, counts before anything
 * else; a guest or a person from another organisation is never more than that, unless it is their own incident.
 */
export function roleOf(incident: Incident, person: PersonStanding): Role {
  if (person.otherOrganisation) return 'other_organisation';
  if (incident.engineer === person.user) return 'engineer';
  if (person.guest) return 'guest';
  const asked = incident.asks.filter((ask) => ask.person === person.user && ask.state !== 'refused');
  if (asked.length > 0) return asked.every(({ rung }) => rung === 'owner') ? 'owner' : 'mentor';
  if (isManager(incident, person.user)) return 'manager';
  return person.admin ? 'admin' : 'bystander';
}

const isManager = ({ manager, alsoTold }: Incident, user: UserId): boolean =>
  manager === user || alsoTold.includes(user);
