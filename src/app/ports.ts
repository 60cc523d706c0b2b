import type { MessageBody, Wake } from '../domain/effects.ts';
import type { IncidentEvent } from '../domain/events.ts';
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
import type { Circle } from '../domain/ladder.ts';
import type { Offer } from '../domain/offer.ts';
import type { DraftStore, Drafts } from './drafts.ts';
import type { OpenScreenStore } from './open-screens.ts';
import type { Settings, SettingsStore } from './settings.ts';

/** The one source of time, so that a test can move the night along. */
export interface Clock {
  now(): Instant;
}

/** Where new ids come from: unguessable, and never used twice. */
export interface Ids {
  next(): string;
}

/**
 * Who may read something that a person typed; the engineer may read all of it. What was said in fright is never for the
 * manager; what a helper is to read before it goes to the manager is for both.
 */
export const audiences = ['engineer', 'helpers', 'place', 'manager', 'helpers_and_manager'] as const;
export type Audience = (typeof audiences)[number];

export type NewWords = {
  readonly id: WordsId;
  readonly owner: UserId;
  readonly audience: Audience;
  readonly text: string;
};

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

/**
 * Work for later, in ids only. `key`: a later job with the same key takes the place of an earlier one. There is one
 * delivery of a conversation at a time, and one in the future never puts off one that is due.
 */
export type NewJob =
  | {
      readonly task: 'deliver';
      readonly team: TeamId;
      readonly conversation: Conversation;
      readonly at: Instant;
    }
  | {
      readonly task: 'wake';
      readonly team: TeamId;
      readonly incident: IncidentId;
      readonly key: string;
      readonly wake: Wake;
      /** Of the request that set the timer; null where nobody knows it. */
      readonly correlation: string | null;
      readonly at: Instant;
    }
  /** Windows that are open show what changed. */
  | {
      readonly task: 'screens';
      readonly team: TeamId;
      readonly incident: IncidentId;
      readonly correlation: string;
      readonly at: Instant;
    }
  /** The room of an incident is made, filled or archived; one at a time for each incident. */
  | {
      readonly task: 'room';
      readonly team: TeamId;
      readonly incident: IncidentId;
      readonly correlation: string;
      readonly at: Instant;
    };

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

/**
 * Everything that is saved together. No call to Slack is made while one is open. Order of use: read, decide, write,
 * and `addJobs` last, so that two transactions never wait for each other's keys.
 */
export interface Transaction {
  /** The answer given before under this key, or null. */
  answered(team: TeamId, key: string): Promise<string | null>;
  /** Keeps the answer. A second transaction with the same key fails, so that it changes nothing. */
  answer(team: TeamId, key: string, answer: string): Promise<void>;
  /** One at a time per team from here on; needed where incidents are opened. */
  lockTeam(team: TeamId): Promise<void>;
  /** The next number, `OOPS-<n>`; needs `lockTeam`. */
  nextNumber(team: TeamId): Promise<number>;
  /** The incident, locked until the end of the transaction; null when there is none. */
  incident(team: TeamId, id: IncidentId): Promise<Incident | null>;
  openIncidentOf(team: TeamId, engineer: UserId): Promise<IncidentId | null>;
  incidentUnder(team: TeamId, channel: ChannelId, ts: MessageTs): Promise<IncidentId | null>;
  /** What is open and was opened since then because of a message in this channel, the earliest first. */
  incidentsFrom(team: TeamId, channel: ChannelId, since: Instant): Promise<readonly IncidentId[]>;
  /** What is open and ever had to do with this person: as engineer, as somebody who was asked, or as the manager named. */
  openIncidentsWith(team: TeamId, user: UserId): Promise<readonly IncidentId[]>;
  /** Whether they ever had an incident of their own. */
  hadIncident(team: TeamId, user: UserId): Promise<boolean>;
  circle(team: TeamId, user: UserId): Promise<Circle>;
  settings(team: TeamId): Promise<Settings>;
  /** How often each person was asked for help since then. */
  asksSince(team: TeamId, since: Instant): Promise<ReadonlyMap<UserId, number>>;
  rememberMentor(team: TeamId, engineer: UserId, mentor: UserId): Promise<void>;
  rememberManager(team: TeamId, engineer: UserId, manager: UserId): Promise<void>;
  /** Adds events to the history and brings the row for queries up to date. */
  save(incident: Incident, events: readonly IncidentEvent[]): Promise<void>;
  addWords(team: TeamId, incident: IncidentId, words: readonly NewWords[]): Promise<void>;
  /** What a person typed into these fields has been sent: the drafts of it are deleted. */
  dropDrafts(team: TeamId, incident: IncidentId, user: UserId, fields: readonly string[]): Promise<void>;
  addMessage(message: NewMessage): Promise<void>;
  /** Marks what is on show about an incident as possibly changed; says in which conversations. */
  refresh(team: TeamId, incident: IncidentId): Promise<readonly Conversation[]>;
  /** The offer, locked until the end of the transaction; null when there is none. */
  offer(team: TeamId, id: OfferId): Promise<Offer | null>;
  /** What was asked because of one message, of its author. */
  offerAbout(team: TeamId, channel: ChannelId, ts: MessageTs, user: UserId): Promise<OfferId | null>;
  /** What somebody was asked since then, in no order. */
  offersTo(team: TeamId, user: UserId, since: Instant): Promise<readonly Offer[]>;
  /** Keeps it, new or changed. A second one for the same message and person is refused. */
  saveOffer(offer: Offer): Promise<void>;
  /** As `refresh`, of an offer. */
  refreshOffer(team: TeamId, id: OfferId): Promise<readonly Conversation[]>;
  /** The next message of a conversation, in order. */
  claim(team: TeamId, conversation: Conversation): Promise<Claim>;
  /**
   * Notes that a message is about to be posted, so that it is looked for from here on before it is posted again. To be
   * committed right before the call. Gives the time of the attempt; null when somebody else has begun one meanwhile.
   */
  beginAttempt(message: ClaimedMessage): Promise<Instant | null>;
  settle(team: TeamId, messageId: string, settlement: Settlement): Promise<void>;
  addJobs(jobs: readonly NewJob[]): Promise<void>;
}

