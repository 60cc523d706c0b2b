import type {
  AskId,
  ChannelId,
  IncidentId,
  Instant,
  MessageTs,
  QuestionId,
  StepId,
  UserId,
  WordsId,
  YesNoUnknown,
} from './identifiers.ts';
import type { Screen } from './phases.ts';
import type { ImpactKind, NoticedBy, Severity, SeverityReason } from './severity.ts';

/** How the incident began; the message is the one that was written or pointed at. */
export type Origin =
  | { readonly kind: 'command'; readonly channel: ChannelId | null }
  | { readonly kind: 'panic_message'; readonly channel: ChannelId; readonly ts: MessageTs }
  | { readonly kind: 'message_shortcut'; readonly channel: ChannelId; readonly ts: MessageTs }
  | { readonly kind: 'global_shortcut' }
  /** Oops asked privately because of this message. `beside`: somebody else's incident, about the same. */
  | {
      readonly kind: 'offer';
      readonly channel: ChannelId;
      readonly ts: MessageTs;
      readonly beside: IncidentId | null;
    };

/** Where the card lives and short replies go. */
export type Place =
  | { readonly kind: 'thread'; readonly channel: ChannelId; readonly ts: MessageTs }
  | { readonly kind: 'dm' }
  /** A private channel or group message of those who are in the incident. */
  | { readonly kind: 'room'; readonly channel: ChannelId }
  /** Opened up: a card of its own in a channel, with short replies in its thread. */
  | { readonly kind: 'channel'; readonly channel: ChannelId };

/** A group message resumes for the same people, and nobody can be added to one. */
export type RoomForm = 'channel' | 'group';

export type RungKind = 'mentor' | 'backup' | 'pool' | 'owner' | 'channel' | 'named';
export type Rung = { readonly kind: RungKind; readonly person: UserId };

export type SummaryTiming =
  | { readonly kind: 'now' }
  | { readonly kind: 'at'; readonly at: Instant }
  /** On the first yes of somebody who helps. */
  | { readonly kind: 'after_helper' }
  | { readonly kind: 'myself' };

export type Confidence = 1 | 2 | 3 | 4 | 5;

/**
 * Everything that can happen in an incident: ids and enums only, so that erasing a person's words
 * leaves a history that still adds up.
 */
