import type { Wake } from '../domain/effects.ts';
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
import type { DraftStore } from './drafts.ts';
import type {
  Claim,
  ClaimedMessage,
  Conversation,
  NewMessage,
  Settlement,
  StoredMessage,
} from './message-ports.ts';
import type { OpenScreenStore } from './open-screens.ts';
import type { Settings, SettingsStore } from './settings.ts';

export type {
  CallFailure,
  Claim,
  ClaimedMessage,
  Conversation,
  IncidentMessage,
  Manners,
  Messenger,
  NewMessage,
  OfferMessage,
  OfferReading,
  Posted,
  Reading,
  RenderedMessage,
  Renderer,
  Settlement,
  StoredMessage,
  Viewer,
  ViewerRole,
} from './message-ports.ts';

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
  /** Open incidents without a room that this person is in, where what they write to Oops is passed on; newest first. */
  relayedWith(team: TeamId, user: UserId): Promise<readonly IncidentId[]>;
  circle(team: TeamId, user: UserId): Promise<Circle>;
  /** Words of an incident for these audiences; erased ones are missing. */
  words(
    team: TeamId,
    incident: IncidentId,
    audiences: readonly Audience[],
  ): Promise<ReadonlyMap<WordsId, string>>;
  /** Where a message of an incident is shown, by its key within the incident. */
  shownAt(team: TeamId, incident: IncidentId, key: string): Promise<StoredMessage | null>;
  /** What the message that stands there is about; null when it is not of an incident. */
  incidentShownAt(team: TeamId, shown: StoredMessage): Promise<IncidentId | null>;
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
