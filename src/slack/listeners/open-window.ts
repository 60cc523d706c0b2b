import type { ModalView } from '@slack/types';
import { StoreBusy } from '../../app/ports.ts';
import { Declined } from '../declined.ts';
import { noticeWindow, openingWindow, retryWindow } from '../views/windows.ts';
import type { Bot } from './bot.ts';

export type WindowRequest = {
  readonly triggerId: string;
  /** What the person wrote to get here: given back to them when it could not be saved. */
  readonly typed?: string | null;
  /** What they read when the window does not open; by default that they can press again. */
  readonly unopened?: string;
};

/**
 * Opens a window before anything slow is done (a trigger lives three seconds) and fills it with what `make` gives. When
 * `make` fails the window says so, since the person is looking there, and what they typed is given back to them. When
 * the window did not open, they are told elsewhere.
 */
export async function openWindow(
  bot: Bot,
  { triggerId, typed = null, unopened = bot.words.failures.windowDidNotOpen }: WindowRequest,
  make: () => Promise<ModalView>,
): Promise<void> {
  const [opened, made] = await Promise.allSettled([
    bot.windows.open(triggerId, openingWindow(bot.words)),
    make(),
  ]);
  if (opened.status === 'rejected') throw opened.reason;
  const outcome = opened.value;
  if (!outcome.ok) {
    if (made.status === 'rejected') throw made.reason;
    throw new Declined(unopened);
  }
  const view = made.status === 'fulfilled' ? made.value : viewOfFailure(bot, made.reason, typed);
  await redraw(bot, outcome.value.viewId, view, unopened);
  if (made.status === 'rejected' && !(made.reason instanceof Declined)) throw made.reason;
}

function viewOfFailure(bot: Bot, reason: unknown, typed: string | null): ModalView {
  if (reason instanceof Declined) return noticeWindow(reason.sentence, bot.words);
  if (reason instanceof StoreBusy || typed !== null) return retryWindow(typed ?? '', bot.words);
  return noticeWindow(bot.words.failures.notSaved, bot.words);
}

/** A window on top of the one that was clicked in. Refuses with a sentence when it does not open. */
export async function pushWindow(bot: Bot, triggerId: string, view: ModalView): Promise<void> {
  const pushed = await bot.windows.push(triggerId, view);
  if (!pushed.ok) throw new Declined(bot.words.failures.windowDidNotOpen);
}

/**
 * Draws an open window anew; tried twice, since drawing it twice is drawing it once. One that was closed meanwhile
 * needs nothing. Refuses with a sentence when the window still shows what was before.
 */
export async function redraw(
  bot: Bot,
  viewId: string,
  view: ModalView,
  otherwise: string = bot.words.failures.notRedrawn,
): Promise<void> {
  let drawn = await bot.windows.update(viewId, view);
  if (!drawn.ok && (drawn.failure.kind === 'unsure' || drawn.failure.kind === 'temporary')) {
    drawn = await bot.windows.update(viewId, view);
  }
  if (drawn.ok || (drawn.failure.kind === 'refused' && drawn.failure.code === 'not_found')) return;
  throw new Declined(otherwise);
}
