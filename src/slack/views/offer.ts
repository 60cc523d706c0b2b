import type { OfferReading, RenderedMessage } from '../../app/ports.ts';
import { type OfferReason, wroteDirectly } from '../../domain/offer.ts';
import { actions, button, context, section } from '../blocks.ts';
import { actionIds } from '../ids.ts';
import { referAddressee, referOffer } from '../references.ts';
import type { Words } from '../words/words.ts';
import { mention } from './parts.ts';

/** Answers, with help at hand for whoever writes: there is nothing to say no to. */
const answering: readonly OfferReason[] = ['small_talk', 'helper_wrote', 'manager_wrote'];

/**
 * The direct message that asks somebody whether they want help. It says why, never what they wrote, since a lock screen
 * may show it. Answered, it is one line; null when newer words have a question of their own below.
 */
export function offerMessage(reading: OfferReading, words: Words): RenderedMessage | null {
  const { offer, link, firstLink } = reading;
  if (offer.why === 'relay_unclear') return whoShouldRead(reading, words);
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

/** As many as fit well into one message; the newest come first. */
const mostTalks = 10;

/** It is not certain whom words are for: each incident they may be for has a button, and so has nobody. */
function whoShouldRead({ offer, link, firstLink, among }: OfferReading, words: Words): RenderedMessage {
  const { preview, question, talkIs, talkIsOwn, passItOn, passItOnToNobody } = words.offers;
  const { passedOn, passedOnToNobody, withdrawn, noTalkLeft } = words.offers;
  const { id, user, state } = offer;
  if (state !== 'open') {
    const become = { accepted: passedOn, declined: passedOnToNobody, withdrawn };
    return { text: preview, blocks: [context([become[state]])] };
  }
  if (among.length === 0) return { text: preview, blocks: [context([noTalkLeft])] };
  const talks = among.slice(0, mostTalks).map(({ id: incident, number, engineer }) => {
    const name = words.common.incidentName(number);
    const accessory = button(actionIds.passOnTo, passItOn, {
      value: referAddressee({ offer: id, incident }),
    });
    return section(engineer === user ? talkIsOwn(name) : talkIs(name, mention(engineer)), { accessory });
  });
  const nobody = button(actionIds.offerNo, passItOnToNobody, { value: referOffer({ offer: id }) });
  return {
    text: preview,
    blocks: [section(question(offer.why, link, firstLink)), ...talks, actions([nobody])],
  };
}
