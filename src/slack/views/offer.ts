import type { OfferReading, RenderedMessage } from '../../app/ports.ts';
import { type OfferReason, wroteDirectly } from '../../domain/offer.ts';
import { actions, button, context, section } from '../blocks.ts';
import { actionIds } from '../ids.ts';
import { referOffer } from '../references.ts';
import type { Words } from '../words/words.ts';

/** Answers, with help at hand for whoever writes: there is nothing to say no to. */
const answering: readonly OfferReason[] = ['small_talk', 'helper_wrote', 'manager_wrote'];

/**
 * The direct message that asks somebody whether they want help. It says why, never what they wrote, since a lock screen
 * may show it. Answered, it is one line; null when newer words have a question of their own below.
 */
export function offerMessage({ offer, link, firstLink }: OfferReading, words: Words): RenderedMessage | null {
  const { why, state } = offer;
  const isAnswer = answering.includes(why);
  const text = isAnswer ? words.offers.previewAnswer : words.offers.preview;
  if (state === 'withdrawn' && wroteDirectly(offer)) return null;
  if (state !== 'open') return { text, blocks: [context([words.offers[state]])] };
  const value = referOffer({ offer: offer.id });
  const { getPerson, itsNothing } = words.offers;
  const yes = button(actionIds.offerYes, getPerson, isAnswer ? { value } : { value, style: 'primary' });
  const buttons = isAnswer ? [yes] : [yes, button(actionIds.offerNo, itsNothing, { value })];
  return { text, blocks: [section(words.offers.question(why, link, firstLink)), actions(buttons)] };
}
