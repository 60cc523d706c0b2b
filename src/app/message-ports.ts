import type { MessageBody } from '../domain/effects.ts';
import type {
  ChannelId,
  IncidentId,
  Instant,
  MessageTs,
  OfferId,
  TeamId,
  UserId,
  WordsId,
} from '../domain/identifiers.ts';
import type { Incident } from '../domain/incident.ts';
import type { Offer } from '../domain/offer.ts';
import type { Drafts } from './drafts.ts';
import type { Settings } from './settings.ts';

/**
 * What goes out: messages as rows, how they are shown and to whom, and the port that carries them to Slack.
 */

/** One conversation in Slack: a channel, or the DM with a person. Its messages are delivered in order. */
export type Conversation =
  | { readonly kind: 'channel'; readonly channel: ChannelId }
  | { readonly kind: 'user'; readonly user: UserId };

type Envelope = {
  /** Opaque: the only part of it that Slack's metadata carries. */
  readonly id: string;
  readonly team: TeamId;
  /** What it is, unique in the team; adding the same key again changes nothing. */
  readonly key: string;
  readonly conversation: Conversation;
  readonly threadTs: MessageTs | null;
  /** The key, within the incident, of the message in whose thread it stands; that one goes first. */
  readonly under?: string;
  readonly correlation: string;
};

export type IncidentMessage = Envelope & {
  readonly about: 'incident';
  readonly incident: IncidentId;
  readonly body: MessageBody;
};

/** The direct message that asks somebody whether they want help. It goes on showing how the offer stands. */
export type OfferMessage = Envelope & {
  readonly about: 'offer';
  readonly offer: OfferId;
  readonly body: { readonly kind: 'offer' };
};

/** A message is about an incident, or about an offer of help. */
export type NewMessage = IncidentMessage | OfferMessage;

/** The message of a conversation that is next. Taking it in hand changes nothing: who then does nothing lost nothing. */
export type ClaimedMessage = NewMessage & {
  readonly attempts: number;
  /** What `wanted` was when it was taken: what is shown afterwards. */
  readonly wanted: number;
  readonly digest: string | null;
  readonly createdAt: Instant;
  readonly task: /** Never sent, or certainly without effect. */
    | { readonly kind: 'post' }
    /** An earlier attempt may have reached Slack: look before posting again. */
    | { readonly kind: 'recover'; readonly attemptedAt: Instant }
    /** It is on show and may have changed. */
    | { readonly kind: 'update'; readonly channel: ChannelId; readonly ts: MessageTs };
};

export type Claim =
  | { readonly kind: 'message'; readonly message: ClaimedMessage }
  /** It is next, but this release cannot read it: it was written by a newer one. */
  | {
      readonly kind: 'unreadable';
      readonly message: { readonly id: string; readonly kind: string; readonly attempts: number };
    }
  | { readonly kind: 'wait'; readonly until: Instant }
  | { readonly kind: 'nothing' };

/** What has become of a claimed message. */
export type Settlement =
  | {
      readonly state: 'sent';
      readonly channel: ChannelId;
      readonly ts: MessageTs;
      readonly digest: string;
      readonly shown: number;
    }
  | { readonly state: 'refused' | 'withdrawn'; readonly failure: string | null }
  /** What was on show is gone: it is posted again, as if it had never been. */
  | { readonly state: 'anew'; readonly failure: string }
  /** Try again then. `unsure`: it may have had an effect, so look first. */
  | { readonly state: 'again'; readonly at: Instant; readonly unsure: boolean; readonly failure: string };

export type StoredMessage = { readonly channel: ChannelId; readonly ts: MessageTs };

/** What a message looks like; the blocks are Slack's own and mean nothing to the app. */
export type RenderedMessage = { readonly text: string; readonly blocks: readonly object[] };

/** A failed call to Slack, as far as it matters to what is done next. */
export type CallFailure =
  /** Does not heal by trying again. */
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'rate_limited'; readonly retryAfterMs: number }
  /** It may have had its effect. */
  | { readonly kind: 'unsure'; readonly code: string }
  /** It certainly had none. */
  | { readonly kind: 'temporary'; readonly code: string };

export type Posted = { readonly kind: 'posted'; readonly channel: ChannelId; readonly ts: MessageTs };

export interface Messenger {
  /** How long a call may take at most before its outcome is taken for unsure, in milliseconds. */
  readonly deadlineMs: number;
  /** Makes the way ready for a post, as far as it can; a failure shows in the post itself. */
  prepare(message: ClaimedMessage): Promise<void>;
  post(message: ClaimedMessage, rendered: RenderedMessage): Promise<Posted | CallFailure>;
  update(
    message: ClaimedMessage,
    shown: StoredMessage,
    rendered: RenderedMessage,
  ): Promise<Posted | CallFailure>;
  remove(message: ClaimedMessage, shown: StoredMessage): Promise<Posted | CallFailure>;
  /** Looks for a message that an earlier attempt may have posted. */
  find(
    message: ClaimedMessage,
    since: Instant,
  ): Promise<Posted | { readonly kind: 'absent' } | { readonly kind: 'unreadable' } | CallFailure>;
  /** Whether this person's notifications are off now; unknown counts as on. */
  isPaused(team: TeamId, user: UserId): Promise<boolean>;
  /** How a person reads; null when Slack does not say. */
  manners(team: TeamId, user: UserId): Promise<Manners | null>;
  /** The address of a message, for those who read of it elsewhere; null when Slack does not give one. */
  permalink(team: TeamId, channel: ChannelId, ts: MessageTs): Promise<string | null>;
}

/** What somebody is to an incident when they read of it: it says which words are for them. */
export type ViewerRole = 'engineer' | 'helper' | 'place' | 'manager' | 'duty';

/** How a person reads: their language, as Slack writes it (`en-GB`), and their zone (an IANA name), where known. */
export type Manners = { readonly locale: string; readonly zone: string | null };

/** Who reads a view. `user`: null where many do. */
export type Viewer = Manners & { readonly role: ViewerRole; readonly user: UserId | null };

/** What an incident shows to somebody: the incident, and only the words that are for them. */
export type Reading = {
  readonly viewer: Viewer;
  readonly incident: Incident;
  readonly words: ReadonlyMap<WordsId, string>;
  /** What this viewer has typed and not sent; empty outside of windows. */
  readonly drafts: Drafts;
  readonly settings: Settings;
  readonly now: Instant;
  /** The address of the place where the incident lives, for those who read of it elsewhere; where Slack gave it. */
  readonly threadLink: string | null;
  /** This is a card, and the incident lives elsewhere by now: it only points there. */
  readonly isLeft: boolean;
};

/** What an offer of help shows to the person who was asked. */
export type OfferReading = Manners & {
  readonly offer: Offer;
  /** The address of the message that made Oops ask; null where there is none, or Slack gives none. */
  readonly link: string | null;
  /** In a burst: the address of what somebody else wrote about the same. */
  readonly firstLink: string | null;
  /** Where it is not certain whom words are for: the incidents they may be for. */
  readonly among: readonly Pick<Incident, 'id' | 'number' | 'engineer'>[];
};

export interface Renderer {
  /** What a message looks like now; null when it need not be there any more. */
  render(body: MessageBody, reading: Reading): RenderedMessage | null;
  renderOffer(reading: OfferReading): RenderedMessage | null;
}
