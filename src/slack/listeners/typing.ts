import { keepTyping } from '../../app/drafts.ts';
import { allowed, roleOf } from '../../domain/permissions.ts';
import { draftField } from '../draft-field.ts';
import type { QuietHandler } from '../listen.ts';
import type { Click } from '../payloads.ts';
import type { Bot } from './bot.ts';
import { type InWindow, inWindow, windowOf } from './in-window.ts';

/** Somebody paused while typing: what stands in the field is kept, so that a closed window loses nothing. */
export const onTyping =
  (bot: Bot): QuietHandler<Click> =>
  async (click, heard) => {
    const at = await inWindow(bot, click.user, windowOf(click), heard);
    const incident = await bot.store.incident(at.team, at.about.incident);
    if (incident === null || !allowed(roleOf(incident, at.who), 'see')) return;
    await keepFields(bot, at, [click.action.id]);
  };

/** Keeps something that was chosen with a button; nothing is forgotten. */
export async function keepField(
  bot: Bot,
  { team, who, view, about }: InWindow,
  actionId: string,
  value: string,
): Promise<void> {
  const fields = new Map([[draftField(view.callbackId, actionId), value]]);
  await keepTyping(bot, { team, incident: about.incident, user: who.user }, fields);
}

/** Keeps what stands in these fields of a window, for when the person comes back. */
export async function keepFields(
  bot: Bot,
  { team, who, view, about, form }: InWindow,
  actionIds: readonly string[],
): Promise<void> {
  const fields = new Map(actionIds.map((id) => [draftField(view.callbackId, id), form.choice(id) ?? '']));
  const kept = await keepTyping(bot, { team, incident: about.incident, user: who.user }, fields);
  if (!kept) bot.log.warn({ incident: about.incident }, 'what was typed could not be kept as a draft');
}