export type EventBody =
  | {
      readonly type: 'incident_opened';
      readonly number: number;
      readonly engineer: UserId;
      readonly origin: Origin;
      readonly place: Place;
    }
  | { readonly type: 'help_wanted' }
  /** Slack would not let Oops write there any more; the card goes on elsewhere. */
  | { readonly type: 'place_moved'; readonly place: Place; readonly reason: string }
  /** Nothing was asked on the first screen, so the card says that Oops is here. */
  | { readonly type: 'first_screen_left'; readonly why: 'closed' | 'idle' }
  /** Somebody else cried out about the same, a moment later, in the same channel. */
  | { readonly type: 'other_noticed'; readonly person: UserId; readonly words: WordsId }
  /** The person wants it in the thread where it began, for all to see. */
  | { readonly type: 'place_chosen' }
  | { readonly type: 'opened_up'; readonly channel: ChannelId; readonly title: WordsId }
  | {
      readonly type: 'room_made';
      readonly channel: ChannelId;
      readonly form: RoomForm;
      readonly people: readonly UserId[];
      readonly absent: readonly UserId[];
    }
  | { readonly type: 'room_joined'; readonly people: readonly UserId[]; readonly absent: readonly UserId[] }
  /** They do not help any more, and need not read along. */
  | { readonly type: 'room_left'; readonly people: readonly UserId[] }
  /** From here on Oops passes on what is written to it. */
  | { readonly type: 'room_refused'; readonly reason: string }
  | { readonly type: 'room_closed' }
  /** A reason: Slack did not archive it. */
  | { readonly type: 'room_archived'; readonly reason: string | null }
  /** Written to Oops for the others, where there is no room. */
  | { readonly type: 'passed_on'; readonly words: WordsId; readonly changed: boolean }
  /** null: the person took it back. */
  | { readonly type: 'happened_told'; readonly words: WordsId | null }
  | { readonly type: 'still_happening_told'; readonly answer: YesNoUnknown }
  | { readonly type: 'rungs_added'; readonly rungs: readonly Rung[] }
  | {
      readonly type: 'help_asked';
      readonly ask: AskId;
      readonly person: UserId;
      readonly rung: RungKind;
      readonly answerBy: Instant;
    }
  | { readonly type: 'ask_delivered'; readonly ask: AskId; readonly paused: boolean }
  | { readonly type: 'ask_refused'; readonly ask: AskId; readonly reason: string }
  | { readonly type: 'ask_accepted'; readonly ask: AskId }
  | { readonly type: 'ask_declined'; readonly ask: AskId }
  /** *In 10 minutes*. */
  | { readonly type: 'ask_postponed'; readonly ask: AskId; readonly comesAt: Instant }
  /** The ten minutes are over and nobody is there: asked once more, with a new time to answer. */
  | { readonly type: 'ask_reminded'; readonly ask: AskId; readonly answerBy: Instant }
  /** Who is asked is to go on in that person's place, or at the keyboard when it is the engineer. */
  | { readonly type: 'hand_off_asked'; readonly ask: AskId; readonly from: UserId }
  | { readonly type: 'helper_released'; readonly person: UserId }
  | { readonly type: 'keyboard_taken'; readonly person: UserId }
  /** Slack did not take the facts for the duty contact. */
  | { readonly type: 'duty_refused'; readonly reason: string }
  /** The bare facts went to the duty contact. */
  | { readonly type: 'duty_told'; readonly person: UserId }
  /** A person is asked for in the helpers' channel. */
  | { readonly type: 'channel_asked'; readonly channel: ChannelId }
  | { readonly type: 'channel_ask_refused' }
  /** *I can't do this part*. The words: what stood there, to be gone on with. */
  | { readonly type: 'part_given'; readonly screen: Screen; readonly words: WordsId | null }
  /** By a helper, for the engineer to send. */
  | { readonly type: 'summary_drafted'; readonly words: WordsId }
  | { readonly type: 'ask_unanswered'; readonly ask: AskId }
  | { readonly type: 'ladder_exhausted' }
  | {
      readonly type: 'impact_told';
      readonly affected: WordsId | null;
      readonly kinds: readonly ImpactKind[];
      /** Of those that the workspace has named; missing in older events. */
      readonly services?: readonly string[] | undefined;
    }
  /** One answer for all: nothing is lost or exposed, nobody notices, and it stays so. */
  | { readonly type: 'small_told' }
  | {
      readonly type: 'reach_told';
      readonly noticedBy: NoticedBy;
      readonly spreading: YesNoUnknown;
      readonly sensitive: YesNoUnknown;
    }
  | { readonly type: 'severity_set'; readonly level: Severity; readonly reason: SeverityReason }
  | { readonly type: 'manager_named'; readonly manager: UserId }
  /** null: nothing was written; if anything goes, it is the facts. */
  | { readonly type: 'summary_written'; readonly words: WordsId | null; readonly timing: SummaryTiming }
  | { readonly type: 'summary_asked_for' }
  | { readonly type: 'summary_delivered'; readonly paused: boolean }
  | { readonly type: 'summary_refused'; readonly reason: string }
  | { readonly type: 'summary_seen' }
  /** Beside the manager. */
  | { readonly type: 'other_told'; readonly person: UserId }
  | { readonly type: 'other_refused'; readonly person: UserId; readonly reason: string }
  | { readonly type: 'summary_approved' }
  | { readonly type: 'summary_remarked'; readonly words: WordsId | null }
  /** By the engineer, in their own way. */
  | { readonly type: 'manager_told' }
  | { readonly type: 'own_word_reminded' }
  | { readonly type: 'own_word_ran_out' }
  | { readonly type: 'manager_asked'; readonly question: QuestionId; readonly words: WordsId }
  | { readonly type: 'manager_answered'; readonly question: QuestionId; readonly words: WordsId }
  | {
      readonly type: 'step_added';
      readonly step: StepId;
      readonly words: WordsId;
      readonly confidence: Confidence;
      readonly undo: YesNoUnknown;
    }
  | {
      readonly type: 'step_changed';
      readonly step: StepId;
      readonly words: WordsId;
      readonly confidence: Confidence;
      readonly undo: YesNoUnknown;
    }
  | { readonly type: 'step_approved'; readonly step: StepId }
  | { readonly type: 'step_questioned'; readonly step: StepId; readonly words: WordsId | null }
  | { readonly type: 'step_removed'; readonly step: StepId }
  | { readonly type: 'step_started'; readonly step: StepId }
  | { readonly type: 'step_done'; readonly step: StepId }
  | { readonly type: 'step_failed'; readonly step: StepId }
  | { readonly type: 'note_added'; readonly words: WordsId }
  /** Of histories of version 0.1: drafts have a table of their own since. */
  | { readonly type: 'draft_kept' }
  | { readonly type: 'incident_resolved' }
  | { readonly type: 'incident_dismissed' }
  | { readonly type: 'incident_reopened' }
  /** They know of this severity, and that it is open. */
  | { readonly type: 'manager_updated'; readonly level: Severity };

export type EventType = EventBody['type'];

/** Who caused an event: a Slack user, or null when Oops itself did (a timer, a delivery). */
export type EventActor = UserId | null;

/** An event in its place in the history. `seq` starts at 1 and has no gaps. */
export type IncidentEvent = {
  readonly seq: number;
  readonly at: Instant;
  readonly actor: EventActor;
  readonly correlation: string;
  readonly body: EventBody;
};
