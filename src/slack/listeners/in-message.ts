import type { IncidentCommand } from '../../domain/commands.ts';
import type { Incident } from '../../domain/incident.ts';
import type { Click } from '../payloads.ts';
import { UnreadablePayload } from '../payloads.ts';
import { standingOf } from '../people.ts';
import { type Reference, referenceSchema } from '../references.ts';
import { actFor, type Bot } from './bot.ts';

/** What a button carries: ids, checked, since messages stay for years and outlive releases. */
export function referenceOf({ action }: Click): Reference {
  let carried: unknown = null;
  try {
    carried = JSON.parse(String(action.value));
  } catch {
    // Not ours, or from an older release: told below like anything else that cannot be read.
  }
  const reference = referenceSchema.safeParse(carried);
  if (!reference.success) throw new UnreadablePayload(reference.error);
  return reference.data;
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
