import type { Incident } from '../domain/incident.ts';
import { type Offer, wroteDirectly } from '../domain/offer.ts';
import { describeFault, type Fault } from './fault.ts';
import type {
  ClaimedMessage,
  Clock,
  IncidentMessage,
  Messenger,
  OfferMessage,
  OfferReading,
  Reading,
  RenderedMessage,
  Renderer,
  Store,
} from './ports.ts';
import { readFor, roleOfReader } from './reading.ts';
import { talksOf } from './relay.ts';

type Deps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly messenger: Messenger;
  readonly renderer: Renderer;
};

/** A message together with what it is about, as that is now. */
export type Subject =
  | { readonly about: 'incident'; readonly message: IncidentMessage; readonly incident: Incident }
  | { readonly about: 'offer'; readonly message: OfferMessage; readonly offer: Offer };

/** Null when there is no such incident or offer. Throws `Unreadable` when this release cannot read it. */
export async function subjectOf({ store }: Deps, message: ClaimedMessage): Promise<Subject | null> {
  if (message.about === 'incident') {
    const incident = await store.incident(message.team, message.incident);
    return incident === null ? null : { about: 'incident', message, incident };
  }
  const offer = await store.offer(message.team, message.offer);
  return offer === null ? null : { about: 'offer', message, offer };
}

export type Drawn =
  | { readonly kind: 'drawn'; readonly rendered: RenderedMessage | null }
  | { readonly kind: 'failed'; readonly fault: Fault };

/** The message as it should look now. A view that throws must not hold back what waits behind it: it is told apart. */
export async function drawSubject(deps: Deps, subject: Subject): Promise<Drawn> {
  if (subject.about === 'offer') {
    const reading = await readOffer(deps, subject);
    return guarded(() => deps.renderer.renderOffer(reading));
  }
  const reading = await readIncident(deps, subject);
  return guarded(() => deps.renderer.render(subject.message.body, reading));
}

function guarded(render: () => RenderedMessage | null): Drawn {
  try {
    return { kind: 'drawn', rendered: render() };
  } catch (error) {
    return { kind: 'failed', fault: describeFault(error) };
  }
}

function mannersOf({ messenger }: Deps, { team, conversation }: IncidentMessage | OfferMessage) {
  return conversation.kind === 'user' ? messenger.manners(team, conversation.user) : null;
}

async function readIncident(
  deps: Deps,
  { message, incident }: Extract<Subject, { about: 'incident' }>,
): Promise<Reading> {
  const isLeft = message.body.kind === 'card' && message.key !== `${incident.id}:${incident.card}`;
  const threadLink = message.body.kind === 'ask' || isLeft ? await placeLink(deps, incident) : null;
  const { conversation } = message;
  const user = conversation.kind === 'user' ? conversation.user : null;
  const reader = { user, manners: await mannersOf(deps, message) };
  const role = roleOfReader(message, incident);
  return { ...(await readFor(deps, incident, role, reader)), threadLink, isLeft };
}

/** The address of the thread, or of the card where it stands by itself. */
async function placeLink({ store, messenger }: Deps, incident: Incident): Promise<string | null> {
  const { team, place } = incident;
  if (place.kind === 'dm') return null;
  if (place.kind === 'thread') return messenger.permalink(team, place.channel, place.ts);
  const shown = await store.shownAt(team, incident.id, incident.card);
  return shown === null ? null : messenger.permalink(team, shown.channel, shown.ts);
}

async function readOffer(
  deps: Deps,
  { message, offer }: Extract<Subject, { about: 'offer' }>,
): Promise<OfferReading> {
  const { team, channel, ts } = offer;
  const link = wroteDirectly(offer) ? null : await deps.messenger.permalink(team, channel, ts);
  const firstLink = await linkToFirst(deps, offer);
  const manners = (await mannersOf(deps, message)) ?? { locale: 'en-US', zone: null };
  return { ...manners, offer, link, firstLink, among: await candidates(deps, offer) };
}

/** Where it is not certain whom words are for: what is open and they may be for, now. */
async function candidates({ store }: Deps, { team, user, why, state }: Offer): Promise<readonly Incident[]> {
  if (why !== 'relay_unclear' || state !== 'open') return [];
  const { relayed, own } = await talksOf(store, team, user);
  const ids = own === null ? relayed : [...relayed, own];
  const found = await Promise.all(ids.map((id) => store.incident(team, id)));
  return found.filter((incident) => incident !== null);
}

/** In a burst: where somebody else wrote about the same. It is in the channel that both can read. */
async function linkToFirst({ store, messenger }: Deps, offer: Offer): Promise<string | null> {
  const { team, why, state, incident } = offer;
  if (why !== 'burst' || state !== 'open' || incident === null) return null;
  const first = await store.incident(team, incident);
  if (first === null || !('ts' in first.origin)) return null;
  return messenger.permalink(team, first.origin.channel, first.origin.ts);
}
