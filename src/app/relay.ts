import type { ChannelId, IncidentId, MessageTs, OfferId, TeamId, UserId } from '../domain/identifiers.ts';
import { acceptOffer } from '../domain/offer.ts';
import type { PersonStanding } from '../domain/permissions.ts';
import { type Acted, actWithin } from './act.ts';
import { jobsLast } from './jobs-last.ts';
import { changeOffer } from './offer-state.ts';
import type { Clock, Ids, Store } from './ports.ts';

/** Where there is no room, what this person writes to Oops may be for any of these. */
export type Talks = {
  /** Passed on to the others; the newest first. */
  readonly relayed: readonly IncidentId[];
  /** Their own, when it is none of those: what they write is kept there, for their helpers. */
  readonly own: IncidentId | null;
};

export async function talksOf(store: Store, team: TeamId, user: UserId): Promise<Talks> {
  const relayed = await store.relayedWith(team, user);
  const own = relayed.length === 0 ? null : await store.openIncidentOf(team, user);
  return { relayed, own: own === null || relayed.includes(own) ? null : own };
}

/** A message that somebody wrote to Oops, and the one in whose thread it stands. */
export type DirectWords = {
  readonly team: TeamId;
  readonly user: UserId;
  readonly channel: ChannelId;
  readonly ts: MessageTs;
  readonly thread: MessageTs | null;
};

/** not_relayed: nothing is passed on. unclear: nothing may be, before they have said to whom. */
export type Addressee =
  | { readonly kind: 'not_relayed' }
  | { readonly kind: 'incident'; readonly incident: IncidentId }
  | { readonly kind: 'unclear' };

/**
 * To which incident words belong. It is certain in the thread of a message about it, or of one that went there, and where
 * there is only one it can be. Words in the thread of another incident are never taken for this one's.
 */
export async function addresseeOf(store: Store, words: DirectWords): Promise<Addressee> {
  const { team, user, channel, thread } = words;
  const { relayed, own } = await talksOf(store, team, user);
  const [first] = relayed;
  if (first === undefined) return { kind: 'not_relayed' };
  const above = thread === null ? null : await aboutOf(store, team, { channel, ts: thread });
  if (above !== null && above === own) return { kind: 'not_relayed' };
  if (above !== null)
    return relayed.includes(above) ? { kind: 'incident', incident: above } : { kind: 'unclear' };
  return relayed.length === 1 && own === null ? { kind: 'incident', incident: first } : { kind: 'unclear' };
}

async function aboutOf(
  store: Store,
  team: TeamId,
  message: { readonly channel: ChannelId; readonly ts: MessageTs },
): Promise<IncidentId | null> {
  return (await store.incidentShownAt(team, message)) ?? (await wentTo(store, team, message));
}

/** The incident to which this message of theirs was passed on before; null when it was not, or long ago. */
export function wentTo(
  store: Store,
  team: TeamId,
  message: { readonly channel: ChannelId; readonly ts: MessageTs },
): Promise<IncidentId | null> {
  return store.transact((tx) => tx.answered(team, relayKey(message)));
}

/** Each message is passed on once, to one incident. */
export const relayKey = ({ channel, ts }: { readonly channel: ChannelId; readonly ts: MessageTs }): string =>
  `relay:${channel}:${ts}`;

export type ChosenAddressee = {
  readonly team: TeamId;
  readonly offer: OfferId;
  readonly actor: PersonStanding;
  readonly incident: IncidentId;
  /** Of the message that they were asked about. */
  readonly text: string;
  readonly correlation: string;
};

/**
 * They have said to whom it shall go: it goes there, once, and the question becomes one line. Null when it is not theirs
 * to answer. Answered before: nothing changes.
 */
export function passOnTo(
  deps: { readonly store: Store; readonly clock: Clock; readonly ids: Ids },
  { team, offer: id, actor, incident, text, correlation }: ChosenAddressee,
  deadlineMs?: number,
): Promise<Acted | null> {
  return deps.store.transact(
    (open) =>
      jobsLast(open, async (tx) => {
        const offer = await tx.offer(team, id);
        if (offer === null || offer.user !== actor.user || offer.why !== 'relay_unclear') return null;
        const chosen = await tx.incident(team, incident);
        const isOwn = chosen?.engineer === actor.user && !chosen.relayed;
        const acted = await actWithin(tx, deps, {
          ...{ team, incident, actor, key: relayKey(offer), correlation },
          command: (say) =>
            isOwn
              ? { type: 'tell_oops', words: say(text, 'helpers') }
              : { type: 'pass_on', words: say(text, 'helpers'), changed: false },
        });
        if (acted.kind === 'done') await changeOffer(tx, deps, offer, acceptOffer(offer, incident));
        return acted;
      }),
    deadlineMs,
  );
}
