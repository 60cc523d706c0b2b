import type { Wake } from './effects.ts';
import type { Confidence, Origin, Place, RoomForm, SummaryTiming } from './events.ts';
import type {
  AskId,
  ChannelId,
  IncidentId,
  Instant,
  QuestionId,
  StepId,
  TeamId,
  UserId,
  WordsId,
  YesNoUnknown,
} from './identifiers.ts';
import type { Circle } from './ladder.ts';
import type { PersonStanding } from './permissions.ts';
import type { Screen } from './phases.ts';
import type { Policy } from './policy.ts';
import type { ImpactKind, NoticedBy, Severity } from './severity.ts';

/** Opening has no incident yet: it brings the identity of the new one. */
export type OpenCommand = {
  readonly type: 'open';
  readonly team: TeamId;
  readonly id: IncidentId;
  readonly number: number;
  readonly engineer: UserId;
  readonly origin: Origin;
  readonly place: Place;
  readonly happened: WordsId | null;
  /** The person asked for help. False when Oops only noticed a message. */
  readonly helpWanted: boolean;
};

export type Delivery =
  | { readonly outcome: 'delivered'; readonly paused: boolean }
  | { readonly outcome: 'refused'; readonly reason: string };

/** The version of the incident that was on the screen, so that an older screen does not undo a newer answer. */
export type Seen = number;

/** *I’m with them*, *In 10 minutes; ask someone too*, *I can’t*. */
export type AskAnswer = 'accept' | 'later' | 'decline';

