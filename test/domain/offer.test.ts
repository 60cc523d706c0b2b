import { describe, expect, it } from '@jest/globals';
import {
  acceptOffer,
  declineOffer,
  isReplacedBy,
  mayOffer,
  type Offer,
  type OfferReason,
  withdrawOffer,
} from '../../src/domain/offer.ts';
import { evening, minutes } from './support/story.ts';

const made = (why: OfferReason, change: Partial<Offer> = {}): Offer => ({
  ...{ team: 'T1', id: 'o1', user: 'U_ALEX', why, state: 'open', channel: 'C1', ts: '1.1' },
  ...{ incident: null, createdAt: evening },
  ...change,
});

describe('whether somebody is asked again', () => {
  const soon = evening + minutes(2);
  const later = evening + minutes(11);

  it('waits while an open question about something noticed stands there', () => {
    for (const why of ['worry', 'ask_first', 'burst'] as const) {
      expect(mayOffer(why, [made('worry')], soon)).toBe(false);
      expect(mayOffer(why, [made('worry')], later)).toBe(true);
    }
  });

  it('leaves somebody alone for ten minutes who said that it is nothing, unless they cry out', () => {
    const declined = [made('worry', { state: 'declined' })];
    expect(mayOffer('worry', declined, soon)).toBe(false);
    expect(mayOffer('ask_first', declined, soon)).toBe(true);
  });

  it('does not count a question that was taken back', () => {
    expect(mayOffer('worry', [made('worry', { state: 'withdrawn' })], soon)).toBe(true);
  });

  it('always answers who writes to Oops, mentions it, or is pointed at', () => {
    for (const why of ['wrote', 'mention', 'pointed_at', 'helper_wrote'] as const) {
      expect(mayOffer(why, [made('worry'), made(why)], soon)).toBe(true);
    }
  });

  it('answers thanks once an hour', () => {
    expect(mayOffer('small_talk', [made('small_talk')], evening + minutes(59))).toBe(false);
    expect(mayOffer('small_talk', [made('small_talk')], evening + minutes(60))).toBe(true);
  });
});

describe('an answer to an offer', () => {
  it('counts once: who asked for a person has asked', () => {
    const accepted = acceptOffer(made('worry'), 'i1');
    expect(accepted).toMatchObject({ state: 'accepted', incident: 'i1' });
    expect(acceptOffer(accepted, 'i2')).toBe(accepted);
    expect(declineOffer(accepted)).toBe(accepted);
    expect(withdrawOffer(accepted)).toBe(accepted);
  });

  it('may still be yes after it was no, or after the question was taken back', () => {
    expect(acceptOffer(declineOffer(made('worry')), 'i1').state).toBe('accepted');
    expect(acceptOffer(withdrawOffer(made('worry')), 'i1').state).toBe('accepted');
  });
});

it('keeps one question at a time in the direct message', () => {
  expect(isReplacedBy(made('wrote'), 'wrote')).toBe(true);
  expect(isReplacedBy(made('wrote', { state: 'accepted' }), 'wrote')).toBe(false);
  expect(isReplacedBy(made('worry'), 'wrote')).toBe(false);
  expect(isReplacedBy(made('wrote'), 'mention')).toBe(false);
});
