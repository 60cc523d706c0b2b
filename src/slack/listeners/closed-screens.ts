import { act } from '../../app/act.ts';
import type { Opened } from '../../app/open-incident.ts';
import type { QuietHandler } from '../listen.ts';
import type { ViewClosed } from '../payloads.ts';
import { standingOf } from '../people.ts';
import type { ViewReference } from '../references.ts';
import { type Bot, commitWithinMs } from './bot.ts';
import { inWindow } from './in-window.ts';

/** The first screen was closed: when nothing was asked on it, Oops writes that it is here. */
export const onFirstScreenClosed =
  (bot: Bot): QuietHandler<ViewClosed> =>
  async ({ user, view }, heard) => {
    const { team, who, about, correlation } = await inWindow(bot, user, view, heard);
    await leave(bot, team, about.incident, who, correlation);
    await forget(bot, team, about, user, view.drawing);
  };

/** Another screen was closed: it is told no news any more. */
export const onScreenClosed =
  (bot: Bot): QuietHandler<ViewClosed> =>
  async ({ user, view }, heard) => {
    const { team, about } = await inWindow(bot, user, view, heard);
    await forget(bot, team, about, user, view.drawing);
  };

async function forget(
  bot: Bot,
  team: string,
  { incident, screen }: ViewReference,
  user: string,
  drawing: string | null,
): Promise<void> {
  if (screen === undefined || drawing === null) return;
  await bot.store.forgetScreen(team, incident, { user, screen, drawing });
}

/** The window never opened: what it would have said comes by direct message now, and not in a minute. */
export async function writeInstead(bot: Bot, opening: Promise<Opened>, correlation: string): Promise<void> {
  const { incident } = await opening;
  const { team, id, engineer } = incident;
  await leave(bot, team, id, await standingOf(bot.people, team, engineer), correlation);
}

/** Nobody looks at a window any more: what is rejected needs no answer. */
async function leave(
  bot: Bot,
  team: string,
  incident: string,
  actor: Awaited<ReturnType<typeof standingOf>>,
  correlation: string,
): Promise<void> {
  const command = () => ({ type: 'leave_first_screen' }) as const;
  await act(bot, { team, incident, actor, key: null, correlation, command }, commitWithinMs());
}
