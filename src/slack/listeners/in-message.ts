import type { IncidentCommand } from '../../domain/commands.ts';
import type { Incident } from '../../domain/incident.ts';
import type { Click } from '../payloads.ts';
import { UnreadablePayload } from '../payloads.ts';
import { standingOf } from '../people.ts';
import { type Reference, referenceSchema } from '../references.ts';
import { actFor, type Bot } from './bot.ts';

/** What a button carries: ids, checked, since messages stay for years and outlive releases. */
export function referenceOf(click: Click): Reference {
  const reference = referenceSchema.safeParse(carriedBy(click));
  if (!reference.success) throw new UnreadablePayload(reference.error);
  return reference.data;
}

/** Not checked yet; null when it is not ours, or from an older release. */
export function carriedBy({ action }: Click): unknown {
  try {
    return JSON.parse(String(action.value));
  } catch {
    return null;
  }
}

/** Carries out what a button in a message stands for. A second click finds nothing left to do. */
export async function actOnClick(
  bot: Bot,
  click: Click,
  { team, correlationId: correlation }: { readonly team: string; readonly correlationId: string },
  command: IncidentCommand,
  incident: string = referenceOf(click).incident,
): Promise<Incident> {
  const actor = await standingOf(bot.people, team, click.user);
  return actFor(bot, { team, incident, actor, correlation, key: null, command: () => command });
}
