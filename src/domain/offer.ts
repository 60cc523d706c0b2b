import type { ChannelId, IncidentId, Instant, MessageTs, OfferId, TeamId, UserId } from './identifiers.ts';

/** What made Oops ask somebody, privately, whether they want help. */
export const offerReasons = [
  /** An unclear message in a channel that Oops reads along. */
  'worry',
  /** A clear one, where Oops was told to ask first. */
  'ask_first',
  /** A clear one, where somebody else has just written about the same. */
  'burst',
  /** A colleague pointed at the message. Who, is not kept. */
  'pointed_at',
  /** They mentioned Oops. */
  'mention',
  /** They wrote to Oops directly. */
  'wrote',
  /** They wrote a word of thanks, or the like, to Oops directly. */
  'small_talk',
  /** They wrote to Oops directly, as somebody who was asked to help, or as a manager. */
  'helper_wrote',
  'manager_wrote',
  /** They wrote to Oops directly for somebody whom they are with, and there is more than one of them. */
  'relay_unclear',
] as const;
export type OfferReason = (typeof offerReasons)[number];

export const offerStates = ['open', 'accepted', 'declined', 'withdrawn'] as const;
export type OfferState = (typeof offerStates)[number];

/** Oops asks one person privately, because of one message, whether they want help. It wakes nobody. */
export type Offer = {
  readonly team: TeamId;
  readonly id: OfferId;
  readonly user: UserId;
  readonly why: OfferReason;
  readonly state: OfferState;
  /** The message that made Oops ask; what it says is not kept. */
  readonly channel: ChannelId;
  readonly ts: MessageTs;
  /** What it led to; in a burst, until then, the incident that somebody else's message led to. */
  readonly incident: IncidentId | null;
  readonly createdAt: Instant;
};

/** Where the person wrote to Oops alone: there is nothing to link to. */
export function wroteDirectly({ why }: Pick<Offer, 'why'>): boolean {
  return why === 'wrote' || why === 'small_talk' || why === 'helper_wrote' || why === 'manager_wrote';
}

/** These are asked because Oops noticed something by itself: too many of them would be a burden of their own. */
const unbidden: readonly OfferReason[] = ['worry', 'ask_first', 'burst'];

const quietFor = 10 * 60_000;
const thankedFor = 60 * 60_000;

/**
 * Whether somebody who was asked not long ago (`recent`, in no order) is asked again. Who writes to Oops, mentions it or
 * is pointed at is always answered; what Oops only noticed waits while another question stands open, and an unclear
 * message also after an answer. Thanks are answered once an hour.
 */
export function mayOffer(why: OfferReason, recent: readonly Offer[], now: Instant): boolean {
  const within = (span: number) =>
    recent.filter((offer) => now - offer.createdAt < span && offer.state !== 'withdrawn');
  if (why === 'small_talk') return !within(thankedFor).some((offer) => offer.why === 'small_talk');
  if (!unbidden.includes(why)) return true;
  const others = within(quietFor).filter((offer) => unbidden.includes(offer.why));
  return !others.some((offer) => offer.state === 'open' || why === 'worry');
}

/** How long ago an offer may be and still count in {@link mayOffer}. */
export const recentOffers = thankedFor;

/** Newer words of the same kind take the place of an open question in the direct message: one stands there at a time. */
export function isReplacedBy(offer: Offer, newer: OfferReason): boolean {
  return offer.state === 'open' && wroteDirectly(offer) && wroteDirectly({ why: newer });
}

/** *Get me a person*. It counts also after *It's nothing*: asking is always right. */
export function acceptOffer(offer: Offer, incident: IncidentId): Offer {
  return offer.state === 'accepted' ? offer : { ...offer, state: 'accepted', incident };
}

/** *It's nothing*. What was accepted stays so. */
export function declineOffer(offer: Offer): Offer {
  return offer.state === 'open' ? { ...offer, state: 'declined' } : offer;
}

/** The message that made Oops ask says something else now, or newer words have a question of their own. */
export function withdrawOffer(offer: Offer): Offer {
  return offer.state === 'open' ? { ...offer, state: 'withdrawn' } : offer;
}
