import type { RenderedMessage } from '../../../../src/app/ports.ts';
import type { Offer, OfferReason } from '../../../../src/domain/offer.ts';
import { createRenderer } from '../../../../src/slack/views/renderer.ts';

export const links = { message: 'https://acme.slack.com/p1', first: 'https://acme.slack.com/p2' } as const;

/** An offer of help as the person reads it who was asked. */
export function offerShown(why: OfferReason, change: Partial<Offer> = {}): RenderedMessage | null {
  const offer: Offer = {
    ...{ team: 'T1', id: '3f0c1f6e-8f5b-4e0c-9a59-0d0c7a1b2c3d', user: 'U_ALEX', why, state: 'open' },
    ...{ channel: 'C1', ts: '1.1', incident: null, createdAt: 0 },
    ...change,
  };
  const among = [
    { id: 'i1', number: 1, engineer: 'U_ALEX' },
    { id: 'i2', number: 2, engineer: 'U_KIM' },
  ];
  const reading = {
    ...{ offer, link: links.message, firstLink: links.first, among },
    ...{ locale: 'en-GB', zone: null },
  };
  return createRenderer().renderOffer(reading);
}