export type StoredMessage = { readonly channel: ChannelId; readonly ts: MessageTs };

export interface Store extends DraftStore, OpenScreenStore, SettingsStore {
  /**
   * All or nothing. Refuses with `StoreBusy` when it is not through within `deadlineMs`; then nothing was saved.
   */
  transact<T>(work: (tx: Transaction) => Promise<T>, deadlineMs?: number): Promise<T>;
  /** Reading outside a transaction sees what was committed last. */
  incident(team: TeamId, id: IncidentId): Promise<Incident | null>;
  offer(team: TeamId, id: OfferId): Promise<Offer | null>;
  openIncidentOf(team: TeamId, engineer: UserId): Promise<IncidentId | null>;
  /** As in a transaction; the earliest first. */
  openIncidentsWith(team: TeamId, user: UserId): Promise<readonly IncidentId[]>;
  /** The newest open incident without a room that this person is in, so that what they write to Oops is passed on. */
  relayedWith(team: TeamId, user: UserId): Promise<IncidentId | null>;
  circle(team: TeamId, user: UserId): Promise<Circle>;
  /** Words of an incident for these audiences; erased ones are missing. */
  words(
    team: TeamId,
    incident: IncidentId,
    audiences: readonly Audience[],
  ): Promise<ReadonlyMap<WordsId, string>>;
  /** Where a message of an incident is shown, by its key within the incident. */
  shownAt(team: TeamId, incident: IncidentId, key: string): Promise<StoredMessage | null>;
  /** Incidents of which a card stands in that channel. */
  shownIn(team: TeamId, channel: ChannelId): Promise<readonly IncidentId[]>;
  /** Whether something is still to be shown in that conversation for the first time. */
  isAwaited(team: TeamId, conversation: Conversation): Promise<boolean>;
  /** Conversations with something undelivered that is overdue: the auditor sets them going again. */
  overdue(
    before: Instant,
  ): Promise<readonly { readonly team: TeamId; readonly conversation: Conversation }[]>;
  /** Incidents whose next timer ran out before then and has not been acted on. */
  overdueIncidents(before: Instant): Promise<readonly { readonly team: TeamId; readonly id: IncidentId }[]>;
  /** Forgets what was answered before then: Slack redelivers nothing that old. Gives how many. */
  forgetAnswers(before: Instant): Promise<number>;
  /** Sets whom to ask for a person; what the person chose before is replaced. */
  setCircle(team: TeamId, user: UserId, circle: Circle): Promise<void>;
  /** Whether anything is known of whom to ask for anybody. */
  hasCircles(team: TeamId): Promise<boolean>;
  /** Null where nothing was set: the default then holds. */
  watchMode(team: TeamId, channel: ChannelId): Promise<'auto' | 'ask' | 'off' | null>;
}

/** Nothing was saved: the person can try again with what they typed. */
export class StoreBusy extends Error {
  readonly code = 'store_busy';
  constructor(options?: ErrorOptions) {
    super('The database did not answer in time; nothing was saved.', options);
    this.name = 'StoreBusy';
  }
}

/** What was kept cannot be read by this release: a newer one wrote it. */
export class Unreadable extends Error {
  readonly code = 'unreadable';
  constructor(options?: ErrorOptions) {
    super('What the database holds was written by a newer release.', options);
    this.name = 'Unreadable';
  }
}

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
};

export interface Renderer {
  /** What a message looks like now; null when it need not be there any more. */
  render(body: MessageBody, reading: Reading): RenderedMessage | null;
  renderOffer(reading: OfferReading): RenderedMessage | null;
}
