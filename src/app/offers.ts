import type { ChannelId, IncidentId, MessageTs, OfferId, TeamId, UserId } from '../domain/identifiers.ts';
import {
  acceptOffer,
  declineOffer,
  isReplacedBy,
  mayOffer,
  type OfferReason,
  recentOffers,
  withdrawOffer,
} from '../domain/offer.ts';
import type { PersonStanding } from '../domain/permissions.ts';
import { jobsLast } from './jobs-last.ts';
import { changeOffer } from './offer-state.ts';
import { type Opened, openWithin } from './open-incident.ts';
import type { Clock, Ids, Store, Transaction } from './ports.ts';

type Deps = { readonly clock: Clock; readonly ids: Ids };
type StoreDeps = Deps & { readonly store: Store };

export type OfferRequest = {
  readonly team: TeamId;
  readonly user: UserId;
  readonly why: OfferReason;
  /** The message because of which Oops asks. Its words are not kept. */
  readonly channel: ChannelId;
  readonly ts: MessageTs;
  /** In a burst: the incident that somebody else's message led to. */
  readonly first?: IncidentId;
  readonly correlation: string;
};

/** held_back: they were asked a moment ago, or have help already; nothing was written to them. */
export type Offered = 'offered' | 'offered_before' | 'held_back';

/** Asks somebody privately whether they want help: one direct message, once per message of theirs. Wakes nobody. */
export function makeOffer(deps: StoreDeps, request: OfferRequest, deadlineMs?: number): Promise<Offered> {
  return deps.store.transact(
    (tx) =>
      jobsLast(tx, async (collecting) => {
        await collecting.lockTeam(request.team);
        return offerWithin(collecting, deps, request);
      }),
    deadlineMs,
  );
}

/** The same within a transaction that holds the team's lock. */
export async function offerWithin(tx: Transaction, deps: Deps, request: OfferRequest): Promise<Offered> {
  const { team, user, why, channel, ts, correlation } = request;
  if ((await tx.offerAbout(team, channel, ts, user)) !== null) return 'offered_before';
  // Under that message Oops has asked already.
  if ((await tx.incidentUnder(team, channel, ts)) !== null) return 'held_back';
  const now = deps.clock.now();
  const recent = await tx.offersTo(team, user, now - recentOffers);
  if (!mayOffer(why, recent, now)) return 'held_back';
  for (const older of recent) {
    if (isReplacedBy(older, why)) await changeOffer(tx, deps, older, withdrawOffer(older));
  }
  const id = deps.ids.next();
  const incident = request.first ?? null;
  await tx.saveOffer({ team, id, user, why, state: 'open', channel, ts, incident, createdAt: now });
  const conversation = { kind: 'user', user } as const;
  await tx.addMessage({
    ...{ id: deps.ids.next(), team, key: `offer:${id}`, conversation, threadTs: null, correlation },
    ...{ about: 'offer', offer: id, body: { kind: 'offer' } },
  });
  await tx.addJobs([{ task: 'deliver', team, conversation, at: now }]);
  return 'offered';
}

export type AcceptRequest = {
  readonly team: TeamId;
  readonly offer: OfferId;
  /** Only the person who was asked may answer. */
  readonly engineer: PersonStanding;
  /** What they had written, read from Slack just now; null where it cannot be read. */
  readonly text: string | null;
  readonly correlation: string;
};

/**
 * *Get me a person*: the incident opens privately and a person is asked, in one transaction with the answer. A second
 * press gives the same incident. Null when it is not theirs to answer, or not there any more.
 */
export function acceptOfferFor(
  deps: StoreDeps,
  request: AcceptRequest,
  deadlineMs?: number,
): Promise<Opened | null> {
  const { team, engineer, text, correlation } = request;
  return deps.store.transact(
    (tx) =>
      jobsLast(tx, async (collecting) => {
        await collecting.lockTeam(team);
        const offer = await collecting.offer(team, request.offer);
        if (offer === null || offer.user !== engineer.user) return null;
        const beside = offer.why === 'burst' && offer.state !== 'accepted' ? offer.incident : null;
        const opened = await openWithin(collecting, deps, {
          ...{ team, engineer, place: { kind: 'dm' }, correlation, key: `offer:${offer.id}` },
          ...{ text, audience: 'helpers', helpWanted: true, evenIfOpen: false },
          origin: { kind: 'offer', channel: offer.channel, ts: offer.ts, beside },
        });
        await changeOffer(collecting, deps, offer, acceptOffer(offer, opened.incident.id));
        return opened;
      }),
    deadlineMs,
  );
}

/** *It's nothing*: the question becomes one kind line. False when it is not theirs to answer. */
export function declineOfferFor(
  deps: StoreDeps,
  { team, offer: id, user }: { readonly team: TeamId; readonly offer: OfferId; readonly user: UserId },
  deadlineMs?: number,
): Promise<boolean> {
  return deps.store.transact(async (tx) => {
    const offer = await tx.offer(team, id);
    if (offer === null || offer.user !== user) return false;
    await changeOffer(tx, deps, offer, declineOffer(offer));
    return true;
  }, deadlineMs);
}

/** The message says something else now: an open question about it is taken back. */
export async function withdrawWithin(
  tx: Transaction,
  deps: Deps,
  message: {
    readonly team: TeamId;
    readonly channel: ChannelId;
    readonly ts: MessageTs;
    readonly user: UserId;
  },
): Promise<void> {
  const id = await tx.offerAbout(message.team, message.channel, message.ts, message.user);
  const offer = id === null ? null : await tx.offer(message.team, id);
  if (offer !== null) await changeOffer(tx, deps, offer, withdrawOffer(offer));
}