export type IncidentCommand =
  /** `more`: ask somebody else as well, although somebody is here or being waited for. */
  | { readonly type: 'want_help'; readonly more: boolean }
  | { readonly type: 'name_helper'; readonly person: UserId }
  /** Help was asked for once more, with more words, while the incident is open. */
  | { readonly type: 'ask_again'; readonly words: WordsId }
  /** Oops noticed another message of the engineer's. It wakes nobody. */
  | { readonly type: 'notice_again'; readonly words: WordsId }
  /** The window of the first screen was closed. */
  | { readonly type: 'leave_first_screen' }
  /** They wrote to Oops in plain words. */
  | { readonly type: 'tell_oops'; readonly words: WordsId }
  /** From Oops itself: somebody else wrote about the same. */
  | { readonly type: 'notice_other'; readonly person: UserId; readonly words: WordsId }
  | {
      readonly type: 'tell_happened';
      /** Left as it is, or new, or (null) taken back. */
      readonly words: WordsId | null | 'unchanged';
      readonly stillHappening: YesNoUnknown;
      readonly seen?: Seen;
    }
  | {
      readonly type: 'tell_impact';
      readonly affected: WordsId | null;
      readonly kinds: readonly ImpactKind[];
      readonly services?: readonly string[];
      readonly where?: 'here' | 'private' | undefined;
      readonly seen?: Seen;
    }
  | {
      readonly type: 'tell_reach';
      readonly noticedBy: NoticedBy;
      readonly spreading: YesNoUnknown;
      readonly sensitive: YesNoUnknown;
      readonly seen?: Seen;
    }
  | { readonly type: 'set_severity'; readonly level: Severity }
  | {
      readonly type: 'write_summary';
      readonly manager: UserId;
      /** null: none; if anything goes out, it is the facts. */
      readonly words: WordsId | null;
      readonly timing: SummaryTiming;
    }
  /** It waits for something, and the engineer does not. */
  | { readonly type: 'send_summary' }
  /** *I have told them*. */
  | { readonly type: 'say_manager_told' }
  | {
      readonly type: 'review_summary';
      /** The words the person had in front of them. */
      readonly read: WordsId;
      readonly answer:
        | { readonly kind: 'approve' }
        | { readonly kind: 'question'; readonly words: WordsId | null };
    }
  | { readonly type: 'tell_other'; readonly person: UserId }
  | { readonly type: 'mark_summary_seen' }
  | { readonly type: 'ask_question'; readonly words: WordsId }
  | { readonly type: 'answer_question'; readonly question: QuestionId; readonly words: WordsId }
  | { readonly type: 'answer_ask'; readonly ask: AskId; readonly answer: AskAnswer }
  /** The owner of an affected service, although it is not serious. */
  | { readonly type: 'ask_owner'; readonly service: string }
  /** *I'm with them*, in the helpers' channel. */
  | { readonly type: 'take_ask' }
  /** *I can't do this part*: somebody else is to do this screen. */
  | { readonly type: 'give_part'; readonly screen: Screen; readonly words: WordsId | null }
  /** A helper's version of the message to the manager. */
  | { readonly type: 'draft_summary'; readonly words: WordsId }
  /** Somebody else is to go on in the place of who says it. */
  | { readonly type: 'hand_off'; readonly person: UserId }
  | {
      readonly type: 'add_step';
      readonly words: WordsId;
      readonly confidence: Confidence;
      readonly undo: YesNoUnknown;
    }
  | {
      readonly type: 'change_step';
      readonly step: StepId;
      readonly words: WordsId;
      readonly confidence: Confidence;
      readonly undo: YesNoUnknown;
    }
  | {
      readonly type: 'check_step';
      readonly step: StepId;
      /** The words the person had in front of them. */
      readonly read: WordsId;
      readonly answer:
        | { readonly kind: 'approve' }
        | { readonly kind: 'question'; readonly words: WordsId | null };
    }
  | {
      readonly type: 'move_step';
      readonly step: StepId;
      readonly to: 'started' | 'done' | 'failed' | 'removed';
    }
  | { readonly type: 'add_note'; readonly words: WordsId }
  /** Where what began in a thread is to be seen: there, or only by those who help. */
  | { readonly type: 'choose_place'; readonly where: 'here' | 'private' }
  /** Everybody in that channel sees the card, under this title. */
  | { readonly type: 'open_up'; readonly channel: ChannelId; readonly title: WordsId }
  /** Written to Oops, for the others; `changed`: it had been passed on, and reads differently now. */
  | { readonly type: 'pass_on'; readonly words: WordsId; readonly changed: boolean }
  | { readonly type: 'resolve' }
  | { readonly type: 'dismiss' }
  /** It is not over after all. */
  | { readonly type: 'reopen' }
  /** The rest come from Oops itself: timers and what became of messages. */
  | { readonly type: 'wake'; readonly wake: Wake }
  | { readonly type: 'place_refused'; readonly reason: string; readonly channel: ChannelId }
  | { readonly type: 'channel_ask_refused' }
  /** Other organisations read this channel from now on. */
  | { readonly type: 'channel_shared'; readonly channel: ChannelId }
  | {
      readonly type: 'room_made';
      readonly channel: ChannelId;
      readonly form: RoomForm;
      readonly people: readonly UserId[];
      readonly absent: readonly UserId[];
    }
  | { readonly type: 'room_joined'; readonly people: readonly UserId[]; readonly absent: readonly UserId[] }
  | { readonly type: 'room_left'; readonly people: readonly UserId[] }
  | { readonly type: 'duty_refused'; readonly reason: string }
  | { readonly type: 'room_refused'; readonly reason: string }
  | { readonly type: 'room_archived'; readonly reason: string | null }
  | { readonly type: 'ask_delivery'; readonly ask: AskId; readonly delivery: Delivery }
  | { readonly type: 'summary_delivery'; readonly delivery: Delivery }
  | { readonly type: 'other_delivery'; readonly person: UserId; readonly delivery: Delivery };

export type CommandType = IncidentCommand['type'];

/** Everything a decision may know besides the incident. */
export type Context = {
  readonly now: Instant;
  /** null when Oops itself acts. */
  readonly actor: PersonStanding | null;
  /** Whom the directory names for the engineer. */
  readonly circle: Circle;
  /** What the workspace has set. */
  readonly policy: Policy;
  readonly correlation: string;
};
