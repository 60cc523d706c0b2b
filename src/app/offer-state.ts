import type { IncidentId, TeamId, UserId } from '../domain/identifiers.ts';
import { acceptOffer, type Offer, recentOffers } from '../domain/offer.ts';
import type { Clock, Transaction } from './ports.ts';

type Deps = { readonly clock: Clock };

/** Keeps what became of an offer and has its message drawn anew; nothing when nothing became of it. */
export async function changeOffer(
  tx: Transaction,
  { clock }: Deps,
  before: Offer,
  offer: Offer,
): Promise<void> {
  if (offer === before) return;
  const { team, id } = offer;
  await tx.saveOffer(offer);
  const conversations = await tx.refreshOffer(team, id);
  await tx.addJobs(
    conversations.map((conversation) => ({ task: 'deliver', team, conversation, at: clock.now() })),
  );
}

/** Somebody has asked for help, whichever way: what Oops had just asked them is answered by that. */
export async function answerOffers(
  tx: Transaction,
  deps: Deps,
  { team, user, incident }: { readonly team: TeamId; readonly user: UserId; readonly incident: IncidentId },
): Promise<void> {
  for (const offer of await tx.offersTo(team, user, deps.clock.now() - recentOffers)) {
    const isAnswered = offer.state === 'open' && offer.why !== 'relay_unclear';
    if (isAnswered) await changeOffer(tx, deps, offer, acceptOffer(offer, incident));
  }
}
