import type { ModalView } from '@slack/types';
import { StoreBusy } from '../../app/ports.ts';
import { Declined } from '../declined.ts';
import { noticeWindow, openingWindow, retryWindow } from '../views/windows.ts';
import type { Bot } from './bot.ts';

/**
 * Opens a window before anything slow is done (a trigger lives three seconds) and fills it with what `make` gives. When
 * `make` fails the window says so, since the person is looking there, and `typed` is given back to them. When the window
 * did not open, they are told elsewhere.
 */
export async function openWindow(
  bot: Bot,
  triggerId: string,
  make: () => Promise<ModalView>,
  typed: string | null = null,
): Promise<void> {
  const [opened, made] = await Promise.allSettled([
    bot.windows.open(triggerId, openingWindow(bot.words)),
    make(),
  ]);
  if (opened.status === 'rejected') throw opened.reason;
  const outcome = opened.value;
  if (!outcome.ok) {
    if (made.status === 'rejected') throw made.reason;
    throw new Declined(bot.words.failures.screenDidNotOpen);
  }
  const view = made.status === 'fulfilled' ? made.value : viewOfFailure(bot, made.reason, typed);
  await bot.windows.update(outcome.value.viewId, view);
  if (made.status === 'rejected' && !(made.reason instanceof Declined)) throw made.reason;
}

function viewOfFailure(bot: Bot, reason: unknown, typed: string | null): ModalView {
  if (reason instanceof Declined) return noticeWindow(reason.sentence, bot.words);
  if (reason instanceof StoreBusy || typed !== null) return retryWindow(typed ?? '', bot.words);
  return noticeWindow(bot.words.failures.notSaved, bot.words);
}
