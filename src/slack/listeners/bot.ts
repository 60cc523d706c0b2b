import type { Logger } from 'pino';
import { type Acted, type ActRequest, act } from '../../app/act.ts';
import { type Opened, type OpenRequest, openIncident } from '../../app/open-incident.ts';
import type { Clock, Ids, Manners, Reading, Store } from '../../app/ports.ts';
import { readFor } from '../../app/reading.ts';
import type { Incident } from '../../domain/incident.ts';
import { allowed, may, mayOpen, type PersonStanding, roleOf } from '../../domain/permissions.ts';
import type { Playbook } from '../../domain/playbook.ts';
import type { Chat } from '../chat.ts';
import { timeLeftMs } from '../deadline.ts';
import { Declined } from '../declined.ts';
import type { Channels } from '../delivery/channels.ts';
import type { People } from '../people.ts';
import type { Windows } from '../windows.ts';
import type { Words } from '../words/words.ts';
import type { Workplace } from '../workplace.ts';

/** What listeners have to work with; made once, in the composition root. */
export type Bot = {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly windows: Windows;
  readonly people: People;
  readonly chat: Chat;
  readonly workplace: Workplace;
  readonly channels: Channels;
  readonly words: Words;
  readonly playbooks: readonly Playbook[];
  /** Text in, verdict out; pure. */
  readonly detect: (message: { readonly text: string }) => { readonly verdict: 'panic' | 'worry' | 'none' };
  readonly log: Logger;
};

/** A commit that is not through by then is answered "not saved, try again"; Slack itself gives up after three seconds. */
const usualCommitMs = 1_800;
/** Between a commit that did not come through and the answer that says so. */
const tellingMs = 200;

/** Begins nothing for somebody who has been told "not saved", and ends before they would be. Throws `TooSlow`. */
export const commitWithinMs = (): number => {
  const left = timeLeftMs();
  return Number.isFinite(left) ? Math.max(1, left - tellingMs) : usualCommitMs;
};

/** Carries out a command for a person; what the domain rejects is said to them where they are. */
export async function actFor(
  bot: Bot,
  request: Omit<ActRequest, 'actor'> & { readonly actor: PersonStanding },
): Promise<Incident> {
  const acted: Acted = await act(bot, request, commitWithinMs());
  if (acted.kind === 'done') return acted.incident;
  if (acted.kind === 'rejected') throw new Declined(bot.words.failures.rejection(acted.code));
  throw new Declined(bot.words.failures.noSuchIncident);
}

/** Opens an incident for a person of this workspace; others are told whom to ask. */
export async function openFor(bot: Bot, request: OpenRequest): Promise<Opened> {
  if (!mayOpen(request.engineer)) throw new Declined(bot.words.failures.guest);
  return openIncident(bot, request, commitWithinMs());
}

/** An incident as this person may see it. Refuses people who have no part in it. */
export async function readAs(
  bot: Bot,
  who: PersonStanding,
  team: string,
  incidentId: string,
): Promise<Reading> {
  const incident = await bot.store.incident(team, incidentId);
  if (incident === null) throw new Declined(bot.words.failures.noSuchIncident);
  const role = roleOf(incident, who);
  if (!allowed(role, 'see')) throw new Declined(bot.words.failures.rejection('not_allowed'));
  return readingOf(bot, incident, who.user);
}

/** The same for somebody to whom the summary went: with the words that are for a manager, and no others. */
export async function readAsManager(
  bot: Bot,
  who: PersonStanding,
  team: string,
  incidentId: string,
): Promise<Reading> {
  const incident = await bot.store.incident(team, incidentId);
  if (incident === null) throw new Declined(bot.words.failures.noSuchIncident);
  if (!may(incident, who, 'read_summary')) throw new Declined(bot.words.failures.rejection('not_allowed'));
  const manners = await mannersOf(bot, team, who.user);
  return readFor(bot, incident, 'manager', { user: who.user, manners });
}

/** An incident as the engineer, or somebody who helps, reads it. */
export async function readingOf(bot: Bot, incident: Incident, user: string): Promise<Reading> {
  const role = incident.engineer === user ? 'engineer' : 'helper';
  const manners = await mannersOf(bot, incident.team, user);
  const reading = await readFor(bot, incident, role, { user, manners });
  const drafts = await bot.store.drafts({ team: incident.team, incident: incident.id, user });
  return { ...reading, drafts };
}

async function mannersOf(bot: Bot, team: string, user: string): Promise<Manners | null> {
  const facts = await bot.people.facts(team, user);
  return facts === null ? null : { locale: facts.locale ?? 'en-US', zone: facts.zone };
}
