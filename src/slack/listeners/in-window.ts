import { createHash } from 'node:crypto';
import type { Say } from '../../app/act.ts';
import type { IncidentCommand } from '../../domain/commands.ts';
import type { Incident } from '../../domain/incident.ts';
import type { PersonStanding } from '../../domain/permissions.ts';
import { draftField } from '../draft-field.ts';
import type { Click, OpenView } from '../payloads.ts';
import { UnreadablePayload } from '../payloads.ts';
import { standingOf } from '../people.ts';
import { UnknownControl } from '../problem.ts';
import { type ViewReference, viewReferenceSchema } from '../references.ts';
import { actFor, type Bot } from './bot.ts';
import { type Form, readForm } from './form.ts';

/** A form or a click in a window: which incident, who, and what stands in the fields. */
export type InWindow = {
  readonly team: string;
  readonly who: PersonStanding;
  readonly view: OpenView;
  readonly about: ViewReference;
  readonly form: Form;
  readonly correlation: string;
};

type From = { readonly team: string; readonly correlationId: string };

/** Reads it; what a window carries was written by us, perhaps by an older release, and is checked all the same. */
export async function inWindow(bot: Bot, user: string, view: OpenView, from: From): Promise<InWindow> {
  const about = viewReferenceSchema.safeParse(parsed(view.privateMetadata));
  if (!about.success) throw new UnreadablePayload(about.error);
  const who = await standingOf(bot.people, from.team, user);
  return {
    team: from.team,
    who,
    view,
    about: about.data,
    form: readForm(view),
    correlation: from.correlationId,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The window that was clicked in. A click elsewhere with the same action id is not understood. */
export function windowOf({ place }: Click): OpenView {
  if (place.in === 'message') throw new UnknownControl('click_in_message');
  return place.view;
}

/**
 * A submission counts once, however often it is delivered: a view has a new hash after each change of ours. What stands in
 * the fields is part of it, since a form that was saved but not answered may be edited and sent again; only as a digest,
 * because the key is kept longer than the words.
 */
export function submissionKey({ id, hash, values }: Pick<OpenView, 'id' | 'hash' | 'values'>): string {
  const digest = createHash('sha256').update(JSON.stringify(values)).digest('base64url');
  return `view:${id}:${hash ?? ''}:${digest}`;
}

/** Carries out a command from a window, once per submission. `more`: other drafts of this window that are done with. */
export function submit(
  bot: Bot,
  { team, who, view, about, form, correlation }: InWindow,
  command: (keep: Say) => IncidentCommand,
  more: readonly string[] = [],
): Promise<Incident> {
  const sent = [...form.fields(), ...more].map((field) => draftField(view.callbackId, field));
  const request = { team, incident: about.incident, actor: who, correlation, sent };
  return actFor(bot, { ...request, key: submissionKey(view), command });
}

/** Carries out a command of a click in a window; the domain sees when nothing is left to do. */
export function clicked(bot: Bot, at: InWindow, command: IncidentCommand): Promise<Incident> {
  const { team, who, about, correlation } = at;
  const request = { team, incident: about.incident, actor: who, correlation, key: null };
  return actFor(bot, { ...request, command: () => command });
}
