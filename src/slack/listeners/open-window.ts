import type { ModalView } from '@slack/types';
import { StoreBusy } from '../../app/ports.ts';
import { Declined } from '../declined.ts';
import type { OpenView } from '../payloads.ts';
import { noticeWindow, openingWindow, retryWindow } from '../views/windows.ts';
import type { Bot } from './bot.ts';

export type WindowRequest = {
  readonly triggerId: string;
  /** What the person wrote to get here: given back to them when it could not be saved. */
  readonly typed?: string | null;
  /** What they read when the window does not open; by default that they can press again. */
  readonly unopened?: string;
  /** Done then, before they are told. */
  readonly ifUnopened?: () => Promise<void>;
};

/**
 * Opens a window before anything slow is done (a trigger lives three seconds) and fills it with what `make` gives. When
 * `make` fails the window says so, since the person is looking there, and what they typed is given back to them. When
 * the window did not open, they are told elsewhere.
 */
export async function openWindow(
  bot: Bot,
  { triggerId, typed = null, unopened = bot.words.failures.windowDidNotOpen, ifUnopened }: WindowRequest,
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
    await ifUnopened?.();
    throw new Declined(unopened);
  }
  const view = made.status === 'fulfilled' ? made.value : viewOfFailure(bot, made.reason, typed);
  await redraw(bot, outcome.value.viewId, view, unopened);
  if (made.status === 'fulfilled' || made.reason instanceof Declined) return;
  // The window says so itself, and has what was typed: a second answer elsewhere would only confuse.
  if (made.reason instanceof StoreBusy) bot.log.warn({ code: made.reason.code }, 'not saved in time; told');
  else throw made.reason;
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

/** A window to draw: as it was seen, in a click or form, or one of our own by its id. */
export type Drawn = string | Pick<OpenView, 'id' | 'hash' | 'drawing'>;

/** Closed meanwhile, or changed since it was seen: the person has moved on, and a late answer must not pull them back. */
const movedOn = new Set(['not_found', 'hash_conflict']);

/** By the name of its drawing it is found also when it was told some news since; otherwise as it was seen, or by its id. */
function drawOver(windows: Bot['windows'], window: Drawn, view: ModalView) {
  if (typeof window === 'string') return windows.update(window, view);
  if (window.drawing !== null) return windows.repaint(window.drawing, view, 'person');
  return windows.update(window.id, view, window.hash ?? undefined);
}

/**
 * Draws an open window anew; tried twice, since drawing it twice is drawing it once. One that was closed meanwhile, or
 * that shows something newer than what was seen, needs nothing. Refuses with a sentence when it still shows what was
 * before.
 */
export async function redraw(
  bot: Pick<Bot, 'windows' | 'words'>,
  window: Drawn,
  view: ModalView,
  otherwise: string = bot.words.failures.notRedrawn,
): Promise<void> {
  const draw = () => drawOver(bot.windows, window, view);
  let drawn = await draw();
  if (!drawn.ok && (drawn.failure.kind === 'unsure' || drawn.failure.kind === 'temporary')) {
    drawn = await draw();
  }
  if (drawn.ok || (drawn.failure.kind === 'refused' && movedOn.has(drawn.failure.code))) return;
  throw new Declined(otherwise);
}
